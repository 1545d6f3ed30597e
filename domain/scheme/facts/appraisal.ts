import type { Scheme, Votes } from '../state.ts';
import type { Evolutions } from './evolve.ts';

/** What the council (on the local route the finance department) found. */
export type Finding = {
  conditions: { no: number; text: string }[];
  reviseBy: string | null;
  votes: Votes | null;
  averageScore: number | null;
  text: string | null;
};
export type Answer = { no: number; answer: 'accepted' | 'explained'; text: string };

export type AppraisalFact =
  | { type: 'entered-council'; councilId: string; sessionNo: number; roster: Record<string, string[]> }
  | ({ type: 'recommended' } & Finding)
  | ({ type: 'recommended-conditionally' } & Finding)
  | ({ type: 'not-recommended' } & Finding)
  | { type: 'adjourned'; councilId: string; sessionNo: number }
  | ({ type: 'adjustment-appraised'; conclusion: 'pass' | 'conditional' | 'fail' } & Finding)
  | { type: 'revision-submitted'; answers: Answer[] }
  | { type: 'revision-confirmed'; note: string | null }
  | { type: 'revision-returned'; reason: string };

function concluded(scheme: Scheme, conclusion: 'pass' | 'conditional' | 'fail', finding: Finding): Scheme {
  const { conditions, reviseBy, votes, averageScore } = finding;
  return {
    ...scheme,
    appraisal: { conclusion, conditions, reviseBy, votes, averageScore, answers: [], revisionSubmitted: false },
  };
}

export const appraisal = {
  'entered-council': (scheme, { councilId, sessionNo, roster }) => ({ ...scheme, council: { councilId, sessionNo, roster } }),
  recommended: (scheme, finding) => concluded(scheme, 'pass', finding),
  'recommended-conditionally': (scheme, finding) => concluded(scheme, 'conditional', finding),
  'not-recommended': (scheme, finding) => concluded(scheme, 'fail', finding),
  adjourned: (scheme) => scheme,
  'adjustment-appraised': (scheme, { conclusion, conditions }) =>
    scheme.adjustment ? { ...scheme, adjustment: { ...scheme.adjustment, appraised: true, conclusion, conditions } } : scheme,
  'revision-submitted': (scheme, { answers }) => ({ ...scheme, appraisal: { ...scheme.appraisal, answers, revisionSubmitted: true } }),
  'revision-confirmed': (scheme) => scheme,
  'revision-returned': (scheme) => ({ ...scheme, appraisal: { ...scheme.appraisal, revisionSubmitted: false } }),
} satisfies Evolutions<AppraisalFact>;
