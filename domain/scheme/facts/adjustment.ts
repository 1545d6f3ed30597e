import type { AdjustmentChange } from '../adjustment-change.ts';
import type { Scheme } from '../state.ts';
import { type NewVersion, withVersion } from './drafting.ts';
import type { Evolutions } from './evolve.ts';

/** What an accepted adjustment does: a new version of the proposal, the contract's new terms, and money moved. Sums in đồng. */
export type AppliedAdjustment = NewVersion & {
  contract: { sumDong: number; endsOn: string };
  moreDong: number;
  lessDong: number;
  carried: { fromYear: number; toYear: number; amountDong: number } | null;
};

export type AdjustmentFact =
  | {
      type: 'adjustment-requested';
      no: number;
      kind: AdjustmentChange['change'];
      changes: AdjustmentChange;
      reason: string;
      files: string[];
      decider: 'agency-head' | 'signer';
      toCouncil: boolean;
      /** Support that it adds, đồng. */
      moreDong: number;
    }
  | { type: 'adjustment-sent-to-council'; no: number; note: string }
  | { type: 'adjustment-sent-to-signer'; no: number; note: string }
  | {
      type: 'adjustment-decided';
      no: number;
      accepted: boolean;
      note: string;
      document: { documentId: string; symbol: string | null; date: string } | null;
      applied: AppliedAdjustment | null;
    };

const withStatus = (scheme: Scheme, status: 'at-council' | 'at-signer'): Scheme =>
  scheme.adjustment ? { ...scheme, adjustment: { ...scheme.adjustment, status } } : scheme;

export const adjustment = {
  'adjustment-requested': (scheme, { no, kind, changes, reason, decider, toCouncil, moreDong }, at) => ({
    ...scheme,
    adjustments: no,
    adjustment: {
      no,
      kind,
      changes,
      reason,
      decider,
      toCouncil,
      moreDong,
      appraised: false,
      conclusion: null,
      status: 'asked',
      askedOn: at.today,
      decision: null,
    },
  }),
  'adjustment-sent-to-council': (scheme) => withStatus(scheme, 'at-council'),
  'adjustment-sent-to-signer': (scheme) => withStatus(scheme, 'at-signer'),
  'adjustment-decided': (scheme, { accepted, note, document, applied }, at) => {
    const decided: Scheme = {
      ...scheme,
      adjustment: scheme.adjustment && {
        ...scheme.adjustment,
        status: accepted ? 'accepted' : 'refused',
        decision: { on: at.today, by: at.actor, note, document },
      },
    };
    if (!applied) return decided;
    const adjusted = applied.changed.length > 0 ? withVersion(decided, applied, at) : decided;
    return {
      ...adjusted,
      contract: scheme.contract && { ...scheme.contract, ...applied.contract },
      acceptance: { ...scheme.acceptance, complete: false },
    };
  },
} satisfies Evolutions<AdjustmentFact>;
