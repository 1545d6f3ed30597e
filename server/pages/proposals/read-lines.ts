import { onOneLine, textOf } from '../../../domain/plan/cell.ts';
import { readSheetsApart } from '../../plans/read-sheets-apart.ts';
import type { SheetProblem } from '../../plans/sheet-problem.ts';
import { folded, type GridRow } from './grid-rows.ts';

/** The rows of a budget as a sheet has them, every cell as text, numbers the Vietnamese way. */
export type SheetLines = { ok: true; rows: GridRow[] };

/** By which words a heading names a column, without diacritics; the first that fits. */
const headings: [keyof GridRow | 'amount', RegExp][] = [
  ['kind', /loai|kind/],
  ['from', /ten nguon|giver/],
  ['amount', /thanh tien|^amount/],
  ['unitPrice', /don gia|unit price/],
  ['quantity', /so luong|khoi luong|quantity/],
  ['unit', /don vi|dvt|^unit/],
  ['year', /^nam|year/],
  ['programme', /chuong trinh|trung uong|programme/],
  ['local', /tinh|dia phuong|provinc/],
  ['enterprise', /doanh nghiep|enterprise/],
  ['other', /khac|other/],
  ['item', /noi dung|hang muc|khoan|cong viec|dien giai|item/],
];
const mostHeadRows = 30;
const numeral = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 6 });

/** Takes the lines of a budget out of an XLSX or CSV file: from the first sheet that has headings for item, quantity and price. */
export async function readLines(file: Uint8Array): Promise<SheetLines | SheetProblem | { ok: false; code: 'no-headings' }> {
  const read = await readSheetsApart(file);
  if (!read.ok) return read;
  for (const { rows } of read.sheets) {
    const at = rows.slice(0, mostHeadRows).findIndex((row) => hasNeeded(columnsOf(row)));
    if (at < 0) continue;
    const columns = columnsOf(rows[at] ?? []);
    return { ok: true, rows: rows.slice(at + 1).flatMap((row) => lineIn(row, columns)) };
  }
  return { ok: false, code: 'no-headings' };
}

type Cells = readonly Parameters<typeof textOf>[0][];

function columnsOf(row: Cells): Map<string, number> {
  const found = new Map<string, number>();
  row.forEach((cell, index) => {
    const text = folded(onOneLine(textOf(cell)));
    const name = text === '' ? undefined : headings.find(([, words]) => words.test(text))?.[0];
    if (name && !found.has(name)) found.set(name, index);
  });
  return found;
}

const hasNeeded = (columns: Map<string, number>): boolean => ['item', 'quantity', 'unitPrice'].every((name) => columns.has(name));

function lineIn(row: Cells, columns: Map<string, number>): GridRow[] {
  const text = (name: string): string => {
    const cell = row[columns.get(name) ?? -1];
    if (typeof cell === 'number') return name === 'year' ? String(cell) : numeral.format(cell);
    return cell === undefined ? '' : onOneLine(textOf(cell));
  };
  const names = ['item', 'kind', 'year', 'unit', 'quantity', 'unitPrice', 'programme', 'local', 'enterprise', 'other', 'from'] as const;
  const line = { ...Object.fromEntries(names.map((name) => [name, text(name)])), was: '' } as GridRow;
  const isSum = /^(tong cong|tong so|cong|total)\b/.test(folded(line.item)) && line.quantity === '';
  return isSum || (line.item === '' && line.quantity === '' && line.unitPrice === '') ? [] : [line];
}
