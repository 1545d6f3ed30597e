import type { Amount, Source } from '../scheme/amount.ts';
import type { NotedDocument } from '../scheme/state.ts';

/** One scheme of a list that goes to the signer. */
export type ListedScheme = { schemeId: string; outcome: 'approve' | 'refuse'; amounts: Amount[]; reason: string | null };
export type DecisionProposal = {
  no: number;
  list: ListedScheme[];
  status: 'proposed' | 'issued' | 'returned';
  approvals: { documentId: string; symbol: string; date: string } | null;
  refusals: { documentId: string; symbol: string; date: string } | null;
  waitsForDocuments: number;
};
export type AllocationProposal = {
  no: number;
  list: { schemeId: string; amounts: Amount[] }[];
  estimate: string;
  status: 'proposed' | 'issued' | 'returned';
  document: { documentId: string; symbol: string; date: string } | null;
};

/** A round (kỳ): the yearly call. */
export type Round = {
  programme: string;
  year: number;
  route: string;
  ownerId: string;
  provinceId: string | null;
  title: string;
  openedOn: string;
  closesAt: string;
  extensions: { to: string; reason: string; on: string }[];
  /** Ceiling per source, đồng: of the state's support always, of others where the call sets one. */
  ceilings: { source: Source; ceilingDong: number }[];
  ranking: { schemeId: string; place: number; proposedDong: number; list: 'ranked' | 'waiting' }[];
  decisions: DecisionProposal[];
  /** Decisions proposed whose documents are neither all issued nor returned. */
  openDecisions: number;
  /** Open while a decision is; afterwards by whether any has been issued. */
  standing: 'open' | 'decided' | 'undecided';
  allocations: AllocationProposal[];
  documents: NotedDocument[];
};
