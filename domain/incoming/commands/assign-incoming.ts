import { z } from 'zod';
import { text, words } from '../../text.ts';
import { incomingCommand } from '../facts.ts';

/** The clerk hands an incoming document to who is to deal with it (chuyển xử lý). */
export const assignIncoming = incomingCommand('assign-incoming', {
  input: z.strictObject({ handler: words(200), note: text(2_000).default('') }),

  decide: ({ input }) => [{ type: 'incoming-assigned', ...input }],
});
