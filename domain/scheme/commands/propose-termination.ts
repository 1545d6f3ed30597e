import { z } from 'zod';
import { refuse } from '../../command.ts';
import { lawValues } from '../../regulation/law-value.ts';
import { words } from '../../text.ts';
import { schemeCommand } from '../command.ts';

/**
 * The host asks for an end before the time; the head of the agency proposes it, on a ground of the law's list (`termination.ground`), and a
 * decision is drafted for the signer.
 */
export const proposeTermination = schemeCommand('propose-termination', {
  input: z.strictObject({ ground: words(50).optional(), text: words(10_000) }),

  decide({ input, state: { termination }, pack, today, actor }) {
    if (termination?.proposed) return refuse('termination.proposed', {}, undefined, 409);
    if (actor.as === 'host') {
      if (termination?.askedByHost) return refuse('termination.asked', {}, undefined, 409);
      return [{ type: 'termination-asked', text: input.text }];
    }
    const listed = lawValues(pack, 'termination.ground', today);
    const ground = listed.find(({ when }) => when.ground === input.ground);
    if (!ground || input.ground === undefined) {
      const grounds = listed.map(({ when }) => when.ground ?? '');
      return refuse('termination.ground-unlisted', { ground: input.ground ?? null, grounds }, listed[0]);
    }
    if (input.ground === 'host-request' && !termination?.askedByHost) return refuse('termination.not-asked', {}, ground);
    return [{ type: 'termination-proposed', ground: input.ground, title: ground.value, text: input.text }];
  },
});
