import type { Cell } from './cell.ts';
import { onOneLine, textOf } from './cell.ts';
import type { Columns } from './columns.ts';
import { isAmountHeading, isLabelHead, isNumberHead, readColumns, yearIn } from './columns.ts';
import { ordinalIn } from './numbering.ts';
import { unitIn } from './unit.ts';

/** A table in a sheet. Row indices from 0; `data` leaves out headings that are repeated on a new page. */
export type Table = { top: number; columns: Columns; headings: string; data: number[]; end: number };

const mostHeadingRows = 4;

/** All tables of a sheet, in order; each ends where the next begins. */
export function findTables(rows: Cell[][]): Table[] {
  const tables: Table[] = [];
  for (let at = 0; at < rows.length; at++) {
    const table = tables.at(-1);
    const heading = headingAt(rows, at, table === undefined);
    if (heading === null) {
      if (table && !isColumnIndex(rows[at]!)) table.data.push(at);
      if (table) table.end = at + 1;
      continue;
    }
    while (table && (table.data.at(-1) ?? -1) >= heading.from) table.data.pop();
    if (table?.headings === heading.headings) table.end = heading.to;
    else tables.push({ top: heading.from, columns: heading.columns, headings: heading.headings, data: [], end: heading.to });
    at = heading.to - 1;
  }
  return tables;
}

/** A row such as "(1) (2) (3)=(4)+(5)" or "A B 1 2", which only numbers the columns. */
export function isColumnIndex(row: Cell[]): boolean {
  const texts = row.map(textOf).filter((text) => text !== '');
  return (
    texts.length >= 3 &&
    texts.every((text) => /^\(?([0-9]{1,2}|[A-Z])\)?$|^\(?\d{1,2}\)?\s*=[\s\d()+=\-–.…]*$/.test(text)) &&
    isSequence(texts)
  );
}

function isSequence(texts: string[]): boolean {
  const numbers = texts.map((text) => /^\(?(\d+)/.exec(text)?.[1]).flatMap((digits) => (digits === undefined ? [] : [Number(digits)]));
  return numbers.length >= 2 && numbers.every((number, i) => i === 0 || number === numbers[i - 1]! + 1);
}

function headingAt(rows: Cell[][], at: number, byYears: boolean): { from: number; to: number; columns: Columns; headings: string } | null {
  const row = rows[at]!;
  if (!startsHeading(row) && !(byYears && isRowOfYears(row))) return null;
  const texts = row.map((cell) => onOneLine(textOf(cell)));
  const number = texts.findIndex(isNumberHead);
  const label = texts.findIndex((text, index) => index !== number && isLabelHead(text));
  const covered = [number, label].filter((index) => index >= 0);
  let to = at + 1;
  while (to < rows.length && to - at < mostHeadingRows && continuesHeading(rows[to]!, covered)) to++;
  const from = at > 0 && covered.length > 0 && continuesHeading(rows[at - 1]!, covered) && hasAmountHeading(rows[at - 1]!) ? at - 1 : at;
  const block = rows.slice(from, to);
  const columns = readColumns(block);
  if (columns.amounts.length === 0 || columns.labels.length === 0) return null;
  while (to < rows.length && isColumnIndex(rows[to]!)) to++;
  return { from, to, columns, headings: JSON.stringify(block.map((cells) => cells.map(textOf))) };
}

function startsHeading(row: Cell[]): boolean {
  const texts = row.map((cell) => onOneLine(textOf(cell))).filter((text) => text !== '');
  if (texts.length < 2) return false;
  if (texts.some(isNumberHead)) return true;
  if (!texts.some(isLabelHead) || row.some((cell) => isMoney(cell) || (ordinalIn(cell) !== null && yearIn(textOf(cell)) === null)))
    return false;
  return areConsecutive(yearsOf(texts)) || texts.some((text) => !isLabelHead(text) && !/^[\d\s.,–—-]+$/.test(text));
}

/** A table without words for number and label still shows itself by a row of consecutive years. */
function isRowOfYears(row: Cell[]): boolean {
  return areConsecutive(yearsOf(row.map(textOf))) && row.every((cell) => !isMoney(cell));
}

const yearsOf = (texts: string[]): number[] => texts.flatMap((text) => (/^(năm\s*)?20\d\d$/iu.test(text) ? [yearIn(text)!] : []));
const areConsecutive = (years: number[]): boolean => years.length >= 2 && years.every((year, i) => i === 0 || year === years[i - 1]! + 1);

/** A further row of headings: nothing under number and label, and no amount, for years are the only numbers in a heading. */
function continuesHeading(row: Cell[], covered: number[]): boolean {
  const texts = row.map(textOf);
  if (texts.every((text) => text === '') || covered.some((index) => texts[index] !== undefined && texts[index] !== '')) return false;
  if (covered.length === 0) return false;
  return (
    row.every((cell) => !isMoney(cell)) && !(texts.filter((text) => text !== '').length === 1 && unitIn(texts.join(''), false) !== null)
  );
}

const hasAmountHeading = (row: Cell[]): boolean => row.some((cell) => textOf(cell) !== '' && isAmountHeading([onOneLine(textOf(cell))]));

function isMoney(cell: Cell): boolean {
  const text = textOf(cell);
  return /^[-–(]?\d[\d.,\s]*\)?$/.test(text) && !/^20\d\d$/.test(text);
}
