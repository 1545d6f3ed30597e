import type { Posted } from '../page.ts';
import type { GridRow } from './grid-rows.ts';

/** The rows after a button of the grid was pressed without a script: a row more, less, or moved; null where none was. Rows from 0. */
export function changeRows(rows: readonly GridRow[], { _add, _remove, _up, _down, _sum }: Posted, blank: GridRow): GridRow[] | null {
  if (_add !== undefined) return [...rows, ...Array.from({ length: Math.min(Math.max(Number(_add) || 1, 1), 50) }, () => blank)];
  if (_remove !== undefined) return rows.filter((_, index) => index !== Number(_remove));
  if (_up !== undefined) return swapped(rows, Number(_up) - 1);
  if (_down !== undefined) return swapped(rows, Number(_down));
  return _sum === undefined ? null : [...rows];
}

/** The rows with one and the one after it in each other's place. */
function swapped(rows: readonly GridRow[], index: number): GridRow[] {
  const [first, second] = [rows[index], rows[index + 1]];
  if (!first || !second) return [...rows];
  return rows.map((row, at) => (at === index ? second : at === index + 1 ? first : row));
}
