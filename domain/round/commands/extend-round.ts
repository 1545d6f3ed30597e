import { z } from 'zod';
import { refuse } from '../../command.ts';
import { Reason, roundCommand } from '../command.ts';
import { DayOrInstant, instantOf } from './open-round.ts';

/** Schemes are taken in for longer: to a later date only, and the reason stands in the record. */
export const extendRound = roundCommand('extend-round', {
  input: z.strictObject({ to: DayOrInstant, reason: Reason }),

  decide({ input, state, now }) {
    const to = instantOf(input.to);
    if (to <= state.closesAt || to <= now) return refuse('round.not-later', { closesAt: state.closesAt, to });
    return [{ type: 'round-extended', to, reason: input.reason }];
  },
});
