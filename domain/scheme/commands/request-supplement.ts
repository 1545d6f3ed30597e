import { z } from 'zod';
import { refuse } from '../../command.ts';
import { lawValue } from '../../regulation/law-value.ts';
import { addWorkingDays } from '../../time/working-days.ts';
import { schemeCommand } from '../command.ts';
import { Section } from '../proposal.ts';
import { Reason } from '../wording.ts';

/** The file goes back to the host with the sections it may change and the day by which it is awaited; the intake clock pauses meanwhile. */
export const requestSupplement = schemeCommand('request-supplement', {
  input: z.strictObject({
    sections: z.array(Section).min(1).max(10),
    reason: Reason,
    until: z.iso.date().meta({ description: 'Hạn bổ sung · Day by which the supplement is awaited' }),
  }),

  decide({ input: { sections, reason, until }, state: scheme, pack, today }) {
    if (until < today) return refuse('supplement.until-past', { until, today });
    const limit = lawValue(pack, 'supplement.period', { on: today });
    const latest = addWorkingDays(pack.calendar, today, limit.value);
    if (until > latest) return refuse('supplement.until-late', { until, latest, workingDays: limit.value }, limit);
    return [{ type: 'supplement-requested', sections: [...new Set(sections)], reason, until, version: scheme.version }];
  },
});
