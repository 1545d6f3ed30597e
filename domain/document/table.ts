import { z } from 'zod';

/** Text as it is printed: not empty, in one Unicode spelling (NFC). */
export const Line = z.string().trim().min(1).max(20_000).normalize('NFC');
export type Line = z.infer<typeof Line>;

/** A cell is text, or a whole number (đồng, pieces, votes) that is printed with dots between thousands. An empty text is an empty cell. */
export const Cell = z.union([z.string().max(20_000).normalize('NFC'), z.int()]);
export type Cell = z.infer<typeof Cell>;

/** One column; `share` is its part of the table's width in percent. */
export const Column = z.object({
  title: Line,
  align: z.enum(['left', 'center', 'right']).default('left'),
  share: z.number().positive().max(100).optional(),
});
export type Column = z.infer<typeof Column>;

/** Columns under one common head, for example "Trong đó" over the sources of funds. */
export const ColumnGroup = z.object({ title: Line, columns: z.array(Column).min(1) });
export type ColumnGroup = z.infer<typeof ColumnGroup>;

/** `section` and `total` rows are printed bold, `line` rows (parts of an item) in italics. */
export const Row = z.object({ kind: z.enum(['section', 'item', 'line', 'total']), cells: z.array(Cell).min(1) });
export type Row = z.infer<typeof Row>;

/** A table of an official document: a head of one or two levels, rows as long as the head is wide. */
export const Table = z
  .object({
    unit: Line.optional(),
    head: z.array(z.union([ColumnGroup, Column])).min(1),
    /** Which column names the row: read out as the row's head. */
    rowHead: z.int().min(0).default(1),
    rows: z.array(Row).max(20_000),
  })
  .refine((table) => table.rows.every((row) => row.cells.length === columnsOf(table.head).length), {
    message: 'every row has as many cells as the head has columns',
    path: ['rows'],
  });
export type Table = z.infer<typeof Table>;

/** The single columns of a head, groups dissolved, from left to right. */
export function columnsOf(head: readonly (Column | ColumnGroup)[]): Column[] {
  return head.flatMap((part) => ('columns' in part ? part.columns : [part]));
}
