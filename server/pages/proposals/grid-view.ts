import { formatDong } from '../../../domain/money/format.ts';
import { readNumber } from '../../../domain/money/read-number.ts';
import { exceedsShare } from '../../../domain/money/share.ts';
import { findLawValue } from '../../../domain/regulation/law-value.ts';
import type { RegulationPack } from '../../../domain/regulation/pack.ts';
import { type Amount, type Source, supportSource } from '../../../domain/scheme/amount.ts';
import { lawSource } from '../../../domain/scheme/budget.ts';
import type { Years } from '../../../domain/scheme/completeness.ts';
import { amountOf, isWhole } from '../../../domain/scheme/line-amount.ts';
import { pageText, pageTexts } from '../../../templates/page-texts.ts';
import type { Language } from '../../http/language.ts';
import type { FieldError } from '../../http/problem.ts';
import { percent } from '../schemes/budget.ts';
import { blankRow, type GridRow, isBlank, kindsOf, sourcesOf } from './grid-rows.ts';

/** What a grid is drawn from. `targets`: sums of support that the lines have to come to, where money was allocated. */
export type GridInput = {
  rows: GridRow[];
  route: string;
  years: Years;
  kind: string;
  year: number;
  targets?: readonly Amount[];
  errors?: FieldError[];
};

type Ceiling = { share: number; text: string; basis: string; certainty: string };
type Setting = GridInput & { pack: RegulationPack; language: Language };

/** The budget grid as its template and its script need it: rows with what is wrong in each, sums by source and year, and the ceilings of the law. */
export function gridView(input: GridInput, pack: RegulationPack, language: Language): object {
  const setting = { ...input, pack, language };
  const { rows, route, kind, year } = input;
  const sources = sourcesOf(route);
  const ceilings = ceilingsOf(setting);
  const shown = rows.map((row, index) => rowShown(row, index, sources, ceilings, setting));
  return {
    rows: shown,
    blank: rowShown(blankRow(kind, year), 0, sources, ceilings, setting),
    kinds: kindsOf(pack, language).all,
    sources: sources.map((source) => ({ id: source, key: `source.${source}` })),
    problems: shown.flatMap(({ no, problems }) => problems.map((text) => ({ no, text }))),
    sums: sumsOf(rows, sources),
    script: {
      ceilings,
      kinds: pack.contents.kinds,
      sources,
      years: input.years,
      targets: (input.targets ?? []).map(({ year: of, amountDong }) => ({ year: of, amountDong })),
      texts: textsFor(language),
    },
  };
}

/** The ceiling of each kind in each year, where the law sets one: `training 2022` → 0.5 and where that stands. */
function ceilingsOf({ pack, route, years, language }: Setting): Record<string, Ceiling> {
  const source = lawSource(pack, supportSource(route));
  const all: Record<string, Ceiling> = {};
  for (let year = years.from; year <= years.to; year += 1) {
    for (const { id } of pack.contents.kinds) {
      const found = findLawValue(pack, 'support.ceiling', { on: `${year}-01-01`, kind: id, source });
      if (found)
        all[`${id} ${year}`] = {
          share: found.value,
          text: percent(found.value),
          basis: found.basis,
          certainty: pageText(`certainty.${found.certainty}`, language),
        };
    }
  }
  return all;
}

type ShownRow = { no: number; row: GridRow; cells: object[]; amount: string; share: string; ceiling: string; problems: string[] };

function rowShown(row: GridRow, index: number, sources: readonly Source[], ceilings: Record<string, Ceiling>, setting: Setting): ShownRow {
  const number = (text: string): number => readNumber(text.trim()) ?? 0;
  const priced = { quantity: number(row.quantity), unitPriceDong: Math.round(number(row.unitPrice)) };
  const amount = amountOf(priced);
  const support = number(row[supportSource(setting.route)]);
  const ceiling = ceilings[`${kindsOf(setting.pack, setting.language).idOf(row.kind)} ${row.year.trim()}`];
  return {
    no: index + 1,
    row,
    cells: sources.map((source) => ({ source, value: row[source], key: `source.${source}` })),
    amount: amount > 0 ? formatDong(amount) : '',
    share: amount > 0 ? percent(support / amount) : '',
    ceiling: ceiling?.text ?? '',
    problems: isBlank(row) ? [] : problemsOf(row, index, { priced, amount, support, ceiling }, sources, setting),
  };
}

