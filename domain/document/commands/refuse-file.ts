import { z } from 'zod';
import { type DocumentFact, documentCommand } from '../facts.ts';
import { Findings } from '../format/recorded.ts';
import { registerOf } from '../next-number.ts';
import { places } from './check-format.ts';

/**
 * The pages that were made for the signature are not as they should be: the draft goes back with what is wrong with them. Its number is given
 * up and stays in the register with the reason (Decree 30/2020/NĐ-CP, Article 15).
 */
export const refuseFile = documentCommand('refuse-file', {
  input: z.strictObject({ findings: Findings.min(1) }),

  decide({ input: { findings }, state }) {
    const reason = `Tệp lập để ký không đạt kiểm tra thể thức: ${places(findings).join('; ')}.`;
    const voids = [...new Set(state.approvals.map(({ by }) => by))];
    const returned: DocumentFact = { type: 'draft-returned', reason, findings, ...(voids.length > 0 && { voids }) };
    const register = state.register ?? (state.date === null ? null : registerOf(state, state.date));
    if (!register || state.number === null) return [returned];
    return [{ type: 'number-given-up', reason, givenUp: { ...register, number: state.number, reason } }, returned];
  },
});
