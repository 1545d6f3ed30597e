import type { FactBase } from '../command.ts';
import type { Amount, Source } from '../scheme/amount.ts';
import type { ListedScheme, Round } from './state.ts';

type Ranking = Round['ranking'];
type Issued = { documentId: string; symbol: string | null; date: string };

/** What can have happened to a round. Sums in đồng, days ISO, `closesAt` an instant. */
export type RoundFact =
  | {
      type: 'round-opened';
      programme: string;
      year: number;
      route: string;
      ownerId: string;
      provinceId: string | null;
      title: string;
      closesAt: string;
      ceilings: { source: Source; ceilingDong: number }[];
    }
  | { type: 'round-extended'; to: string; reason: string }
  /** Brought about by the clock of its cut-off. */
  | { type: 'round-closed'; clock: string; due: string }
  | { type: 'schemes-ranked'; ranking: Ranking }
  | { type: 'scheme-promoted'; schemeId: string; reason: string | null; ranking: Ranking }
  | { type: 'decision-proposed'; no: number; list: ListedScheme[] }
  | ({ type: 'decision-issued'; decisionNo: number; outcome: 'approve' | 'refuse' } & Issued)
  | { type: 'decision-returned'; decisionNo: number; reason: string }
  | { type: 'allocation-proposed'; no: number; list: { schemeId: string; amounts: Amount[] }[]; estimate: string }
  | ({ type: 'allocation-issued'; allocationNo: number } & Issued)
  | { type: 'allocation-returned'; allocationNo: number; reason: string }
  | { type: 'round-finished' }
  | ({ type: 'document-noted'; documentType: string; title: string; file: string | null } & Issued);
export type RoundFactType = RoundFact['type'];
export type RoundFactOf<T extends RoundFactType> = Extract<RoundFact, { type: T }> & FactBase;
