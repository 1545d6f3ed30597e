import { refuse } from '../../command.ts';
import { tellings } from '../../tellings.ts';
import { roundCommand } from '../command.ts';

/** One of the documents of a proposed decision has been issued. */
export const noteDecision = roundCommand('note-decision', {
  input: tellings['note-decision'],

  decide({ input, state }) {
    const decision = state.decisions.find(({ no }) => no === input.decisionNo);
    const noted = input.outcome === 'approve' ? decision?.approvals : decision?.refusals;
    if (decision?.status !== 'proposed' || noted) return refuse('decision.not-open', { decisionNo: input.decisionNo }, undefined, 409);
    return [{ type: 'decision-issued', ...input }];
  },
});
