/** One cell as the file holds it: text, a number, or nothing (also the covered part of a merged cell). */
export type Cell = string | number | null;

/** A cell's text: NFC, without the spaces around it, line breaks as `\n`. A number is written out with the 15 digits a spreadsheet shows. */
export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return writtenOut(cell);
  return cell
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u200b-\u200d\ufeff\u00ad]/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}

/** The same on one line. */
export const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * Without case and diacritics, on one line, so that "Ngân sách", "NGÂN SÁCH" and "Ngân  sách" are one word. Not for words that only the
 * diacritics tell apart ("cộng" and "công").
 */
export function folded(text: string): string {
  return onOneLine(text).toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').normalize('NFC');
}

/** `0, 3` → `'A3'`: column by index from 0, row from 1. */
export const cellName = (column: number, row: number): string => `${columnName(column)}${row}`;

function columnName(column: number): string {
  const before = Math.floor(column / 26);
  return (before > 0 ? columnName(before - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** A spreadsheet computes in binary and shows 15 digits: 33.300000000000004 is 33.3. Never in the form 1e+21. */
function writtenOut(value: number): string {
  if (Number.isSafeInteger(value) || !Number.isFinite(value)) return String(value);
  const [mantissa = '0', exponent = '0'] = value.toPrecision(15).split('e');
  const [whole = '0', fraction = ''] = mantissa.replace('-', '').split('.');
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const at = Math.max(point, 1);
  const text = `${padded.slice(0, at).replace(/^0+(?=\d)/, '')}.${padded.slice(at)}`.replace(/\.?0*$/, '');
  return value < 0 && text !== '0' ? `-${text}` : text;
}
