import { z } from 'zod';
import { Instant } from '../../time/dates.ts';
import { clockCommand } from '../facts.ts';

/** A rehearsal begins: its clock is set. */
export const setClock = clockCommand('set-clock', {
  input: z.strictObject({ now: Instant }),
  creates: true,

  decide: ({ input }) => [{ type: 'clock-set', now: new Date(input.now).toISOString() }],
});
