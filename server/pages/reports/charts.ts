import { folded } from '../../../domain/plan/cell.ts';
import type { RegulationPack } from '../../../domain/regulation/pack.ts';
import { pageText } from '../../../templates/page-texts.ts';
import { shownNumber } from '../../../templates/shown-values.ts';
import type { Language } from '../../http/language.ts';
import type { Parts } from '../../parts.ts';
import { acceptedOutputs } from '../../reports/accepted-outputs.ts';
import { moneyByStep, steps } from '../../reports/money-by-step.ts';
import { schemesByState } from '../../reports/schemes-by-state.ts';
import type { Scope } from '../../reports/scope.ts';
import { timePerState } from '../../reports/time-per-state.ts';
import { amountColumn, count, type ShownTable, sum, tableOf, words } from '../money/table.ts';
import type { Bars } from './draw.ts';
import { numberOfAim, planNames } from './targets.ts';

/** A report: its bars, what they say in a sentence, and the table of the same numbers. Null where there is nothing yet. */
export type Report = { bars: Bars; table: ShownTable; more?: ShownTable } | null;
type Asked = { scope: Scope; language: Language; parts: Parts; pack: RegulationPack };

export const reports = { money: moneyReport, time: timeReport, states: statesReport, targets: targetsReport } as const;
export type ReportName = keyof typeof reports;
export const reportNames = Object.keys(reports) as ReportName[];

const million = 1_000_000;
const plain = (language: Language) => (value: number) => shownNumber(Math.round(value * 10) / 10, language);

/** Money by step, a series for each source and province. */
async function moneyReport({ scope, language, parts }: Asked): Promise<Report> {
  const rows = await moneyByStep(scope, parts);
  if (rows.length === 0) return null;
  const named = await Promise.all(
    rows.map(async (row) => ({
      ...row,
      name: `${row.provinceId ? (await parts.names(row.provinceId)).replace(/^Ủy ban nhân dân tỉnh /, '') : pageText('report.no-province', language)} – ${pageText(`choice.source.${row.source}`, language)}`,
    })),
  );
  const stepName = (step: string) => pageText(`report.step.${step}`, language);
  return {
    bars: {
      names: steps.map(stepName),
      series: named.map((row) => ({ name: row.name, values: steps.map((step) => row[step] / million) })),
      unit: pageText('report.million', language),
      shown: plain(language),
      lying: false,
    },
    table: tableOf({
      id: 'money',
      caption: pageText('report.money.table', language),
      columns: [
        pageText('report.where', language),
        amountColumn(pageText('report.schemes', language)),
        ...steps.map((step) => amountColumn(stepName(step))),
      ],
      rows: named.map((row) => [words(row.name), count(row.schemes, language), ...steps.map((step) => sum(row[step]))]),
      foot: [
        words(pageText('money.total', language)),
        count(
          named.reduce((all, { schemes }) => all + schemes, 0),
          language,
        ),
        ...steps.map((step) => sum(named.reduce((all, row) => all + row[step], 0))),
      ],
    }),
  };
}

/** States in the order of the chart, with their titles. */
function inOrder<T extends { state: string }>(rows: T[], pack: RegulationPack): (T & { title: { vi: string; en: string } })[] {
  const states = new Map(
    Object.values(pack.processes).flatMap(({ scheme }) =>
      Object.entries(scheme.states).map(([state, { title }]) => [state, title] as const),
    ),
  );
  const order = [...states.keys()];
  return rows
    .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
    .map((row) => ({ ...row, title: states.get(row.state) ?? { vi: row.state, en: row.state } }));
}

/** How long each step takes: the median of working days. */
async function timeReport({ scope, language, parts, pack }: Asked): Promise<Report> {
  const rows = inOrder(await timePerState(scope, parts), pack).filter(({ left }) => left > 0);
  if (rows.length === 0) return null;
  const lasting = rows.filter(({ medianDays }) => (medianDays ?? 0) > 0);
  return {
    bars: {
      names: lasting.map(({ title }) => title[language]),
      series: [{ name: pageText('report.median', language), values: lasting.map(({ medianDays }) => medianDays) }],
      unit: pageText('report.working-days', language),
      shown: plain(language),
      lying: true,
    },
    table: tableOf({
      id: 'time',
      caption: pageText('report.time.table', language),
      columns: [
        pageText('thing.state', language),
        amountColumn(pageText('report.median', language)),
        amountColumn(pageText('report.longest', language)),
        amountColumn(pageText('report.left', language)),
        amountColumn(pageText('report.now', language)),
      ],
      rows: rows.map(({ title, medianDays, longestDays, left, now }) => [
        words(title[language]),
        medianDays === null ? sum(null) : count(medianDays, language),
        longestDays === null ? sum(null) : count(longestDays, language),
        count(left, language),
        count(now, language),
      ]),
    }),
  };
}

