import { z } from 'zod';
import { lawValue } from '../../../../domain/regulation/law-value.ts';
import type { RegulationPack } from '../../../../domain/regulation/pack.ts';
import { dateInYear } from '../../../../domain/time/dates.ts';
import { pageText } from '../../../../templates/page-texts.ts';
import { shownDay } from '../../../../templates/shown-values.ts';
import { BudgetYear } from '../../../http/common.ts';
import type { Language } from '../../../http/language.ts';
import { ProblemError } from '../../../http/problem.ts';
import { readFunds } from '../../../money/read-funds.ts';
import { page } from '../../page.ts';
import { sheetAnswer } from '../sheet.ts';
import { words } from '../table.ts';
import { addUp, fundHref, fundName, sumsTable } from './fund-table.ts';

export const Programme = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/);
const As = z.looseObject({ format: z.literal('xlsx').optional() });

/** All money that somebody may look into: by programme and year, and the days on which a budget year ends. */
export const showMoney = page({
  path: '/money',
  input: { query: As },
  async run({ query, caller, language }, parts) {
    const [funds, today] = await Promise.all([readFunds({}, caller, parts), parts.time.today()]);
    const packs = [...parts.committing.packs.values()];
    const tables = packs.flatMap((pack) => {
      const own = funds.filter(({ programme }) => programme === pack.id);
      const years = [...new Set(own.map(({ year }) => year))];
      if (own.length === 0) return [];
      return [
        sumsTable({
          id: `programme-${pack.id}`,
          caption: pageText('money.of-programme', language, { title: pack.title[language] }),
          first: pageText('label.year', language),
          rows: years.map((year) => ({
            name: words(String(year), `/money/${pack.id}/${year}`),
            sums: addUp(own.filter((fund) => fund.year === year)),
          })),
          total: addUp(own),
          language,
        }),
      ];
    });
    if (query.format === 'xlsx')
      return sheetAnswer(
        'kinh-phi.xlsx',
        tables.map((table) => ({ name: pageText('shell.nav.money', language), table })),
      );
    return {
      view: 'money/funds',
      title: pageText('shell.nav.money', language),
      nav: 'money',
      wide: true,
      model: {
        intro: pageText('money.why', language),
        tables,
        sheetHref: tables.length > 0 ? '/money?format=xlsx' : null,
        statementHref: '/money/statement',
        days: packs.flatMap((pack) => yearEnd(pack, today, language)),
        explained,
        empty: tables.length === 0,
      },
    };
  },
});

/** What each column says, below every table of sums. */
export const explained = ['ceiling', 'reserved', 'allocated', 'contracted', 'advanced', 'paid', 'settled', 'returned', 'available'].map(
  (name) => ({
    name: `fund.${name}`,
    text: `fund.help.${name}`,
  }),
);

const dates = [
  'year-end.treasury-documents',
  'year-end.spending',
  'year-end.liquidation',
  'year-end.adjustment',
  'year-end.reconciliation',
  'year-end.advance-repayment',
  'year-end.level-one-settlement',
] as const;

function yearEnd(pack: RegulationPack, today: string, language: Language): object[] {
  const year = Number(today.slice(0, 4));
  return dates
    .map((key) => {
      const { value, basis, certainty } = lawValue(pack, key, { on: today });
      const date = dateInYear(value > '07' ? year : year + 1, value);
      return { on: date, date: shownDay(date), text: pageText(`money.${key}`, language), basis, certainty };
    })
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));
}

/** The funds of a programme in a year: by source and owner. */
export const showYear = page({
  path: '/money/{programme}/{year}',
  input: { params: z.strictObject({ programme: Programme, year: BudgetYear }), query: As },
  async run({ params: { programme, year }, query, caller, language }, parts) {
    const pack = parts.committing.packs.get(programme);
    if (!pack) throw new ProblemError('not-found');
    const funds = await readFunds({ programme, year }, caller, parts);
    const title = pageText('money.of-year', language, { year: String(year) });
    const table = sumsTable({
      id: 'funds',
      caption: pageText('money.by-source', language, { year: String(year) }),
      first: pageText('label.source', language),
      rows: funds.map((fund) => ({ name: words(fundName(fund, language), fundHref(fund)), sums: fund })),
      total: addUp(funds),
      language,
    });
    if (query.format === 'xlsx') return sheetAnswer(`kinh-phi-${year}.xlsx`, [{ name: String(year), table }]);
    const sources = [...new Set(funds.map(({ source }) => source))];
    return {
      view: 'money/funds',
      title,
      nav: 'money',
      wide: true,
      crumbs: [{ text: pageText('shell.nav.money', language), href: '/money' }, { text: title }],
      model: {
        intro: pack.title[language],
        tables: [
          table,
          ...(sources.length > 1
            ? [
                sumsTable({
                  id: 'sources',
                  caption: pageText('money.sources-together', language),
                  first: pageText('label.source', language),
                  rows: sources.map((source) => ({
                    name: words(pageText(`choice.source.${source}`, language)),
                    sums: addUp(funds.filter((fund) => fund.source === source)),
                  })),
                  total: addUp(funds),
                  language,
                }),
              ]
            : []),
        ],
        sheetHref: `/money/${programme}/${year}?format=xlsx`,
        days: [],
        explained,
        empty: funds.length === 0,
      },
    };
  },
});
