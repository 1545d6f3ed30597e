import { readNumber } from '../../../../domain/money/read-number.ts';
import { type Cell, folded, textOf } from '../../../../domain/plan/cell.ts';
import type { Parts } from '../../../parts.ts';
import { readSheetsApart } from '../../../plans/read-sheets-apart.ts';
import type { SheetProblem } from '../../../plans/sheet-problem.ts';

/** A row of a table that came in as a file: its number there, and what stands in each column that was looked for. */
export type SheetRow<C extends string> = { row: number } & Record<C, string>;
export type Rows<C extends string> = { ok: true; rows: SheetRow<C>[] } | SheetProblem;

/** A table has its headings within these rows. */
const deepestHead = 20;

/**
 * The rows below the headings of a table. `columns`: of each column the words by which its heading is known, without diacritics. Without any
 * heading the columns are taken in their order from the first row on.
 */
export async function readTable<C extends string>(
  sha256: string,
  columns: Record<C, string[]>,
  { files }: Pick<Parts, 'files'>,
): Promise<Rows<C>> {
  const read = await readSheetsApart(await files.get(sha256));
  if (!read.ok) return read;
  const [first] = read.sheets.filter(({ rows }) => rows.length > 0);
  const rows = first?.rows ?? [];
  const names = Object.keys(columns) as C[];
  const head = rows.slice(0, deepestHead).findIndex((row) => found(row, columns).size >= Math.min(2, names.length));
  const at = head < 0 ? new Map(names.map((name, index) => [name, index])) : found(rows[head] ?? [], columns);
  const data = rows.slice(head + 1).map((row, index) => {
    const cells = Object.fromEntries(names.map((name) => [name, textOf(row[at.get(name) ?? Number.NaN])])) as Record<C, string>;
    return { row: head + 2 + index, ...cells };
  });
  return { ok: true, rows: data.filter((row) => names.some((name) => row[name] !== '')) };
}

function found<C extends string>(row: readonly Cell[], columns: Record<C, string[]>): Map<C, number> {
  const heads = row.map((cell) => folded(textOf(cell)));
  const places = new Map<C, number>();
  for (const [name, words] of Object.entries(columns) as [C, string[]][]) {
    const place = heads.findIndex(
      (head, at) => head !== '' && words.some((word) => head.includes(word)) && ![...places.values()].includes(at),
    );
    if (place >= 0) places.set(name, place);
  }
  return places;
}

/** A day as a table has it, 31/12/2022 or 2022-12-31, as 2022-12-31; what is no day stays as it is. */
export function dayOf(text: string): string {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  return year && month && day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
}

/** A sum as a table has it; what is no number stays as it is. */
export const amountOf = (text: string): number | string => (text === '' ? '' : (readNumber(text) ?? text));
