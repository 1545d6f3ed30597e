import { z } from 'zod';
import { isRefusal, refuse } from '../../command.ts';
import { words } from '../../text.ts';
import { documentCommand } from '../facts.ts';
import { successor } from '../successor.ts';

/**
 * An error of content is set right by a document of the same form in its place (Decree 30/2020/NĐ-CP, Article 18): one that is issued by then,
 * or without a word about it one that is drawn up now. Until that is issued, this one holds.
 */
export const replace = documentCommand('replace', {
  input: z.strictObject({ reason: words(2_000), documentId: z.string().trim().min(1).max(100).optional() }),
  needs: ({ input }) => (input.documentId ? { things: [input.documentId] } : {}),

  decide({ input: { reason, documentId }, id, state, pack, situation }) {
    if (documentId === undefined) {
      if (state.route === 'automatic') return refuse('document.only-process', { type: state.title });
      if (state.replacement) return refuse('document.replacement-begun', { on: state.replacement.on }, undefined, 409);
      return [{ type: 'replacement-begun', reason }];
    }
    const other = successor(documentId, id, state, pack, situation);
    if (isRefusal(other)) return other;
    if (other.type !== state.type) return refuse('document.other-form', { type: state.type, other: other.type });
    const { symbol, date } = other;
    return [{ type: 'replaced', reason, documentId, symbol, date, originalId: id }];
  },
});
