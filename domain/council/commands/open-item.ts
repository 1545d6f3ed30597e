import { isRefusal, refuse } from '../../command.ts';
import { councilCommand } from '../facts.ts';
import { OneItem, oneItem } from '../input.ts';
import { absence, barring, itemOnAgenda } from '../on-agenda.ts';
import { quorumFor } from '../quorum-refusal.ts';

/** The council takes up one scheme, one at a time, and only with a quorum of those who may judge it. */
export const openItem = councilCommand('open-item', {
  input: OneItem,
  parts: oneItem,

  decide({ input, state, pack, today, actor }) {
    const item = itemOnAgenda(state, input.schemeId, ['listed']);
    if (isRefusal(item)) return item;
    const open = state.session?.openItem;
    if (open) return refuse('session.another-open', { scheme: open }, undefined, 409);
    const refused = absence(state, actor) ?? barring(item, actor);
    if (refused) return refused;
    const { attendance, refusal } = quorumFor(state, item, pack, today);
    if (refusal) return refusal;
    return {
      facts: [{ type: 'item-opened', schemeId: input.schemeId }],
      result: { present: attendance.present.length, entitled: attendance.entitled.length },
    };
  },
});
