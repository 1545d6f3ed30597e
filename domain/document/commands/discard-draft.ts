import { z } from 'zod';
import { words } from '../../text.ts';
import { documentCommand } from '../facts.ts';

/** The draft will not become a document; what it was about is told so. */
export const discardDraft = documentCommand('discard-draft', {
  input: z.strictObject({ reason: words(2_000) }),

  decide: ({ input }) => [{ type: 'draft-discarded', reason: input.reason }],
});
