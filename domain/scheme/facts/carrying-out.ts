import type { Amount } from '../amount.ts';
import { type AcceptanceFact, acceptance } from './acceptance.ts';
import { type AdjustmentFact, adjustment } from './adjustment.ts';
import type { Evolutions } from './evolve.ts';
import { type TerminationFact, termination } from './termination.ts';

type ReportFact =
  /** `month` as 2022-05; `late`: after the day of the month that the law names. */
  | { type: 'progress-reported'; month: string; text: string; percent: number; spent: Amount[]; difficulties: string; late: boolean }
  | { type: 'inspection-recorded'; on: string; findings: string; mendBy: string | null }
  | { type: 'suspended'; reason: string }
  /** Taken up again after a suspension, or in the next year after money was carried over. */
  | { type: 'resumed'; reason: string };

/** What happens to a scheme while it is carried out, from the first report to the acceptance or the end before its time. */
export type CarryingOutFact = ReportFact | AdjustmentFact | TerminationFact | AcceptanceFact;

export const carryingOut = {
  'progress-reported': (scheme, { type: _, ...report }, at) => ({
    ...scheme,
    reportedMonth: [scheme.reportedMonth ?? '', report.month].toSorted().at(-1) ?? null,
    reports: [...scheme.reports, { on: at.today, ...report }],
  }),
  'inspection-recorded': (scheme, { on, findings, mendBy }, at) => ({
    ...scheme,
    inspection: { mendBy, records: [...scheme.inspection.records, { on, by: at.actor, findings, mendBy }] },
  }),
  suspended: (scheme, { reason }, at) => ({ ...scheme, suspension: { reason, on: at.today, by: at.actor } }),
  resumed: (scheme) => ({ ...scheme, suspension: null, acceptance: { ...scheme.acceptance, complete: false } }),
  ...adjustment,
  ...termination,
  ...acceptance,
} satisfies Evolutions<CarryingOutFact>;
