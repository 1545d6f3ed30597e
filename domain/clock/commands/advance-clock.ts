import { z } from 'zod';
import { refuse } from '../../command.ts';
import { Instant } from '../../time/dates.ts';
import { clockCommand } from '../facts.ts';

/** The process lets time go on by a step, never beyond where it was asked to go. */
export const advanceClock = clockCommand('advance-clock', {
  input: z.strictObject({ now: Instant }),

  decide({ input, state }) {
    const now = new Date(input.now).toISOString();
    if (now < state.now) return refuse('clock.backwards', { to: now, now: state.now });
    if (now > state.target) return refuse('clock.beyond', { to: now, target: state.target });
    return [{ type: 'clock-advanced', now }];
  },
});
