import { z } from 'zod';
import { isRefusal, refuse } from '../../command.ts';
import { councilCommand } from '../facts.ts';
import { Conditions, oneItem, ThingId, Vote } from '../input.ts';
import { absence, barring, itemOnAgenda } from '../on-agenda.ts';

/** A member who is there and not barred votes, once. Consent on conditions names them. How somebody voted is known to nobody until the count. */
export const castBallot = councilCommand('cast-ballot', {
  input: z.strictObject({ schemeId: ThingId, vote: Vote, conditions: Conditions.default([]) }),
  parts: oneItem,

  decide({ input, state, actor }) {
    const item = itemOnAgenda(state, input.schemeId, ['balloting']);
    if (isRefusal(item)) return item;
    const refused = barring(item, actor) ?? absence(state, actor);
    if (refused) return refused;
    if (item.ballots.some(({ by }) => by === actor.id)) return refuse('council.already-voted', { scheme: item.title }, undefined, 409);
    const conditional = input.vote === 'conditional';
    if (conditional !== input.conditions.length > 0) return refuse(conditional ? 'ballot.conditions-needed' : 'ballot.conditions-only');
    return [{ type: 'ballot-cast', ...input }];
  },
});
