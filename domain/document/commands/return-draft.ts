import { z } from 'zod';
import { words } from '../../text.ts';
import { type DocumentFact, documentCommand } from '../facts.ts';
import { registerOf } from '../next-number.ts';

/**
 * The draft goes back to its drafter. A number that was reserved for the signature is given up and stays in the register with the reason
 * (Decree 30/2020/NĐ-CP, Article 15): it is never given again.
 */
export const returnDraft = documentCommand('return-draft', {
  input: z.strictObject({ reason: words(2_000) }),

  decide({ input: { reason }, state }) {
    const voids = [...new Set(state.approvals.map(({ by }) => by))];
    const returned: DocumentFact = { type: 'draft-returned', reason, ...(voids.length > 0 && { voids }) };
    const register = state.register ?? (state.date === null ? null : registerOf(state, state.date));
    if (!register || state.number === null) return [returned];
    return [{ type: 'number-given-up', reason, givenUp: { ...register, number: state.number, reason } }, returned];
  },
});
