import type { Amount } from '../amount.ts';
import type { SettlementLine } from '../state.ts';
import type { Evolutions } from './evolve.ts';

/** What finance says of a line's support, đồng. */
export type ReviewedLine = { lineNo: number; allowedDong: number; disallowedDong: number; reason: string | null };
export type ArchivedFile = { documentId: string; type: string; title: string; symbol: string | null; date: string; file: string };

/** From the settlement file (quyết toán) to the archive. Sums in đồng, all computed from lines and slips. */
export type SettlementFact =
  | { type: 'settlement-begun' }
  | {
      type: 'settlement-filed';
      lines: SettlementLine[];
      otherSources: Amount[];
      spentDong: number;
      supportDong: number;
      dueOn: string | null;
      late: boolean;
    }
  | { type: 'settlement-returned'; reason: string }
  | { type: 'settlement-reviewed'; lines: ReviewedLine[]; treasuryDong: number; allowedDong: number; disallowedDong: number; note: string }
  /** `receivedDong`: paid by the treasury, less what was returned before. `keptDong`: what the contract still covers. */
  | {
      type: 'settlement-confirmed';
      allowedDong: number;
      disallowedDong: number;
      receivedDong: number;
      owesBackDong: number;
      owedToHostDong: number;
      keptDong: number;
      note: string;
    }
  | { type: 'repayment-recorded'; amountDong: number; slip: { number: string; date: string } }
  | {
      type: 'carried-over';
      reason: string;
      title: { vi: string; en: string };
      fromYear: number;
      toYear: number;
      amountDong: number;
    }
  | { type: 'closed'; settledDong: number; returnedDong: number; note: string }
  | { type: 'archived'; files: ArchivedFile[]; note: string }
  /** The archive package, by its SHA-256. */
  | { type: 'deposited'; file: string; bytes: number; documents: number };

export const settlement = {
  'settlement-begun': (scheme) => scheme,
  'settlement-filed': (scheme, { lines, otherSources, late }, at) => ({
    ...scheme,
    settlement: { ...scheme.settlement, filedOn: at.today, late, lines, otherSources, reviewedBy: null, treasuryDong: null },
  }),
  'settlement-returned': (scheme, { reason }, at) => ({
    ...scheme,
    settlement: {
      ...scheme.settlement,
      reviewedBy: null,
      treasuryDong: null,
      returns: [...scheme.settlement.returns, { on: at.today, reason }],
    },
  }),
  'settlement-reviewed': (scheme, { lines, treasuryDong, allowedDong, disallowedDong }, at) => ({
    ...scheme,
    settlement: {
      ...scheme.settlement,
      lines: scheme.settlement.lines.map(({ reason: _, ...line }) => {
        const found = lines.find(({ lineNo }) => lineNo === line.lineNo);
        if (!found) return line;
        const { allowedDong: allowed, disallowedDong: disallowed, reason } = found;
        return { ...line, allowedDong: allowed, disallowedDong: disallowed, ...(reason !== null && { reason }) };
      }),
      reviewedBy: at.actor,
      treasuryDong,
      allowedDong,
      disallowedDong,
    },
  }),
  'settlement-confirmed': (scheme, { allowedDong, disallowedDong, owesBackDong, owedToHostDong }, at) => ({
    ...scheme,
    clearedDong: scheme.advancedDong,
    settlement: {
      ...scheme.settlement,
      allowedDong,
      disallowedDong,
      owesBackDong,
      owesBack: owesBackDong > 0,
      owedToHostDong,
      confirmedOn: at.today,
    },
  }),
  'repayment-recorded': (scheme, { amountDong, slip }) => {
    const { confirmedOn, owesBackDong, repaidDong, repayments } = scheme.settlement;
    const stillOwed = confirmedOn === null ? owesBackDong : owesBackDong - amountDong;
    return {
      ...scheme,
      settlement: {
        ...scheme.settlement,
        repaidDong: repaidDong + amountDong,
        repayments: [...repayments, { ...slip, amountDong }],
        owesBackDong: stillOwed,
        owesBack: stillOwed > 0,
      },
    };
  },
  'carried-over': (scheme, { reason, toYear, amountDong }) => ({ ...scheme, carryOver: { reason, toYear, amountDong } }),
  closed: (scheme, _, at) => ({ ...scheme, closedOn: at.today }),
  archived: (scheme, _, at) => ({ ...scheme, archivedOn: at.today }),
  deposited: (scheme, { file, bytes }, at) => ({ ...scheme, deposit: { on: at.today, file, bytes } }),
} satisfies Evolutions<SettlementFact>;