async function statesReport({ scope, language, parts, pack }: Asked): Promise<Report> {
  const rows = inOrder(await schemesByState(scope, parts), pack);
  if (rows.length === 0) return null;
  const query = [scope.year === null ? '' : `&year=${scope.year}`].join('');
  return {
    bars: {
      names: rows.map(({ title }) => title[language]),
      series: [{ name: pageText('report.schemes', language), values: rows.map((row) => row.count) }],
      unit: pageText('report.schemes', language),
      shown: plain(language),
      lying: true,
    },
    table: tableOf({
      id: 'states',
      caption: pageText('report.states.table', language),
      columns: [
        pageText('thing.state', language),
        amountColumn(pageText('report.schemes', language)),
        amountColumn(pageText('report.support', language)),
      ],
      rows: rows.map(({ state, title, count: of, supportDong }) => [
        words(title[language], `/schemes?state=${state}${query}`),
        count(of, language),
        sum(supportDong),
      ]),
      foot: [
        words(pageText('money.total', language)),
        count(
          rows.reduce((all, row) => all + row.count, 0),
          language,
        ),
        sum(rows.reduce((all, { supportDong }) => all + supportDong, 0)),
      ],
    }),
  };
}

/** The targets of the plans beside what accepted outputs of the same unit add up to; most targets are measured by statistics, not by schemes. */
async function targetsReport({ scope, language, parts, pack }: Asked): Promise<Report> {
  const accepted = await acceptedOutputs(scope, parts);
  const { targets, year } = pack.masterPlan.targets;
  const plans = [...new Set(targets.flatMap(({ aims }) => aims.map(({ plan }) => plan)))];
  const names = await planNames(plans, language, parts);
  const percent = targets.filter(({ unit }) => unit === '%');
  const aimOf = (target: (typeof targets)[number], plan: string) => target.aims.find((aim) => aim.plan === plan) ?? null;
  const groups = pack.contents.groups;
  return {
    bars: {
      names: percent.map(({ indicator }) => indicator),
      series: plans.map((plan) => ({ name: names(plan), values: percent.map((target) => numberOfAim(aimOf(target, plan)?.value)) })),
      unit: '%',
      shown: plain(language),
      lying: true,
    },
    table: tableOf({
      id: 'targets',
      caption: pageText('report.targets.table', language, { year: String(year) }),
      columns: [
        pageText('report.indicator', language),
        pageText('label.unit', language),
        ...plans.map((plan) => amountColumn(names(plan))),
        amountColumn(pageText('report.by-outputs', language)),
      ],
      rows: targets.map((target) => {
        const volume = accepted
          .filter(({ unit }) => folded(unit).startsWith(folded(target.unit)))
          .reduce((all, one) => all + one.volume, 0);
        return [
          words(target.indicator),
          words(target.unit),
          ...plans.map((plan) => ({ text: printed(aimOf(target, plan)?.value, language), amount: true })),
          target.unit.startsWith('%') || target.unit.includes('USD')
            ? words(pageText('report.by-statistics', language))
            : count(volume, language),
        ];
      }),
    }),
    more: tableOf({
      id: 'accepted',
      caption: pageText('report.accepted.table', language),
      columns: [
        pageText('report.group', language),
        pageText('label.unit', language),
        amountColumn(pageText('output.accepted', language)),
        amountColumn(pageText('report.schemes', language)),
      ],
      rows: groups.flatMap(({ code, title, items }) => {
        const own = accepted.filter(({ contentItem }) => items.some((item) => item.code === contentItem));
        const units = [...new Set(own.map(({ unit }) => unit))];
        return units.map((unit) => {
          const of = own.filter((one) => one.unit === unit);
          return [
            words(`${code}. ${title}`),
            words(unit),
            count(
              of.reduce((all, { volume }) => all + volume, 0),
              language,
            ),
            count(
              of.reduce((all, { schemes }) => all + schemes, 0),
              language,
            ),
          ];
        });
      }),
    }),
  };
}

/** A target as it was printed; a bare number is grouped. */
const printed = (value: string | undefined, language: Language): string =>
  value === undefined ? '–' : /^\d{5,}$/.test(value) ? shownNumber(Number(value), language) : value;
