import { z } from 'zod';
import { isRefusal, refuse } from '../../command.ts';
import { findLawValue, lawValues } from '../../regulation/law-value.ts';
import { text } from '../../text.ts';
import { councilCommand } from '../facts.ts';
import { oneItem, ThingId } from '../input.ts';
import { itemOnAgenda } from '../on-agenda.ts';
import { isBarred } from '../seats.ts';

/**
 * A member says for one scheme whether they have an interest in it, and which. What the law lists as barring bars, from the declaration on;
 * what follows from a position stays whatever is declared. Once ballots have been cast on the scheme it is too late.
 */
export const declareInterest = councilCommand('declare-interest', {
  input: z.strictObject({ schemeId: ThingId, kind: z.string().trim().min(1).max(60), text: text(2_000).default('') }),
  parts: oneItem,

  decide({ input, id, state, pack, today, actor }) {
    const { schemeId, kind } = input;
    const item = itemOnAgenda(state, schemeId);
    if (isRefusal(item)) return item;
    if (item.ballots.length > 0 || item.status === 'counted' || item.status === 'concluded') {
      return refuse('interest.after-ballot', { scheme: item.title }, undefined, 409);
    }
    const derived = item.interests.some((one) => one.by === actor.id && one.derived && one.bars);
    const before = isBarred(item, actor.id);
    const told = (bars: boolean) => (before === (bars || derived) || item.status === 'adjourned' ? {} : { councilId: id });
    if (kind === 'none') return [{ type: 'interest-declared', schemeId, kind, text: input.text, bars: false, ...told(false) }];
    const law = findLawValue(pack, 'council.interest', { on: today, interest: kind });
    if (!law) {
      const kinds = lawValues(pack, 'council.interest', today).map(({ when }) => when.interest ?? '');
      return refuse('interest.unknown', { kind, kinds: ['none', ...kinds] });
    }
    const { title, bars } = law.value;
    return { facts: [{ type: 'interest-declared', schemeId, kind, text: input.text || title.vi, bars, ...told(bars) }], result: { bars } };
  },
});
