import { z } from 'zod';
import { text } from '../../text.ts';
import { incomingCommand } from '../facts.ts';

/** It has been dealt with. */
export const finishIncoming = incomingCommand('finish-incoming', {
  input: z.strictObject({ note: text(2_000).default('') }),

  decide: ({ input }) => [{ type: 'incoming-done', ...input }],
});
