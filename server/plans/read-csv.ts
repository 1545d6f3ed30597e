import { CsvError, parse } from 'csv-parse/sync';
import type { Sheets } from './read-sheet.ts';
import type { SheetProblem } from './sheet-problem.ts';
import { sheetLimits, sheetProblem } from './sheet-problem.ts';

/** The rows of a CSV file in UTF-8 or UTF-16: by comma, semicolon, tab or bar, whichever makes a table of it. Empty lines stay, so that rows keep their numbers. */
export function readCsv(file: Buffer): Sheets | SheetProblem {
  const text = decode(file);
  if (text === null) return sheetProblem('not-utf8');
  if (text.includes('\u0000')) return sheetProblem('not-a-sheet');
  if (text.trim() === '') return sheetProblem('empty');
  try {
    const rows = parse(text, { delimiter: delimiterOf(text), relax_column_count: true, relax_quotes: true, to: sheetLimits.rows + 1 });
    if (rows.length > sheetLimits.rows || rows.some((row) => row.length > sheetLimits.columns)) return sheetProblem('too-big');
    return { ok: true, format: 'csv', sheets: [{ name: 'CSV', rows }], hidden: [] };
  } catch (error) {
    if (error instanceof CsvError) return sheetProblem('broken');
    throw error;
  }
}

function decode(file: Buffer): string | null {
  const encoding = file[0] === 0xff && file[1] === 0xfe ? 'utf-16le' : file[0] === 0xfe && file[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(file);
  } catch {
    return null;
  }
}

/** The delimiter that gives the most rows of one same width; a decimal comma would cut rows into uneven pieces. A first line "sep=;" says it outright. */
function delimiterOf(text: string): string {
  const stated = /^\ufeff?sep=(.)\r?\n/.exec(text)?.[1];
  if (stated !== undefined) return stated;
  const tried = [',', ';', '\t', '|'].map((delimiter) => ({ delimiter, even: evenRows(text, delimiter) }));
  return tried.toSorted((a, b) => b.even - a.even)[0]!.delimiter;
}

function evenRows(text: string, delimiter: string): number {
  try {
    const rows = parse(text.slice(0, 200_000), { delimiter, relax_column_count: true, relax_quotes: true, to: 200 });
    const byWidth = Object.groupBy(rows, (row) => row.length);
    return Math.max(0, ...Object.entries(byWidth).map(([width, same]) => (Number(width) >= 2 ? (same?.length ?? 0) : 0)));
  } catch {
    return 0;
  }
}
