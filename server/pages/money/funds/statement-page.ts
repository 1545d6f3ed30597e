import { pageText } from '../../../../templates/page-texts.ts';
import type { Language } from '../../../http/language.ts';
import type { Caller } from '../../../identity/caller.ts';
import { readableBy } from '../../../lists/readable.ts';
import { whoseFunds } from '../../../money/whose-funds.ts';
import type { Parts } from '../../../parts.ts';
import { type Page, type PageAnswer, page } from '../../page.ts';
import { filesOf } from '../cell.ts';
import { sameYear, statementRows, type Verdict, verdictOf, verdictTones } from '../settlement/statement.ts';
import { slipHref } from '../slip-href.ts';
import { amountColumn, day, type ShownTable, sum, tableOf, words } from '../table.ts';

type Said = { kind: 'success' | 'warning'; text: string };
type Slip = { number: string; date: string; amountDong: number; thingId: string; title: string };

/** A whole statement of the treasury beside all slips that the reader may know of: what agrees, what does not, and what is only on one side. */
const show = page({
  path: '/money/statement',
  input: {},
  async run({ caller, language }) {
    whoseFunds(caller);
    return answer(null, null, language);
  },
});

const match = page({
  method: 'post',
  path: '/money/statement',
  input: {},
  files: true,
  async run({ posted, caller, language }, parts) {
    whoseFunds(caller);
    const [sheet] = filesOf(posted.sheet);
    if (!sheet) return answer({ kind: 'warning', text: pageText('statement.none', language) }, null, language);
    const rows = await statementRows(sheet, language, parts);
    if (typeof rows === 'string') return answer({ kind: 'warning', text: rows }, null, language);
    const { slips, elsewhere } = await slipsKnown(rows, caller, parts);
    const found = rows.map((row) => {
      const slip = slips.find((one) => one.number === row.number && sameYear(one.date, row.date)) ?? null;
      return {
        ...row,
        statementDong: row.amountDong as number | null,
        slip,
        verdict: verdictOf(slip, row.date, row.amountDong, elsewhere.has(row.number)),
      };
    });
    const days = rows.map(({ date }) => date).filter((date) => /^\d{4}-/.test(date));
    const [from, to] = [days.toSorted()[0] ?? '', days.toSorted().at(-1) ?? ''];
    const missing = slips
      .filter((slip) => slip.date >= from && slip.date <= to && !found.some((one) => one.slip === slip))
      .map((slip) => ({ ...slip, statementDong: null, slip, verdict: 'missing' as Verdict }));
    const all = [...found, ...missing];
    const differences = all.filter(({ verdict }) => verdict !== 'same').length;
    const table = tableOf({
      id: 'statement',
      caption: pageText('statement.table', language),
      columns: [
        pageText('request.slip', language),
        pageText('label.date', language),
        pageText('slip.scheme', language),
        amountColumn(pageText('statement.amount', language)),
        amountColumn(pageText('statement.recorded', language)),
        pageText('statement.verdict', language),
      ],
      rows: all.map(({ number, date, slip, statementDong, verdict }) => [
        slip ? words(number, slipHref(slip)) : words(number),
        day(date),
        slip ? words(slip.title, `/schemes/${slip.thingId}/carrying-out`) : words('–'),
        sum(statementDong),
        sum(slip?.amountDong),
        { text: pageText(`statement.verdict.${verdict}`, language), tone: verdictTones[verdict] },
      ]),
    });
    const text = pageText(differences === 0 ? 'statement.all-agree' : 'statement.some-differ', language, {
      count: all.length,
      differences,
    });
    return answer({ kind: differences === 0 ? 'success' : 'warning', text }, table, language);
  },
});

function answer(said: Said | null, table: ShownTable | null, language: Language): PageAnswer {
  const title = pageText('statement.page', language);
  return {
    view: 'money/statement',
    title,
    nav: 'money',
    wide: true,
    crumbs: [{ text: pageText('shell.nav.money', language), href: '/money' }, { text: title }],
    model: { said, table },
  };
}

/** The slips of those numbers, and of the days between, of schemes that the caller may know of; `elsewhere`: numbers of slips of others. */
async function slipsKnown(
  rows: { number: string; date: string }[],
  caller: Caller,
  { reader }: Parts,
): Promise<{ slips: Slip[]; elsewhere: Set<string> }> {
  const days = rows
    .flatMap(({ date }) => (/^\d{4}-\d{2}-\d{2}$/.test(date) ? [new Date(date)] : []))
    .toSorted((a, b) => a.getTime() - b.getTime());
  const [first] = days;
  const last = days.at(-1);
  const found = await reader.paymentSlip.findMany({
    where: {
      OR: [{ number: { in: rows.map(({ number }) => number) } }, ...(first && last ? [{ date: { gte: first, lte: last } }] : [])],
    },
  });
  const schemes = await reader.scheme.findMany({
    where: { AND: [{ id: { in: found.map(({ thingId }) => thingId) } }, readableBy(caller)] },
    select: { id: true, title: true },
  });
  const titles = new Map(schemes.map(({ id, title }) => [id, title]));
  const known = found.filter(({ thingId }) => titles.has(thingId));
  return {
    slips: known.map(({ number, date, amount, thingId }) => ({
      number,
      date: date.toISOString().slice(0, 10),
      amountDong: Number(amount),
      thingId,
      title: titles.get(thingId) ?? '',
    })),
    elsewhere: new Set(found.filter((slip) => !known.includes(slip)).map(({ number }) => number)),
  };
}

export const statementPages: Page[] = [show, match];
