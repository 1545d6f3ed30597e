import { z } from 'zod';
import { schemeCommand } from '../command.ts';
import { Reason } from '../wording.ts';

/** Finance gives the settlement file back to be mended. */
export const returnSettlement = schemeCommand('return-settlement', {
  input: z.strictObject({ reason: Reason }),
  decide: ({ input }) => [{ type: 'settlement-returned', reason: input.reason }],
});
