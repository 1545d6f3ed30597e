import type { PlanItemOfScheme } from '../plan-link.ts';
import type { Proposal, Section } from '../proposal.ts';
import type { NotedDocument, Scheme } from '../state.ts';
import type { Evolutions, Moment } from './evolve.ts';

/** A new version of the proposal: the whole of it, so that every version can be read and compared. */
export type NewVersion = { version: number; proposal: Proposal; changed: Section[] };

export type DraftingFact =
  | ({
      type: 'scheme-drafted';
      roundId: string;
      programme: string;
      route: string;
      year: number;
      host: { id: string; name: string };
      provinceId: string | null;
      localFinanceId: string | null;
      hostIsCentral: boolean;
      planItem: PlanItemOfScheme | null;
      cutOff: string;
    } & NewVersion)
  | ({ type: 'proposal-edited' } & NewVersion)
  | { type: 'scheme-discarded' }
  | { type: 'deadline-moved'; cutOff: string }
  | ({ type: 'document-noted'; documentType: string } & Omit<NotedDocument, 'type'>);

/** The scheme with a new version as its present one. */
export function withVersion(scheme: Scheme, { version, proposal }: Pick<NewVersion, 'version' | 'proposal'>, at: Moment): Scheme {
  return { ...scheme, version, proposal, versions: [...scheme.versions, { version, seq: at.seq, on: at.now, by: at.actor }] };
}

export const drafting = {
  'scheme-drafted': (scheme, { type: _, version, proposal, changed: __, ...origin }, at) =>
    withVersion({ ...scheme, ...origin }, { version, proposal }, at),
  'proposal-edited': (scheme, version, at) => {
    const edited = withVersion(scheme, version, at);
    return { ...edited, appraisal: { ...edited.appraisal, revisionSubmitted: false } };
  },
  'scheme-discarded': (scheme) => scheme,
  'deadline-moved': (scheme, { cutOff }) => ({ ...scheme, cutOff }),
  'document-noted': (scheme, { documentType, documentId, title, symbol, date, file }) => ({
    ...scheme,
    documents: [
      ...scheme.documents.filter((known) => known.documentId !== documentId),
      { documentId, type: documentType, title, symbol, date, file },
    ],
  }),
} satisfies Evolutions<DraftingFact>;
