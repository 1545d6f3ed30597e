import { z } from 'zod';
import { refuse } from '../../command.ts';
import { roundCommand } from '../command.ts';

/** The round is over: nothing of it lies with a signer any more. */
export const finishRound = roundCommand('finish-round', {
  input: z.strictObject({}),

  decide({ state }) {
    const allocations = state.allocations.filter(({ status }) => status === 'proposed').length;
    if (state.openDecisions + allocations > 0) return refuse('round.open-business', { decisions: state.openDecisions, allocations });
    return [{ type: 'round-finished' }];
  },
});
