import { z } from 'zod';
import { schemeCommand } from '../command.ts';
import { Reason } from '../wording.ts';

/** The host takes its scheme back: free before it is decided on; afterwards only a termination ends it. */
export const withdraw = schemeCommand('withdraw', {
  input: z.strictObject({ reason: Reason }),
  decide: ({ input }) => [{ type: 'withdrawn', reason: input.reason }],
});
