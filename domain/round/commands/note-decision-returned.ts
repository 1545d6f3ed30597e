import { refuse } from '../../command.ts';
import { tellings } from '../../tellings.ts';
import { roundCommand } from '../command.ts';

/** The signer has given a draft decision back for good: its schemes return to the ranking. */
export const noteDecisionReturned = roundCommand('note-decision-returned', {
  input: tellings['note-decision-returned'],

  decide({ input, state }) {
    const decision = state.decisions.find(({ no }) => no === input.decisionNo);
    if (decision?.status !== 'proposed') return refuse('decision.not-open', { decisionNo: input.decisionNo }, undefined, 409);
    return [{ type: 'decision-returned', ...input }];
  },
});
