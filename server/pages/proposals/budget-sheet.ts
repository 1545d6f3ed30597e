import writeXlsxFile from 'write-excel-file/node';
import { readNumber } from '../../../domain/money/read-number.ts';
import type { RegulationPack } from '../../../domain/regulation/pack.ts';
import { amountOf } from '../../../domain/scheme/line-amount.ts';
import type { Proposal } from '../../../domain/scheme/proposal.ts';
import { pageText } from '../../../templates/page-texts.ts';
import type { Language } from '../../http/language.ts';
import { type GridRow, kindsOf, rowOf, sourcesOf } from './grid-rows.ts';

const widths: Record<string, number> = { item: 50, kind: 26, from: 30, unit: 12, year: 8 };
const numbers = new Set(['year', 'quantity', 'unitPrice', 'amount', 'programme', 'local', 'enterprise', 'other']);

/** The columns of a budget as a sheet, the same as those of the grid, so that what was taken out can be put in again. */
export const sheetColumns = (route: string): string[] => [
  'item',
  'kind',
  'year',
  'unit',
  'quantity',
  'unitPrice',
  'amount',
  ...sourcesOf(route),
  'from',
];

export const columnTitle = (name: string, language: Language): string =>
  pageText(
    numbers.has(name) && !['year', 'quantity', 'unitPrice', 'amount'].includes(name) ? `source.${name}` : `grid.column.${name}`,
    language,
  );

/** A budget as an XLSX workbook: numbers as numbers, texts never as formulas. */
export async function budgetSheet(
  proposal: Pick<Proposal, 'lines'>,
  route: string,
  pack: RegulationPack,
  language: Language,
): Promise<Buffer> {
  const columns = sheetColumns(route);
  const kinds = kindsOf(pack, language);
  const head = columns.map((name) => ({ value: columnTitle(name, language), type: String, fontWeight: 'bold' as const, wrap: true }));
  const rows = proposal.lines.map((line, index) => {
    const row = rowOf(line, index, kinds);
    return columns.map((name) => {
      const text = name === 'amount' ? String(amountOf(line)) : row[name as keyof GridRow];
      const value = numbers.has(name) ? readNumber(text) : undefined;
      return value === undefined
        ? { value: text, type: String, wrap: true }
        : { value, type: Number, format: name === 'year' ? '0' : '#,##0.###' };
    });
  });
  const sheet = {
    columns: columns.map((name) => ({ width: widths[name] ?? 16 })),
    sheet: pageText('grid.sheet', language),
    stickyRowsCount: 1,
  };
  return writeXlsxFile([head, ...rows], sheet).toBuffer();
}
