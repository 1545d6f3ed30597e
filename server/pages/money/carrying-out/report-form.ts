import { readNumber } from '../../../../domain/money/read-number.ts';
import { lawValue } from '../../../../domain/regulation/law-value.ts';
import { amountsBySource, sumOf } from '../../../../domain/scheme/budget.ts';
import type { Scheme } from '../../../../domain/scheme/state.ts';
import { addDays, nextDayOfMonth } from '../../../../domain/time/dates.ts';
import { pageText } from '../../../../templates/page-texts.ts';
import { shownDay } from '../../../../templates/shown-values.ts';
import { cell, rowsOf, textOf } from '../cell.ts';
import { commandFields } from '../fields-of.ts';
import { formPages } from '../form-page.ts';

/** The month to report: the one after the last reported one, else this month. */
export function monthToReport({ reportedMonth }: Pick<Scheme, 'reportedMonth'>, today: string): string {
  const now = today.slice(0, 7);
  if (reportedMonth === null) return now;
  const [year = 0, month = 0] = reportedMonth.split('-').map(Number);
  const next = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
  return [next, now].toSorted()[0] ?? now;
}

/** The months of the contract up to this one that nobody has reported, the latest first. */
function monthsToReport({ contract, reports }: Scheme, today: string): { value: string; text: string }[] {
  const now = today.slice(0, 7);
  const first = [contract?.startsOn.slice(0, 7) ?? now, now].toSorted()[0] ?? now;
  const months: string[] = [];
  for (let month = first; month <= now; month = addDays(`${month}-28`, 7).slice(0, 7)) months.push(month);
  return months
    .filter((month) => !reports.some((report) => report.month === month))
    .toReversed()
    .map((month) => ({ value: month, text: month.replace(/^(\d{4})-(\d{2})$/, '$2/$1') }));
}

/** The monthly report: how far the work is, and what was spent of each source that the plan names, as a table. */
export const reportPages = formPages({
  command: 'file-progress-report',
  view: 'money/report',
  scripts: ['sums.js'],

  read(posted) {
    const percent = textOf(posted.percent);
    return {
      month: textOf(posted.month),
      text: textOf(posted.text),
      percent: percent === '' ? undefined : (readNumber(percent) ?? percent),
      difficulties: textOf(posted.difficulties),
      spent: rowsOf(posted.spent).flatMap(({ source, year, amountDong }) => {
        const amount = readNumber(textOf(amountDong)) ?? textOf(amountDong);
        return amount === '' || amount === 0 ? [] : [{ source, year: Number(year), amountDong: amount }];
      }),
    };
  },

  model(shown) {
    const { thing, scheme, language, today, values, errors } = shown;
    const month = monthToReport(scheme, today);
    const { value: dueDay, basis, certainty } = lawValue(thing.pack, 'report.monthly', { on: today });
    const typed = rowsOf(values?.spent);
    const spent = amountsBySource(scheme.proposal).map(({ source, year, amountDong }, at) => {
      const name = pageText(`choice.source.${source}`, language);
      const known = typed.findIndex((one) => one.source === source && one.year === year);
      const label = pageText('report.spent-of', language, { source: name, year: String(year) });
      return {
        name,
        year: String(year),
        plannedDong: amountDong,
        source: cell(`/spent/${at}/source`, label, source),
        yearOf: cell(`/spent/${at}/year`, label, String(year)),
        amount: {
          ...cell(`/spent/${at}/amountDong`, label, typed[known]?.amountDong),
          error: known < 0 ? null : cell(`/spent/${known}/amountDong`, '', '', errors).error,
        },
      };
    });
    return {
      law: {
        text: pageText('report.due', language, { day: dueDay, date: shownDay(nextDayOfMonth(`${month}-01`, dueDay)) }),
        basis,
        certainty,
      },
      before: commandFields(
        'file-progress-report',
        ['month', 'percent', 'text'],
        shown,
        { month },
        { month: monthsToReport(scheme, today) },
      ),
      after: commandFields('file-progress-report', ['difficulties'], shown),
      spent,
      spentDong: sumOf(typed.map(({ amountDong }) => ({ amountDong: typeof amountDong === 'number' ? amountDong : 0 }))),
    };
  },
});
