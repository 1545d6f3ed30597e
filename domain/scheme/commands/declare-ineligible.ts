import { z } from 'zod';
import { refuse } from '../../command.ts';
import { lawValues } from '../../regulation/law-value.ts';
import { words } from '../../text.ts';
import { schemeCommand } from '../command.ts';
import { Reason } from '../wording.ts';

/** The file can not be taken in, for one of the reasons that the law lists (`ineligibility.reason`). */
export const declareIneligible = schemeCommand('declare-ineligible', {
  input: z.strictObject({ reason: words(50), text: Reason }),

  decide({ input: { reason, text }, pack, today }) {
    const listed = lawValues(pack, 'ineligibility.reason', today);
    const found = listed.find((one) => one.when.reason === reason);
    if (!found) return refuse('intake.reason-unlisted', { reason, reasons: listed.flatMap(({ when }) => when.reason ?? []) });
    return [{ type: 'declared-ineligible', reason, title: found.value, text }];
  },
});
