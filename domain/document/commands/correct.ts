import { z } from 'zod';
import { isRefusal } from '../../command.ts';
import { words } from '../../text.ts';
import { documentCommand } from '../facts.ts';
import { successor } from '../successor.ts';

/**
 * An error of form is set right by a correction letter (công văn đính chính; Decree 30/2020/NĐ-CP, Article 18): what was wrong, how it reads,
 * and the letter once it is issued.
 */
export const correct = documentCommand('correct', {
  input: z.strictObject({ reason: words(2_000), text: words(5_000), documentId: z.string().trim().min(1).max(100).optional() }),
  needs: ({ input }) => (input.documentId ? { things: [input.documentId] } : {}),

  decide({ input: { reason, text, documentId }, id, state, pack, situation }) {
    if (documentId === undefined) return [{ type: 'corrected', reason, text, documentId: null }];
    const letter = successor(documentId, id, state, pack, situation);
    if (isRefusal(letter)) return letter;
    const { symbol, date } = letter;
    return [{ type: 'corrected', reason, text, documentId, symbol, date, originalId: id }];
  },
});
