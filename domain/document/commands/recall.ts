import { z } from 'zod';
import { words } from '../../text.ts';
import { documentCommand } from '../facts.ts';

/** The document is taken back (thu hồi): it holds no more, and its recipients delete it and confirm that (Decree 30/2020/NĐ-CP, Article 18). */
export const recall = documentCommand('recall', {
  input: z.strictObject({ reason: words(2_000) }),

  decide: ({ input }) => [{ type: 'recalled', reason: input.reason }],
});
