import type { Cell } from './cell.ts';
import { cellName, onOneLine, textOf } from './cell.ts';
import { yearIn } from './columns.ts';
import type { Remark } from './plan.ts';
import { remark } from './remark.ts';
import type { Table } from './table.ts';
import type { Unit } from './unit.ts';
import { unitIn } from './unit.ts';

/** What stands above a table: the plan's title, the unit of money, and the year of a plan that has no columns of years. */
export type AboveTable = { title: string; unit: Unit | null; year: number | null };

/** Reads the rows between the table before and this one, and the unit in its headings. */
export function readAbove(rows: Cell[][], tables: Table[], table: Table, remarks: Remark[]): AboveTable {
  const before = tables[tables.indexOf(table) - 1];
  const above = rows.slice(before?.end ?? 0, table.top).map((row) => onOneLine(row.map(textOf).join(' ')));
  const lines = above.filter((line) => line !== '' && !(unitIn(line, false) !== null && line.length < 80));
  const title = lines
    .filter((line) => !/^(phụ lục|phụ biểu|biểu|mẫu)(\s+(số\s*)?[\dIVX.]*)?$|^\(?(kèm theo|ban hành kèm)/iu.test(line))
    .join(' ');
  const unit = unitAbove(above, table, remarks);
  return { title: title.slice(0, 500), unit, year: yearOf(title, table, remarks) };
}

/** Whether a row does nothing but state the unit. */
export function isUnitRow(row: Cell[]): boolean {
  const text = onOneLine(row.map(textOf).join(' '));
  return text.length < 80 && unitIn(text, false) !== null && /đơn vị|đvt|unit|^\([^()]{1,20}\)$/iu.test(text) && !/bằng chữ/iu.test(text);
}

function unitAbove(above: string[], table: Table, remarks: Remark[]): Unit | null {
  const stated = above.flatMap((line) => unitIn(line, false) ?? []);
  const inHeadings = [...table.columns.amounts, ...table.columns.groups].flatMap((column) => column.unit ?? []);
  const all = [...stated, ...inHeadings];
  if (all.some((unit) => unit.factorDong !== all[0]!.factorDong))
    remarks.push(remark('units-differ', null, all.map((unit) => unit.printed).join('; ')));
  const last = stated.at(-1);
  if (last) return last;
  const inLabels = unitIn(table.headings.replaceAll(/[[\]",]/g, ' '), false);
  const found = inHeadings[0] ?? inLabels;
  if (found === null) remarks.push(remark('unit-not-stated', null, ''));
  return found;
}

function yearOf(title: string, table: Table, remarks: Remark[]): number | null {
  const year = table.columns.years.length === 0 ? (yearIn(title) ?? yearIn(table.headings)) : null;
  if (year !== null) remarks.push(remark('year-from-title', null, String(year)));
  return year;
}

/** Headings that were left out because they mean what another one means already. */
export function repeatedColumns({ columns, top }: Table): Remark[] {
  return columns.unread.flatMap(({ index, heading, repeats }) =>
    repeats ? [remark('column-not-read', top + 1, heading, cellName(index, top + 1))] : [],
  );
}
