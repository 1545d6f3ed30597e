import { z } from 'zod';
import { refuse } from '../../command.ts';
import { lawValue } from '../../regulation/law-value.ts';
import { text, words } from '../../text.ts';
import { nextDayOfMonth } from '../../time/dates.ts';
import { Amounts } from '../amount.ts';
import { schemeCommand } from '../command.ts';

const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month such as 2022-05');

/** The host's monthly report: how far the work is, money spent by source, difficulties. Once a month; a late one is taken down as late. */
export const fileProgressReport = schemeCommand('file-progress-report', {
  input: z.strictObject({
    month: Month,
    text: words(20_000),
    percent: z.int().min(0).max(100),
    spent: Amounts.default([]),
    difficulties: text(10_000).default(''),
  }),

  decide({ input, state: scheme, pack, today }) {
    const { month } = input;
    if (month > today.slice(0, 7)) return refuse('report.month-ahead', { month, today });
    const earlier = scheme.reports.find((report) => report.month === month);
    if (earlier) return refuse('report.month-reported', { month, on: earlier.on });
    const day = lawValue(pack, 'report.monthly', { on: today });
    const dueOn = nextDayOfMonth(`${month}-01`, day.value);
    return [{ type: 'progress-reported', ...input, late: today > dueOn }];
  },
});
