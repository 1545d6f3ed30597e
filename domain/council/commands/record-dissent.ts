import { z } from 'zod';
import { isRefusal, refuse } from '../../command.ts';
import { words } from '../../text.ts';
import { councilCommand } from '../facts.ts';
import { oneItem, ThingId } from '../input.ts';
import { absence, barring, itemOnAgenda } from '../on-agenda.ts';

/** A member who was there has their dissenting opinion (ý kiến bảo lưu) put into the minutes, before these are signed. */
export const recordDissent = councilCommand('record-dissent', {
  input: z.strictObject({ schemeId: ThingId, text: words(10_000) }),
  parts: oneItem,

  decide({ input, state, actor }) {
    const item = itemOnAgenda(state, input.schemeId, ['counted', 'concluded']);
    if (isRefusal(item)) return item;
    const refused = barring(item, actor) ?? absence(state, actor);
    if (refused) return refused;
    const signed = state.session?.minutesSigned;
    if (signed?.chair || signed?.secretary) return refuse('minutes.signed', {}, undefined, 409);
    return [{ type: 'dissent-recorded', ...input }];
  },
});
