import { z } from 'zod';
import { isRefusal, refuse } from '../../command.ts';
import { words } from '../../text.ts';
import { councilCommand } from '../facts.ts';
import { oneItem, ThingId, Vote } from '../input.ts';
import { barring, itemOnAgenda } from '../on-agenda.ts';
import { presentAt } from '../seats.ts';

/** A member who cannot come says in writing what they think (27/2015/TT-BTNMT by analogy): read out, never counted. Who is there votes. */
export const submitWrittenView = councilCommand('submit-written-view', {
  input: z.strictObject({ schemeId: ThingId, view: Vote, text: words(10_000) }),
  parts: oneItem,

  decide({ input, state, actor }) {
    const item = itemOnAgenda(state, input.schemeId, ['listed', 'open', 'balloting']);
    if (isRefusal(item)) return item;
    const refused = barring(item, actor);
    if (refused) return refused;
    if (presentAt(state.session).has(actor.id)) return refuse('council.present-votes', { scheme: item.title });
    return [{ type: 'written-view-submitted', ...input }];
  },
});
