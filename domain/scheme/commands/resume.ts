import { z } from 'zod';
import { refuse } from '../../command.ts';
import { schemeCommand } from '../command.ts';
import { stillToAccept } from '../outputs.ts';
import { Reason } from '../wording.ts';

/** The work goes on: after a suspension, or in the next year with money carried over, as long as there is work left. */
export const resume = schemeCommand('resume', {
  input: z.strictObject({ reason: Reason }),

  decide({ input, state: scheme, stateName }) {
    if (stateName === 'carried-over' && stillToAccept(scheme).length === 0) return refuse('resume.nothing-left', {});
    return [{ type: 'resumed', reason: input.reason }];
  },
});
