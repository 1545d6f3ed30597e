import { z } from 'zod';
import { refuse } from '../../command.ts';
import { words } from '../../text.ts';
import { schemeCommand } from '../command.ts';

/** What an inspection (kiểm tra) found, and by when the host is to mend it; without a day there is nothing to mend. `on`: today if left out. */
export const recordInspection = schemeCommand('record-inspection', {
  input: z.strictObject({ findings: words(20_000), mendBy: z.iso.date().nullable().default(null), on: z.iso.date().optional() }),

  decide({ input, today }) {
    const { findings, mendBy, on = today } = input;
    if (on > today) return refuse('inspection.date-ahead', { on, today });
    if (mendBy !== null && mendBy <= today) return refuse('inspection.mend-by-past', { mendBy, today });
    return [{ type: 'inspection-recorded', on, findings, mendBy }];
  },
});
