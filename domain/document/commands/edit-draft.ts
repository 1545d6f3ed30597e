import { z } from 'zod';
import { refuse } from '../../command.ts';
import { words } from '../../text.ts';
import { digestOf } from '../digest.ts';
import { documentCommand } from '../facts.ts';
import { OfficialDocument } from '../model.ts';

/**
 * The draft reads otherwise. Every approval was bound to what was read and is void now; the draft is checked anew. The annexes of a
 * document that other things will follow (a list of schemes with their sums) stay as they follow from the facts.
 */
export const editDraft = documentCommand('edit-draft', {
  input: z.strictObject({ title: words(500).optional(), content: OfficialDocument }),

  decide({ input, state }) {
    const { content } = input;
    const title = input.title ?? state.title;
    if (content.type !== state.content.type) return refuse('document.type-differs', { type: state.content.type, content: content.type });
    if (content.number !== undefined || content.date !== undefined) return refuse('document.numbered-already');
    const digest = digestOf(content);
    if (digest === state.digest && title === state.title) return refuse('document.nothing-changed');
    if (state.whenIssued.length > 0 && digestOf(content.annexes) !== digestOf(state.content.annexes)) return refuse('document.list-fixed');
    const voids = [...new Set(state.approvals.map(({ by }) => by))];
    return { facts: [{ type: 'draft-edited', title, content, digest, voids }], result: { digest, voids } };
  },
});
