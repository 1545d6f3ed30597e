import { z } from 'zod';
import { refuse } from '../../command.ts';
import { lawValue } from '../../regulation/law-value.ts';
import { addDays } from '../../time/dates.ts';
import { schemeCommand } from '../command.ts';
import { Reason } from '../wording.ts';

/** No contract came about in time: the approval lapses and the money comes free. Only after the warning time of the contract has passed. */
export const lapse = schemeCommand('lapse', {
  input: z.strictObject({ reason: Reason }),

  decide({ input, state: { allocation, termination }, pack, today }) {
    if (termination?.proposed) return refuse('termination.proposed', {}, undefined, 409);
    const limit = lawValue(pack, 'contract.warn', { on: today });
    const since = allocation?.answeredOn ?? allocation?.date ?? today;
    const until = addDays(since, limit.value);
    if (today <= until) return refuse('lapse.too-early', { since, until, days: limit.value }, limit);
    return [{ type: 'lapsed', reason: input.reason, amounts: allocation?.amounts ?? [] }];
  },
});
