import { z } from 'zod';
import type { RegulationPack } from '../../../domain/regulation/pack.ts';
import { pageText } from '../../../templates/page-texts.ts';
import { BudgetYear } from '../../http/common.ts';
import type { Language } from '../../http/language.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Caller } from '../../identity/caller.ts';
import { readableBy } from '../../lists/readable.ts';
import type { Parts } from '../../parts.ts';
import { sheetAnswer } from '../money/sheet.ts';
import { type Page, page } from '../page.ts';
import { type ReportName, reportNames, reports } from './charts.ts';
import { drawBars } from './draw.ts';

const widths = { wide: 1040, narrow: 340 };
/** A form sends what was left open as an empty text. */
const left = <T extends z.ZodType>(of: T) => z.union([z.literal('').transform(() => undefined), of]).optional();
const Filter = z.looseObject({ year: left(BudgetYear), route: left(z.enum(['central', 'local'])) });
type Filter = z.infer<typeof Filter>;

const scopeOf = ({ year, route }: Filter, caller: Caller) => ({ caller, year: year ?? null, route: route ?? null });
const queryOf = ({ year, route }: Filter) => `${year ? `&year=${year}` : ''}${route ? `&route=${route}` : ''}`;

function packOf(parts: Parts): RegulationPack {
  const [pack] = [...parts.committing.packs.values()];
  if (!pack) throw new ProblemError('not-found');
  return pack;
}

/** What happened to the programme's money and schemes, as charts, each with the table of its numbers. Everybody sees what they may know of. */
const show = page({
  path: '/reports',
  input: { query: Filter },
  async run({ query, caller, language }, parts) {
    const asked = { scope: scopeOf(query, caller), language, parts, pack: packOf(parts) };
    const [years, ...found] = await Promise.all([yearsOf(caller, parts), ...reportNames.map((name) => reports[name](asked))]);
    const sections = reportNames.map((name, at) => {
      const report = found[at] ?? null;
      return {
        id: `report-${name}`,
        title: pageText(`report.${name}`, language),
        why: pageText(`report.${name}.why`, language),
        report: report && {
          alt: pageText('report.alt', language, { title: pageText(`report.${name}`, language), parts: report.bars.names.length }),
          wide: `/reports/chart.svg?chart=${name}&language=${language}${queryOf(query)}`,
          narrow: `/reports/chart.svg?chart=${name}&size=narrow&language=${language}${queryOf(query)}`,
          table: report.table,
          more: report.more && report.more.rows.length > 0 ? report.more : null,
        },
      };
    });
    return {
      view: 'reports/show',
      title: pageText('shell.nav.reports', language),
      nav: 'reports',
      wide: true,
      model: {
        sections,
        filter: {
          years: years.map((year) => ({ value: String(year), chosen: query.year === year })),
          routes: (['central', 'local'] as const).map((value) => ({
            value,
            text: pageText(`choice.${value}`, language),
            chosen: query.route === value,
          })),
        },
        sheetHref: `/reports/table.xlsx?${queryOf(query).slice(1)}`,
      },
    };
  },
});

async function yearsOf(caller: Caller, { reader }: Parts): Promise<number[]> {
  const rows = await reader.scheme.groupBy({ by: ['year'], where: readableBy(caller), orderBy: { year: 'desc' } });
  return rows.map(({ year }) => year);
}

/** One chart as a picture of its own. */
const chart = page({
  path: '/reports/chart.svg',
  input: {
    query: Filter.extend({
      chart: z.enum(reportNames as [ReportName, ...ReportName[]]),
      size: z.enum(['wide', 'narrow']).default('wide'),
      language: z.enum(['vi', 'en']).optional(),
    }),
  },
  async run({ query, caller, language: own }, parts) {
    const language: Language = query.language ?? own;
    const report = await reports[query.chart]({ scope: scopeOf(query, caller), language, parts, pack: packOf(parts) });
    if (!report) throw new ProblemError('not-found');
    return { file: drawBars(report.bars, widths[query.size]), type: 'image/svg+xml' };
  },
});

/** All tables of the reports as one workbook. */
const asSheet = page({
  path: '/reports/table.xlsx',
  input: { query: Filter },
  async run({ query, caller, language }, parts) {
    const asked = { scope: scopeOf(query, caller), language, parts, pack: packOf(parts) };
    const found = await Promise.all(reportNames.map((name) => reports[name](asked)));
    const tables = reportNames.flatMap((name, at) => {
      const report = found[at];
      const title = pageText(`report.${name}`, language);
      return report
        ? [
            { name: title, table: report.table },
            ...(report.more ? [{ name: pageText('report.accepted', language), table: report.more }] : []),
          ]
        : [];
    });
    if (tables.length === 0) throw new ProblemError('not-found');
    return sheetAnswer('bao-cao.xlsx', tables);
  },
});

export const reportsPages: Page[] = [show, chart, asSheet];
