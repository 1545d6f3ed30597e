import { formatDong } from '../../../domain/money/format.ts';
import type { FieldError } from '../../http/problem.ts';

/** One thing that is typed in a form or a table: its name there, an id to link to, what stands in it, and what is wrong with it. */
export type Cell = { name: string; id: string; value: string; label: string; error: string | null };

/** `/lines/0/vouchers/1/date` → `lines[0][vouchers][1][date]`. */
export const nameOf = (pointer: string): string => {
  const [first = '', ...rest] = pointer.split('/').slice(1);
  return first + rest.map((part) => `[${part}]`).join('');
};
export const idOf = (pointer: string): string => `f${pointer.slice(1).replaceAll('/', '-')}`;

/** A field by its place in the command's input. A sum of money is shown grouped; what was typed and could not be read stays as it is. */
export function cell(pointer: string, label: string, value: unknown, errors: readonly FieldError[] = []): Cell {
  return { name: nameOf(pointer), id: idOf(pointer), label, value: shownIn(value), error: errorAt(pointer, errors) };
}

export const errorAt = (pointer: string, errors: readonly FieldError[]): string | null =>
  errors.find((one) => one.in === 'body' && one.pointer === pointer)?.message ?? null;

function shownIn(value: unknown): string {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? formatDong(value) : String(value).replace('.', ',');
  return typeof value === 'string' ? value : '';
}

/** Rows of a form as they were posted: a list, or an object by row number where rows in between were taken out. */
export function rowsOf(posted: unknown): Record<string, unknown>[] {
  if (typeof posted !== 'object' || posted === null) return [];
  const all = Array.isArray(posted)
    ? posted
    : Object.entries(posted)
        .toSorted(([a], [b]) => Number(a) - Number(b))
        .map(([, row]) => row);
  return all.filter((row): row is Record<string, unknown> => typeof row === 'object' && row !== null);
}

/** Whether nothing was typed into a row. */
export const isBlank = (row: Record<string, unknown>, ...ignored: string[]): boolean =>
  Object.entries(row).every(([name, value]) => ignored.includes(name) || value === '' || value === undefined || value === null);

/** A text that was typed, NFC, without the spaces around it. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value.normalize('NFC').replace(/\r\n?/g, '\n').trim() : '');
/** Hashes of the files that a field brought; a field that was left empty brings none. */
export const filesOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string' && one !== '');
