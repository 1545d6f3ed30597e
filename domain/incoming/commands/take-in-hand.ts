import { z } from 'zod';
import { text } from '../../text.ts';
import { incomingCommand } from '../facts.ts';

/** Whoever has it deals with it. */
export const takeInHand = incomingCommand('take-in-hand', {
  input: z.strictObject({ note: text(2_000).default('') }),

  decide: ({ input }) => [{ type: 'incoming-in-hand', ...input }],
});
