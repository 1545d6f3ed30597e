import { z } from 'zod';
import { type Refusal, refuse } from '../command.ts';
import { dong, positiveDong, sumDong } from '../money/dong.ts';
import { totalOf } from '../money/ledger.ts';
import { words } from '../text.ts';
import { type Amount, Source, supportSource } from './amount.ts';
import { sumOf } from './budget.ts';
import { amountOf } from './line-amount.ts';
import type { BudgetLine } from './proposal.ts';
import { contractDong } from './requests.ts';
import type { Scheme, SettlementLine } from './state.ts';

const Voucher = z.strictObject({ number: words(50), date: z.iso.date(), payee: words(300), amountDong: positiveDong });

/** One budget line (numbered from 1) as spent: in all, of the state's support, of each other source, with its vouchers. đồng */
export const SpentLine = z.strictObject({
  lineNo: z.int().positive(),
  spentDong: dong,
  supportDong: dong,
  otherSources: z
    .array(z.strictObject({ source: Source, amountDong: positiveDong }))
    .max(8)
    .default([]),
  vouchers: z.array(Voucher).max(1_000).default([]),
});
export type SpentLine = z.infer<typeof SpentLine>;

/** A settlement file (hồ sơ quyết toán) as it is kept: every line, and other sources by year; sums computed. đồng */
type SettlementFile = { lines: SettlementLine[]; otherSources: Amount[]; spentDong: number; supportDong: number };

/**
 * The file of what was spent, or what is wrong with it: every line once, each adding up from its sources and its vouchers, support within
 * the line and the contract, no voucher twice. Where the contract covers nothing (ended before any payment), lines may be left out.
 */
export function settlementFile(scheme: Scheme, given: readonly SpentLine[], today: string): SettlementFile | Refusal {
  const wrong = wrongList(scheme, given) ?? firstWrong(scheme, given, today) ?? voucherTwice(given) ?? overContract(scheme, given);
  if (wrong) return wrong;
  const lines = scheme.proposal.lines.map((line, index) => lineOf(line, index + 1, given));
  return {
    lines,
    otherSources: otherSourcesOf(scheme, given),
    spentDong: sumDong(lines.map(({ spentDong }) => spentDong)),
    supportDong: sumDong(lines.map(({ supportDong }) => supportDong)),
  };
}

function lineOf(line: BudgetLine, lineNo: number, given: readonly SpentLine[]): SettlementLine {
  const spent = given.find((one) => one.lineNo === lineNo);
  const { spentDong = 0, supportDong = 0, vouchers = [] } = spent ?? {};
  return { lineNo, item: line.item, plannedDong: amountOf(line), spentDong, supportDong, vouchers };
}

function wrongList(scheme: Scheme, given: readonly SpentLine[]): Refusal | null {
  const planned = scheme.proposal.lines.length;
  const beyond = given.find(({ lineNo }) => lineNo > planned);
  if (beyond) return refuse('settlement.no-line', { lineNo: beyond.lineNo, planned });
  const numbers = new Set(given.map(({ lineNo }) => lineNo));
  if (numbers.size < given.length) return refuse('settlement.line-twice');
  const missing = scheme.proposal.lines.map((_, index) => index + 1).filter((lineNo) => !numbers.has(lineNo));
  return missing.length > 0 && totalOf(scheme.accounts, 'contracted') > 0 ? refuse('settlement.lines-missing', { lines: missing }) : null;
}

function firstWrong(scheme: Scheme, given: readonly SpentLine[], today: string): Refusal | null {
  const state = supportSource(scheme.route);
  for (const { lineNo, spentDong, supportDong, otherSources, vouchers } of given) {
    const line = scheme.proposal.lines[lineNo - 1];
    const named = { lineNo, item: line?.item ?? '' };
    if (otherSources.some(({ source }) => source === state)) return refuse('settlement.support-as-other', named);
    const sourcesDong = supportDong + sumOf(otherSources);
    if (sourcesDong !== spentDong) return refuse('settlement.adds-up', { ...named, spentDong, sourcesDong });
    const vouchersDong = sumOf(vouchers);
    if (vouchersDong !== spentDong) return refuse('settlement.vouchers', { ...named, spentDong, vouchersDong });
    const ahead = vouchers.find(({ date }) => date > today);
    if (ahead) return refuse('settlement.voucher-ahead', { ...named, number: ahead.number, date: ahead.date });
    const plannedDong = sumOf((line?.funding ?? []).filter(({ source }) => source === state));
    if (supportDong > plannedDong) return refuse('settlement.over-line', { ...named, supportDong, plannedDong });
  }
  return null;
}

/** A voucher of a payee counts once in the whole file. */
function voucherTwice(given: readonly SpentLine[]): Refusal | null {
  const seen = new Set<string>();
  for (const { lineNo, vouchers } of given) {
    for (const { number, payee } of vouchers) {
      const key = JSON.stringify([number, payee]);
      if (seen.has(key)) return refuse('settlement.voucher-twice', { lineNo, number, payee });
      seen.add(key);
    }
  }
  return null;
}

function overContract(scheme: Scheme, given: readonly SpentLine[]): Refusal | null {
  const supportDong = sumDong(given.map((line) => line.supportDong));
  const coveredDong = contractDong(scheme) - scheme.settlement.repaidDong;
  return supportDong > coveredDong ? refuse('settlement.over-contract', { supportDong, coveredDong }) : null;
}

function otherSourcesOf(scheme: Scheme, given: readonly SpentLine[]): Amount[] {
  const sums = new Map<string, Amount>();
  for (const { lineNo, otherSources } of given) {
    const year = scheme.proposal.lines[lineNo - 1]?.year ?? scheme.year;
    for (const { source, amountDong } of otherSources) {
      const key = `${year} ${source}`;
      sums.set(key, { source, year, amountDong: (sums.get(key)?.amountDong ?? 0) + amountDong });
    }
  }
  return [...sums.values()];
}
