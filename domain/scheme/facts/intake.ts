import type { Section } from '../proposal.ts';
import type { Scheme } from '../state.ts';
import { type NewVersion, withVersion } from './drafting.ts';
import type { Evolutions } from './evolve.ts';

/** What the province says of a scheme: forward it with committed counterpart funds, return it with the sections to mend, or reject it. */
export type OpinionContent = { outcome: 'forward' | 'return' | 'reject'; counterpartDong: number; text: string; sections: Section[] };

export type IntakeFact =
  | { type: 'submitted-to-province'; version: number }
  | { type: 'submitted'; version: number }
  | ({ type: 'opinion-prepared' } & OpinionContent)
  | ({ type: 'opinion-forwarded' } & OpinionContent)
  | ({ type: 'opinion-returned' } & OpinionContent)
  | ({ type: 'opinion-rejected' } & OpinionContent)
  | { type: 'missed-cut-off'; clock: string; due: string }
  | { type: 'intake-begun' }
  | { type: 'file-accepted'; note: string | null }
  | { type: 'supplement-requested'; sections: Section[]; reason: string; until: string; version: number }
  | ({ type: 'supplemented'; explanation: string | null } & NewVersion)
  | { type: 'declared-ineligible'; reason: string; title: { vi: string; en: string }; text: string }
  | { type: 'withdrawn'; reason: string };

type Given = Extract<IntakeFact, { type: 'opinion-forwarded' | 'opinion-returned' | 'opinion-rejected' }>;

/** The province has spoken; a prepared opinion is used up by it. */
function opinionGiven(scheme: Scheme, { outcome, counterpartDong, text, sections }: Given, at: { actor: string; today: string }): Scheme {
  return {
    ...scheme,
    opinion: { ...scheme.opinion, prepared: null, given: { by: at.actor, outcome, counterpartDong, text, on: at.today, sections } },
  };
}

export const intake = {
  'submitted-to-province': (scheme, _, at) => ({ ...scheme, opinion: { askedOn: at.today, prepared: null, given: null } }),
  submitted: (scheme, _, at) => ({ ...scheme, submittedOn: at.today }),
  'opinion-prepared': (scheme, { type: _, ...content }, at) => ({
    ...scheme,
    opinion: { ...scheme.opinion, prepared: { by: at.actor, ...content } },
  }),
  'opinion-forwarded': (scheme, fact, at) => ({ ...opinionGiven(scheme, fact, at), submittedOn: at.today }),
  'opinion-returned': opinionGiven,
  'opinion-rejected': opinionGiven,
  'missed-cut-off': (scheme) => scheme,
  'intake-begun': (scheme) => scheme,
  'file-accepted': (scheme) => scheme,
  'supplement-requested': (scheme, { sections, reason, until, version }, at) => ({
    ...scheme,
    intake: {
      ...scheme.intake,
      supplementBy: until,
      openedSections: sections,
      requests: [...scheme.intake.requests, { on: at.today, by: at.actor, sections, reason, until, version }],
    },
  }),
  supplemented: (scheme, { version, proposal, changed }, at) => {
    const closed = { ...scheme, intake: { ...scheme.intake, supplementBy: null, openedSections: [] } };
    return changed.length > 0 ? withVersion(closed, { version, proposal }, at) : closed;
  },
  'declared-ineligible': (scheme, { reason }) => ({ ...scheme, intake: { ...scheme.intake, ineligible: reason } }),
  withdrawn: (scheme) => scheme,
} satisfies Evolutions<IntakeFact>;
