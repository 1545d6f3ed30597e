import type { Scheme } from '../../../../domain/scheme/state.ts';
import { pageText } from '../../../../templates/page-texts.ts';
import type { Language } from '../../../http/language.ts';
import type { Parts } from '../../../parts.ts';
import { slipHref } from '../slip-href.ts';
import { amountColumn, day, type ShownTable, sum, type TableCell, tableOf, words } from '../table.ts';
import { amountOf, dayOf, readTable } from './read-table.ts';
import { type PaidSlip, slipsOf } from './standing.ts';

const columns = {
  number: ['so chung tu', 'so ct', 'so phieu', 'so hieu', 'number', 'slip'],
  date: ['ngay', 'date'],
  amountDong: ['so tien', 'amount', 'gia tri', 'phat sinh'],
};

/** One row of the treasury's statement beside what is taken down here: the same, with another sum or day, not here, another scheme's, or only here. */
export type Verdict = 'same' | 'sum-differs' | 'date-differs' | 'unknown' | 'other-scheme' | 'missing';
type Matched = { verdict: Verdict; number: string; date: string; statementDong: number | null; slip: PaidSlip | null };
export type Statement = { rows: Matched[]; paidDong: number; table: ShownTable; differences: number; text: string };

export const verdictTones: Record<Verdict, string> = {
  same: 'tone-done',
  'sum-differs': 'tone-ended',
  'date-differs': 'tone-waits',
  unknown: 'tone-ended',
  'other-scheme': 'tone-waits',
  missing: 'tone-ended',
};

/**
 * A treasury statement (sao kê) beside the slips of a scheme, matched by number and compared by sum. `paidDong`: what the statement shows as
 * paid to this scheme, repayments left out. A text instead where the file cannot be read.
 */
export async function readStatement(
  sha256: string,
  scheme: Scheme,
  thingId: string,
  language: Language,
  parts: Parts,
): Promise<Statement | string> {
  const rows = await statementRows(sha256, language, parts);
  if (typeof rows === 'string') return rows;
  const own = slipsOf(scheme);
  const others = await elsewhere(
    rows.map(({ number }) => number),
    thingId,
    parts,
  );
  const matched = rows.map(({ number, date, amountDong }): Matched => {
    const slip = own.find((one) => one.number === number && sameYear(one.date, date)) ?? null;
    const statementDong = amountDong;
    return { number, date, statementDong, slip, verdict: verdictOf(slip, date, statementDong, others.has(number)) };
  });
  const missing = own
    .filter((slip) => !matched.some((one) => one.slip === slip))
    .map((slip): Matched => ({ number: slip.number, date: slip.date, statementDong: null, slip, verdict: 'missing' }));
  const all = [...matched, ...missing];
  const differences = all.filter(({ verdict }) => !['same', 'other-scheme'].includes(verdict)).length;
  return {
    rows: all,
    paidDong: matched.reduce((paid, { slip, statementDong }) => paid + (slip && slip.kind !== 'repayment' ? (statementDong ?? 0) : 0), 0),
    table: tableOf({
      id: 'statement',
      caption: pageText('statement.table', language),
      columns: [
        pageText('request.slip', language),
        pageText('label.date', language),
        amountColumn(pageText('statement.amount', language)),
        amountColumn(pageText('statement.recorded', language)),
        amountColumn(pageText('statement.difference', language)),
        pageText('statement.verdict', language),
      ],
      rows: all.map((one) => rowOf(one, language)),
    }),
    differences,
    text: pageText(differences === 0 ? 'statement.agrees' : 'statement.differs', language, { count: all.length, differences }),
  };
}

/** The rows of a statement: number, day and sum of each slip, đồng; a text where there are none. */
export async function statementRows(
  sha256: string,
  language: Language,
  parts: Parts,
): Promise<{ number: string; date: string; amountDong: number }[] | string> {
  const read = await readTable(sha256, columns, parts);
  if (!read.ok) return read.text[language];
  const rows = read.rows.flatMap(({ number, date, amountDong }) => {
    const sumDong = amountOf(amountDong);
    return number !== '' && typeof sumDong === 'number' ? [{ number, date: dayOf(date), amountDong: Math.abs(sumDong) }] : [];
  });
  return rows.length === 0 ? pageText('statement.nothing', language) : rows;
}

export function verdictOf(
  slip: Pick<PaidSlip, 'amountDong' | 'date'> | null,
  date: string,
  statementDong: number,
  elsewhereKnown: boolean,
): Verdict {
  if (!slip) return elsewhereKnown ? 'other-scheme' : 'unknown';
  if (slip.amountDong !== statementDong) return 'sum-differs';
  return date !== '' && slip.date !== date ? 'date-differs' : 'same';
}

export const sameYear = (one: string, other: string): boolean => other === '' || one.slice(0, 4) === other.slice(0, 4);

function rowOf({ verdict, number, date, statementDong, slip }: Matched, language: Language): TableCell[] {
  return [
    slip ? words(number, slipHref(slip)) : words(number),
    day(date),
    sum(statementDong),
    sum(slip?.amountDong),
    sum(slip && statementDong !== null ? statementDong - slip.amountDong : null),
    { text: pageText(`statement.verdict.${verdict}`, language), tone: verdictTones[verdict] },
  ];
}

/** Numbers of slips that were taken down on other schemes; which ones is not said. */
async function elsewhere(numbers: string[], thingId: string, { reader }: Pick<Parts, 'reader'>): Promise<Set<string>> {
  const found = await reader.paymentSlip.findMany({
    where: { number: { in: [...new Set(numbers)] }, thingId: { not: thingId } },
    select: { number: true },
  });
  return new Set(found.map(({ number }) => number));
}
