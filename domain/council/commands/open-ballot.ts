import { isRefusal, refuse } from '../../command.ts';
import { councilCommand } from '../facts.ts';
import { OneItem, oneItem } from '../input.ts';
import { absence, barring, itemOnAgenda } from '../on-agenda.ts';
import { quorumFor } from '../quorum-refusal.ts';
import { seated } from '../seats.ts';

/** The vote on the open scheme begins, once the reviewers have handed in their sheets. */
export const openBallot = councilCommand('open-ballot', {
  input: OneItem,
  parts: oneItem,

  decide({ input, state, pack, today, actor }) {
    const item = itemOnAgenda(state, input.schemeId, ['open']);
    if (isRefusal(item)) return item;
    const refused = absence(state, actor) ?? barring(item, actor) ?? quorumFor(state, item, pack, today).refusal;
    if (refused) return refused;
    const without = seated(state).filter(({ role, personId }) => role === 'reviewer' && !item.sheets.some(({ by }) => by === personId));
    if (without.length > 0) return refuse('ballot.sheets-missing', { scheme: item.title, missing: without.map(({ name }) => name) });
    return [{ type: 'ballot-opened', schemeId: input.schemeId }];
  },
});
