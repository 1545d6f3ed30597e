import type { Amount } from '../amount.ts';
import type { Scheme } from '../state.ts';
import { type NewVersion, withVersion } from './drafting.ts';
import type { Evolutions } from './evolve.ts';

type Issued = { documentId: string; symbol: string; date: string };
type Rank = { place: number; proposedDong: number };

export type DecisionFact =
  | ({ type: 'ranked' } & Rank)
  | ({ type: 'put-on-waiting-list' } & Rank)
  | { type: 'put-to-decision'; outcome: 'approve' | 'refuse'; amounts: Amount[]; decisionNo: number }
  | ({ type: 'approved'; amounts: Amount[] } & Issued)
  | ({ type: 'refused'; reason: string } & Issued)
  | { type: 'decision-returned'; reason: string }
  | ({ type: 'allocated'; amounts: Amount[] } & Issued)
  | ({ type: 'allocation-reduced'; amounts: Amount[] } & Issued)
  | ({ type: 'allocation-deferred' } & Issued)
  | ({ type: 'allocation-voided'; amounts: Amount[] } & Issued)
  | ({ type: 'reduction-accepted' } & NewVersion)
  | { type: 'reduction-declined'; reason: string; amounts: Amount[] };

type Allocated = Extract<DecisionFact, { type: 'allocated' | 'allocation-reduced' }>;

function withAllocation(scheme: Scheme, { documentId, symbol, date, amounts }: Allocated, reduced: boolean, today: string): Scheme {
  return { ...scheme, allocation: { documentId, symbol, date, amounts, reduced, answeredOn: reduced ? null : today } };
}

export const decision = {
  ranked: (scheme, { place, proposedDong }) => ({ ...scheme, ranking: { place, proposedDong, list: 'ranked' } }),
  'put-on-waiting-list': (scheme, { place, proposedDong }) => ({ ...scheme, ranking: { place, proposedDong, list: 'waiting' } }),
  'put-to-decision': (scheme) => scheme,
  approved: (scheme, { type: _, ...approved }) => ({ ...scheme, approved }),
  refused: (scheme, { type: _, ...refusal }) => ({ ...scheme, refusal }),
  'decision-returned': (scheme) => scheme,
  allocated: (scheme, fact, at) => withAllocation(scheme, fact, false, at.today),
  'allocation-reduced': (scheme, fact, at) => withAllocation(scheme, fact, true, at.today),
  'allocation-deferred': (scheme) => ({ ...scheme, allocation: null }),
  'allocation-voided': (scheme) => scheme,
  'reduction-accepted': (scheme, version, at) => {
    const replanned = withVersion(scheme, version, at);
    return { ...replanned, allocation: scheme.allocation && { ...scheme.allocation, answeredOn: at.today } };
  },
  'reduction-declined': (scheme) => ({ ...scheme, allocation: null }),
} satisfies Evolutions<DecisionFact>;
