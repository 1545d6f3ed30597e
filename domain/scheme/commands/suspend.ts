import { z } from 'zod';
import { schemeCommand } from '../command.ts';
import { Reason } from '../wording.ts';

/** The agency halts the work for a reason; nothing is paid meanwhile. */
export const suspend = schemeCommand('suspend', {
  input: z.strictObject({ reason: Reason }),
  decide: ({ input }) => [{ type: 'suspended', reason: input.reason }],
});
