import { z } from 'zod';
import { lawValue } from '../../regulation/law-value.ts';
import { addWorkingDays } from '../../time/working-days.ts';
import { edited } from '../apart.ts';
import { documentCommand } from '../facts.ts';

/**
 * The clerk issues what was signed: on the day itself, the next working day at the latest (Decree 30/2020/NĐ-CP, Article 18). Later it is
 * still issued, and the record says that it was late.
 */
export const issue = documentCommand('issue', {
  input: z.strictObject({}),

  decide({ id, state, actor, pack, today }) {
    const own = edited('issue', state, actor, pack);
    if (own) return own;
    const limit = lawValue(pack, 'document.issue', { on: today });
    const date = state.date ?? today;
    const late = today > addWorkingDays(pack.calendar, date, limit.value);
    return { facts: [{ type: 'document-issued', documentId: id, date, late }], result: { symbol: state.symbol, date, late } };
  },
});
