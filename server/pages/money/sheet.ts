import writeXlsxFile from 'write-excel-file/node';
import type { PageAnswer } from '../page.ts';
import type { ShownTable, TableCell } from './table.ts';

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const widest = 60;

/** What a cell of a sheet holds: sums as numbers, all else as text, so that no text begins a formula. */
const written = ({ text, value, amount }: TableCell) =>
  value === undefined
    ? { value: amount && text === '–' ? '' : text, type: String, wrap: true }
    : { value, type: Number, format: Number.isInteger(value) ? '#,##0' : '#,##0.###' };

const widthOf = (texts: string[]): number => Math.min(widest, Math.max(10, ...texts.map((text) => text.length + 2)));

/** Tables as a workbook: exactly what is seen, a table a sheet, sums as numbers that can be added up. */
export async function sheetAnswer(name: string, tables: { name: string; table: ShownTable }[]): Promise<PageAnswer> {
  const bold = { fontWeight: 'bold' as const };
  const sheets = tables.map(({ name: sheet, table }) => ({
    sheet: sheet.replace(/[[\]*/\\?:]/g, ' ').slice(0, 31),
    data: [
      [{ value: table.caption, type: String, ...bold }],
      table.columns.map(({ text }) => ({ value: text, type: String, wrap: true, ...bold })),
      ...table.rows.map((row) => row.map(written)),
      ...(table.foot ? [table.foot.map((cell) => ({ ...written(cell), ...bold }))] : []),
    ],
    columns: table.columns.map(({ text }, at) => ({
      width: widthOf([text.slice(0, 24), ...table.rows.map((row) => row[at]?.text ?? '')]),
    })),
  }));
  return { file: await writeXlsxFile(sheets as never).toBuffer(), type, name };
}
