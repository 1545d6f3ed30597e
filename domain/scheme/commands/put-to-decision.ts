import { refuse } from '../../command.ts';
import { tellings } from '../../tellings.ts';
import { schemeCommand } from '../command.ts';

/** The scheme is on a list that goes to the signer. What was not recommended can only be refused. */
export const putToDecision = schemeCommand('put-to-decision', {
  input: tellings['put-to-decision'],
  decide: ({ input, state }) =>
    input.outcome === 'approve' && state.appraisal.conclusion === 'fail'
      ? refuse('decision.not-recommended')
      : [{ type: 'put-to-decision', ...input }],
});
