import { formatDong } from '../../../domain/money/format.ts';
import { shownDay, shownNumber } from '../../../templates/shown-values.ts';
import type { Language } from '../../http/language.ts';

/** What stands in one place of a table: its text, an address it leads to, and the number behind it, for sheets. */
export type TableCell = { text: string; href?: string; value?: number; amount?: boolean; tone?: string };
/** A table as it is shown, and as it is written into a sheet. The first cell of a row names the row. */
export type ShownTable = {
  id: string;
  caption: string;
  columns: { text: string; amount: boolean }[];
  rows: TableCell[][];
  foot: TableCell[] | null;
  /** Many columns of sums: the first keeps its width, the rest stand close. */
  close?: boolean;
};

export const words = (text: string, href?: string): TableCell => ({ text, ...(href !== undefined && { href }) });
/** đồng, or a dash where there is no sum. */
export const sum = (dong: number | null | undefined, href?: string): TableCell =>
  dong === null || dong === undefined
    ? { text: '–', amount: true }
    : { text: formatDong(dong), value: dong, amount: true, ...(href !== undefined && { href }) };
export const count = (value: number, language: Language): TableCell => ({ text: shownNumber(value, language), value, amount: true });
export const day = (date: string | null | undefined): TableCell => ({ text: date ? shownDay(date) : '–' });

type Given = {
  id: string;
  caption: string;
  columns: (string | { text: string; amount: true })[];
  rows: TableCell[][];
  foot?: TableCell[] | null;
};

/** A table of what is ready to be shown. `amountColumn` marks a column of numbers, which stand to the right. */
export const tableOf = ({ id, caption, columns, rows, foot = null }: Given): ShownTable => ({
  id,
  caption,
  columns: columns.map((one) => (typeof one === 'string' ? { text: one, amount: false } : one)),
  rows,
  foot,
});
export const amountColumn = (text: string): { text: string; amount: true } => ({ text, amount: true });