type Computed = { priced: { quantity: number; unitPriceDong: number }; amount: number; support: number; ceiling: Ceiling | undefined };

/** What is wrong with a row, as the grid's script says it too: numbers that are none, sums that differ, a giver without a name, a ceiling. */
function problemsOf(
  row: GridRow,
  index: number,
  { priced, amount, support, ceiling }: Computed,
  sources: readonly Source[],
  { pack, language, years, errors = [] }: Setting,
): string[] {
  const say = (key: string, values: Record<string, string> = {}): string => pageText(`grid.problem.${key}`, language, values);
  const unread = ['quantity', 'unitPrice', ...sources].filter((name) => {
    const text = row[name as keyof GridRow].trim();
    return text !== '' && readNumber(text) === undefined;
  });
  if (unread.length > 0)
    return unread.map((name) => say('unread', { column: columnName(name, language), text: row[name as keyof GridRow] }));
  const year = Number(row.year);
  const funded = sources.reduce((sum, source) => sum + (readNumber(row[source].trim()) ?? 0), 0);
  const missing = (['item', 'unit', 'quantity', 'unitPrice'] as const).filter((name) => row[name].trim() === '');
  return [
    ...missing.map((name) => say('missing', { column: columnName(name, language) })),
    ...(Number.isInteger(year) && year >= years.from && year <= years.to
      ? []
      : [say('year', { from: String(years.from), to: String(years.to) })]),
    ...(pack.contents.kinds.some(({ id }) => id === kindsOf(pack, language).idOf(row.kind)) ? [] : [say('kind')]),
    ...(isWhole(priced) ? [] : [say('not-whole')]),
    ...(missing.length === 0 && funded !== amount
      ? [say(funded < amount ? 'less' : 'more', { amount: formatDong(Math.abs(Math.round(amount - funded))) })]
      : []),
    ...(row.other.trim() !== '' && row.from.trim() === '' ? [say('unnamed')] : []),
    ...(ceiling && amount > 0 && Number.isSafeInteger(support) && exceedsShare(support, amount, ceiling.share)
      ? [say('ceiling', { share: percent(support / amount), ceiling: ceiling.text, basis: ceiling.basis, certainty: ceiling.certainty })]
      : []),
    ...errors
      .filter(({ pointer }) => pointer.startsWith(`/lines/${index}/`) || pointer === `/lines/${index}`)
      .map(({ message }) => message),
  ];
}

const columnName = (name: string, language: Language): string =>
  pageText(name in sourceKeys ? `source.${name}` : `grid.column.${name}`, language);
const sourceKeys = { programme: true, local: true, enterprise: true, other: true };

type Sums = { rows: { year: string; amounts: number[]; total: number }[]; foot: { amounts: number[]; total: number } };

function sumsOf(rows: readonly GridRow[], sources: readonly Source[]): Sums {
  const years = [...new Set(rows.filter((row) => !isBlank(row)).map(({ year }) => year.trim()))].toSorted();
  const of = (source: Source, year?: string): number =>
    rows
      .filter((row) => year === undefined || row.year.trim() === year)
      .reduce((sum, row) => sum + Math.round(readNumber(row[source].trim()) ?? 0), 0);
  const amounts = (year?: string): { amounts: number[]; total: number } => {
    const all = sources.map((source) => of(source, year));
    return { amounts: all, total: all.reduce((sum, one) => sum + one, 0) };
  };
  return { rows: years.map((year) => ({ year, ...amounts(year) })), foot: amounts() };
}

/** The texts that the script fills by itself. */
function textsFor(language: Language): Record<string, string> {
  const wanted = [...pageTexts.keys()].filter(
    (key) => /^grid\.(problem|status|column|sum)\./.test(key) || key === 'grid.line' || /^source\./.test(key),
  );
  return Object.fromEntries(wanted.map((key) => [key, pageTexts.get(key)?.[language] ?? '']));
}
