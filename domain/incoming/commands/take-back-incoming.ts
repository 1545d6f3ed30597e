import { z } from 'zod';
import { words } from '../../text.ts';
import { incomingCommand } from '../facts.ts';

/** Its sender takes it back (thu hồi): it is no longer used, and the entry stays. */
export const takeBackIncoming = incomingCommand('take-back-incoming', {
  input: z.strictObject({ reason: words(500) }),

  decide: ({ input }) => [{ type: 'incoming-taken-back', ...input }],
});
