import { z } from 'zod';
import { refuse } from '../../command.ts';
import { words } from '../../text.ts';
import { planCommand } from '../facts.ts';

/** Somebody takes note of a difference and says why it stands. The plan stays as it is printed. */
export const acceptDifference = planCommand('accept-difference', {
  input: z.strictObject({ index: z.int().nonnegative(), note: words(2_000) }),

  decide({ input, state }) {
    const difference = state.differences[input.index];
    if (!difference) return refuse('plan.no-such-difference', { index: input.index, count: state.differences.length });
    if (difference.accepted) return refuse('plan.difference-accepted', { on: difference.accepted.on }, undefined, 409);
    return [{ type: 'difference-accepted', ...input }];
  },
});
