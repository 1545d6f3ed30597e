import { z } from 'zod';
import { isRefusal } from '../../command.ts';
import { words } from '../../text.ts';
import { councilCommand } from '../facts.ts';
import { oneItem, ThingId } from '../input.ts';
import { absence, itemOnAgenda } from '../on-agenda.ts';

/** A scheme is put off: it can be called to another session. Votes cast on it so far come to nothing. */
export const adjournItem = councilCommand('adjourn-item', {
  input: z.strictObject({ schemeId: ThingId, reason: words(2_000) }),
  parts: oneItem,

  decide({ input, id, state, actor }) {
    const item = itemOnAgenda(state, input.schemeId, ['listed', 'open', 'balloting']);
    if (isRefusal(item)) return item;
    const refused = absence(state, actor);
    if (refused) return refused;
    return [{ type: 'item-adjourned', councilId: id, sessionNo: item.sessionNo, ...input }];
  },
});
