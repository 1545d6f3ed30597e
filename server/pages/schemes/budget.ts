import { findLawValue } from '../../../domain/regulation/law-value.ts';
import type { RegulationPack } from '../../../domain/regulation/pack.ts';
import { type Source, Source as Sources, supportSource } from '../../../domain/scheme/amount.ts';
import { amountsBySource, ceilingBreaches, lawSource, sumOf, totals } from '../../../domain/scheme/budget.ts';
import { amountOf } from '../../../domain/scheme/line-amount.ts';
import type { Proposal } from '../../../domain/scheme/proposal.ts';
import { pageText } from '../../../templates/page-texts.ts';
import type { Language } from '../../http/language.ts';
import { page } from '../page.ts';
import { schemePage } from './frame.ts';
import { openScheme } from './open-scheme.ts';
import { SchemeInput } from './overview.ts';

/** The budget of a scheme: sums by year and source, and each line with its share and the ceiling that the law sets for it. */
export const budget = page({
  path: '/schemes/{id}/budget',
  input: SchemeInput,
  async run({ params: { id }, query: { on }, caller, language }, parts) {
    const open = await openScheme(id, on, caller, parts);
    const { proposal, route } = open.scheme;
    return schemePage('budget', open, language, {
      on: open.on,
      ...linesShown(proposal, route, open.thing.pack, language),
      sums: sumsByYear(proposal),
      totals: totals(proposal, route),
      xlsx: `/schemes/${id}/budget.xlsx${open.on ? `?on=${open.on}` : ''}`,
    });
  },
});

type Sums = {
  sources: string[];
  rows: { year: string; amounts: (number | null)[]; total: number }[];
  foot: { amounts: number[]; total: number };
};

/** What comes from which source in which year, as a table with its totals, đồng. */
export function sumsByYear(proposal: Pick<Proposal, 'lines'>): Sums {
  const amounts = amountsBySource(proposal);
  const sources = Sources.options.filter((source) => amounts.some((one) => one.source === source));
  const years = [...new Set(amounts.map(({ year }) => year))].toSorted((a, b) => a - b);
  const of = (wanted: { source?: Source; year?: number }): number =>
    sumOf(amounts.filter(({ source, year }) => (wanted.source ?? source) === source && (wanted.year ?? year) === year));
  return {
    sources: sources.map((source) => `source.${source}`),
    rows: years.map((year) => ({
      year: String(year),
      amounts: sources.map((source) => of({ source, year }) || null),
      total: of({ year }),
    })),
    foot: { amounts: sources.map((source) => of({ source })), total: of({}) },
  };
}

function linesShown(proposal: Proposal, route: string, pack: RegulationPack, language: Language): object {
  const breaches = ceilingBreaches(pack, proposal, route);
  const source = supportSource(route);
  const others = Sources.options.filter(
    (one) => one !== source && proposal.lines.some(({ funding }) => funding.some((share) => share.source === one)),
  );
  const grounds = new Map<string, string>();
  const lines = proposal.lines.map((line, index) => {
    const amount = amountOf(line);
    const support = sumOf(line.funding.filter((share) => share.source === source));
    const ceiling = findLawValue(pack, 'support.ceiling', { on: `${line.year}-01-01`, kind: line.kind, source: lawSource(pack, source) });
    if (ceiling) grounds.set(`${ceiling.basis}`, ceiling.certainty);
    return {
      no: index + 1,
      item: line.item,
      kind: pack.contents.kinds.find(({ id }) => id === line.kind)?.title[language] ?? line.kind,
      year: String(line.year),
      unit: line.unit,
      quantity: line.quantity,
      unitPrice: line.unitPriceDong,
      amount,
      support,
      others: others.map((one) => sumOf(line.funding.filter((share) => share.source === one)) || null),
      names: line.funding.flatMap(({ from }) => from ?? []).join('; '),
      share: amount > 0 ? percent(support / amount) : '–',
      ceiling: ceiling ? percent(ceiling.value) : pageText('scheme.budget.no-ceiling', language),
      breach: breaches.some(({ lineNo }) => lineNo === index + 1),
    };
  });
  return {
    lines,
    support: `source.${source}`,
    otherSources: others.map((one) => `source.${one}`),
    grounds: [...grounds].map(([basis, certainty]) => ({ basis, certaintyKey: `certainty.${certainty}` })),
  };
}

/** 0,6667 as “66,67 %”, the Vietnamese way. */
export const percent = (share: number): string => `${new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 }).format(share * 100)} %`;
