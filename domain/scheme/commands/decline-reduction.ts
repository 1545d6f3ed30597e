import { z } from 'zod';
import { schemeCommand } from '../command.ts';
import { Reason } from '../wording.ts';

/** The host does not carry its scheme out for the smaller sum: the money comes free, the scheme stays approved. */
export const declineReduction = schemeCommand('decline-reduction', {
  input: z.strictObject({ reason: Reason }),
  decide: ({ input, state }) => [{ type: 'reduction-declined', reason: input.reason, amounts: state.allocation?.amounts ?? [] }],
});
