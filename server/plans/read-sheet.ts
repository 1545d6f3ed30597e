import type { Cell } from '../../domain/plan/cell.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import type { SheetProblem } from './sheet-problem.ts';
import { sheetLimits, sheetProblem } from './sheet-problem.ts';

/** The sheets of a file, each with all its rows: the first one is row 1. */
export type Sheets = { ok: true; format: 'xlsx' | 'csv'; sheets: { name: string; rows: Cell[][] }[]; hidden: string[] };

/**
 * Reads a table file by what it holds, whatever its name says: .xlsx, or CSV in Unicode. Anything else, a file with a password or macros,
 * and one beyond `sheetLimits` is a problem to be told, never an exception.
 */
export async function readSheets(file: Uint8Array): Promise<Sheets | SheetProblem> {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (bytes.length === 0) return sheetProblem('empty');
  if (bytes.length > sheetLimits.bytes) return sheetProblem('too-big');
  if (bytes.readUIntBE(0, Math.min(4, bytes.length)) === 0xd0cf11e0) {
    return sheetProblem(bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'encrypted' : 'legacy-xls');
  }
  const start = bytes.toString('latin1', 0, 1024);
  if (/^PK[\u0003\u0005]/.test(start)) return readXlsx(bytes);
  if (/^(\u00ef\u00bb\u00bf)?\s*(%PDF|\{\\rtf|<(!doctype|html|table|\?xml))/i.test(start)) return sheetProblem('not-a-sheet');
  return readCsv(bytes);
}
