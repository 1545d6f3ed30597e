import type { Json } from '../../../domain/command.ts';
import { readNumber } from '../../../domain/money/read-number.ts';
import type { RegulationPack } from '../../../domain/regulation/pack.ts';
import { type Source, Source as Sources, supportSource } from '../../../domain/scheme/amount.ts';
import type { BudgetLine } from '../../../domain/scheme/proposal.ts';
import type { Language } from '../../http/language.ts';
import type { Posted } from '../page.ts';

/** The fields of a row of the grid that are typed, in the order of its columns; between unit price and sources stands the computed amount. */
export const textFields = ['item', 'kind', 'year', 'unit', 'quantity', 'unitPrice'] as const;
/**
 * One row of the budget grid as it is typed: every cell a text. Four cells for the sources; `from` names the counterpart's givers. `was` is the
 * number of the stored line (from 0) that the row shows, so that what was not touched stays as it is.
 */
export type GridRow = Record<(typeof textFields)[number] | Source | 'from' | 'was', string>;

const decimals = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 6, useGrouping: true });
const numeral = (value: number): string => decimals.format(value);

/** Kinds of work by their titles, as a cell names them, and back; a text that is no kind's title or id stays as it is. */
export type Kinds = { titleOf(id: string): string; idOf(text: string): string; all: { id: string; title: string }[] };

/** The kinds of work of a pack, as the reader's language calls them; read in either, without regard to case and diacritics. */
export function kindsOf({ contents: { kinds } }: Pick<RegulationPack, 'contents'>, language: Language): Kinds {
  const ids = new Map(kinds.flatMap(({ id, title }) => [id, title.vi, title.en].map((text): [string, string] => [folded(text), id])));
  return {
    titleOf: (id) => kinds.find((kind) => kind.id === id)?.title[language] ?? id,
    idOf: (text) => ids.get(folded(text)) ?? text.trim(),
    all: kinds.map(({ id, title }) => ({ id, title: title[language] })),
  };
}

/** A text without case, diacritics and doubled spaces. */
export const folded = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase().replace(/\s+/g, ' ').trim();

/** The sources in the order of their columns: the state's money of the route first. */
export const sourcesOf = (route: string): Source[] =>
  Sources.options.toSorted((a, b) => Number(b === supportSource(route)) - Number(a === supportSource(route)));

/** A line as a row of the grid. Several shares of one source stand in one cell together. */
export function rowOf(line: BudgetLine, index: number | null, kinds: Kinds): GridRow {
  const sums = Object.fromEntries(Sources.options.map((source) => [source, cellOf(line, source)])) as Record<Source, string>;
  return {
    item: line.item,
    kind: kinds.titleOf(line.kind),
    year: String(line.year),
    unit: line.unit,
    quantity: numeral(line.quantity),
    unitPrice: numeral(line.unitPriceDong),
    ...sums,
    from: [...new Set(line.funding.flatMap(({ from }) => from ?? []))].join('; '),
    was: index === null ? '' : String(index),
  };
}

function cellOf({ funding }: BudgetLine, source: Source): string {
  const shares = funding.filter((share) => share.source === source);
  return shares.length === 0 ? '' : numeral(shares.reduce((sum, { amountDong }) => sum + amountDong, 0));
}

/** An empty row for a new line. */
export const blankRow = (kind: string, year: number): GridRow => ({
  item: '',
  kind,
  year: String(year),
  unit: '',
  quantity: '',
  unitPrice: '',
  programme: '',
  local: '',
  enterprise: '',
  other: '',
  from: '',
  was: '',
});

/** Whether nothing stands in a row but what a new row begins with. */
export const isBlank = (row: GridRow): boolean =>
  ['item', 'unit', 'quantity', 'unitPrice', 'from', ...Sources.options].every((name) => row[name as keyof GridRow].trim() === '');

/** The rows of a posted grid, in their order. */
export function rowsIn(posted: Posted): GridRow[] {
  const lines = posted.lines;
  const given = Array.isArray(lines) ? lines : typeof lines === 'object' && lines !== null ? Object.values(lines) : [];
  return given.map((one) => {
    const cells = (typeof one === 'object' && one !== null ? one : {}) as Record<string, unknown>;
    const text = (name: string): string => (typeof cells[name] === 'string' ? cells[name].normalize('NFC') : '');
    const names = [...textFields, ...Sources.options, 'from', 'was'] as const;
    return Object.fromEntries(names.map((name) => [name, text(name)])) as GridRow;
  });
}

/**
 * The budget lines that rows stand for; blank rows left out. A row that reads as the stored line it came from is that line, with all that the
 * grid does not show; what cannot be read as a number stays as it was typed, for the schema to say so.
 */
export function linesOf(rows: readonly GridRow[], stored: readonly BudgetLine[], route: string, kinds: Kinds): Json[] {
  return rows
    .filter((row) => !isBlank(row))
    .map((row) => {
      const was = /^\d{1,3}$/.test(row.was) ? stored[Number(row.was)] : undefined;
      if (was && sameCells(rowOf(was, Number(row.was), kinds), row)) return was as Json;
      return lineOf(row, was, route, kinds);
    });
}

const sameCells = (a: GridRow, b: GridRow): boolean =>
  Object.keys(a).every((name) => a[name as keyof GridRow].trim() === b[name as keyof GridRow].trim());

function lineOf(row: GridRow, was: BudgetLine | undefined, route: string, kinds: Kinds): Json {
  const number = (text: string): Json => readNumber(text.trim()) ?? text.trim();
  const from = row.from.trim();
  const funding = sourcesOf(route).flatMap((source): Json[] => {
    const typed = row[source].trim();
    if (typed === '' || readNumber(typed) === 0) return [];
    const known = was?.funding.find((share) => share.source === source)?.from;
    const named = source === supportSource(route) ? known : from === '' ? undefined : from;
    return [{ source, amountDong: number(typed), ...(named !== undefined && { from: named }) }];
  });
  return {
    item: row.item.replace(/\s+/g, ' ').trim(),
    unit: row.unit.trim(),
    quantity: row.quantity.trim() === '' ? '' : number(row.quantity),
    unitPriceDong: row.unitPrice.trim() === '' ? '' : number(row.unitPrice),
    year: number(row.year),
    kind: kinds.idOf(row.kind),
    funding,
  };
}
