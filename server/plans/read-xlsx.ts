import readXlsxFile from 'read-excel-file/node';
import type { Cell } from '../../domain/plan/cell.ts';
import { zipEntries, zipOf } from '../../files/zip.ts';
import type { Sheets } from './read-sheet.ts';
import type { SheetProblem } from './sheet-problem.ts';
import { sheetLimits, sheetProblem } from './sheet-problem.ts';

/** Cells that a workbook cannot show as values: broken formulas, and formulas that were never computed. */
type Flaw = { row: number; column: number; text: string };

/**
 * The visible sheets of an .xlsx file. The archive is unpacked under limits first and only what was unpacked is parsed, so that a small
 * file cannot grow large in memory. A broken formula stands in its cell as "#REF!", one that was never computed as "=".
 */
export async function readXlsx(file: Buffer): Promise<Sheets | SheetProblem> {
  const entries = zipEntries(file);
  if (entries === null) return sheetProblem('broken');
  if (entries.some(({ encrypted }) => encrypted)) return sheetProblem('encrypted');
  if (entries.some(({ name }) => /vbaProject\.bin$|\/macrosheets\//i.test(name))) return sheetProblem('macros');
  if (!entries.some(({ name }) => name === 'xl/workbook.xml')) return sheetProblem('not-a-sheet');
  const files = new Map<string, Buffer>();
  let left = sheetLimits.unpackedBytes;
  for (const entry of entries) {
    if (!/\.xml(\.rels)?$/.test(entry.name) || /^(docProps|customXml|xl\/(charts|drawings|theme|media))\//.test(entry.name)) continue;
    const body = await entry.unpack(left).catch((error: Error) => error);
    if (body instanceof Error) return sheetProblem(body instanceof RangeError ? 'too-big' : 'broken');
    left -= body.length;
    files.set(entry.name, body);
  }
  const names = sheetPaths(files);
  const flaws = new Map<string, Flaw[]>();
  for (const { name, path } of names) {
    const scanned = scan(files.get(path)?.toString('utf8') ?? '');
    if (scanned === null) return sheetProblem('too-big');
    flaws.set(name, scanned);
  }
  if (names.length > sheetLimits.sheets) return sheetProblem('too-big');
  const visible = new Set(names.filter(({ hidden }) => !hidden).map(({ name }) => name));
  const sheets = await readXlsxFile(zipOf(files), { trim: false }).catch(() => null);
  if (sheets === null) return sheetProblem('broken');
  const read = sheets
    .filter(({ sheet }) => visible.has(sheet))
    .map(({ sheet, data }) => ({
      name: sheet,
      rows: withFlaws(
        data.map((row) => row.map(cellOf)),
        flaws.get(sheet) ?? [],
      ),
    }));
  return { ok: true, format: 'xlsx', sheets: read, hidden: names.filter(({ hidden }) => hidden).map(({ name }) => name) };
}

function cellOf(value: unknown): Cell {
  if (typeof value === 'number' || typeof value === 'string') return value;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10);
  return value === null || value === undefined ? null : String(value).toUpperCase();
}

function withFlaws(rows: Cell[][], flaws: Flaw[]): Cell[][] {
  for (const { row, column, text } of flaws) {
    while (rows.length < row) rows.push([]);
    const cells = rows[row - 1]!;
    while (cells.length <= column) cells.push(null);
    cells[column] = text;
  }
  return rows;
}

/** Looks through a sheet's XML for what lies too far out (`null`) and for flawed formulas. */
function scan(xml: string): Flaw[] | null {
  const flaws: Flaw[] = [];
  for (const match of xml.matchAll(/<c\s([^>]*?)>(?!<\/c>)/g)) {
    const attributes = match[1]!;
    const place = /\br="([A-Z]{1,3})(\d{1,7})"/.exec(attributes);
    if (place === null || attributes.endsWith('/')) continue;
    const column = [...place[1]!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    const row = Number(place[2]);
    if (row > sheetLimits.rows || column >= sheetLimits.columns) return null;
    const body = xml.slice(match.index + match[0].length, match.index + match[0].length + 2000);
    const error = /\bt="e"/.test(attributes) ? (/<v>([^<]*)<\/v>/.exec(body)?.[1] ?? '#') : null;
    const uncomputed = /^<f(?:\s[^>]*)?(?:\/>|>[^<]*<\/f>)(?:<v\s*\/>|<v><\/v>)?<\/c>/.test(body);
    if (error !== null || uncomputed) flaws.push({ row, column, text: error ?? '=' });
  }
  return flaws;
}

/** Name, file and visibility of each sheet of the workbook. */
function sheetPaths(files: Map<string, Buffer>): { name: string; path: string; hidden: boolean }[] {
  const workbook = files.get('xl/workbook.xml')?.toString('utf8') ?? '';
  const relations = files.get('xl/_rels/workbook.xml.rels')?.toString('utf8') ?? '';
  const targets = new Map(
    [...relations.matchAll(/<Relationship\s[^>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target').replace(/^\/?(xl\/)?/, 'xl/'),
    ]),
  );
  return [...workbook.matchAll(/<sheet\s[^>]*>/g)].map(([tag]) => ({
    name: unescaped(attribute(tag, 'name')),
    path: targets.get(attribute(tag, 'r:id')) ?? '',
    hidden: /hidden/i.test(attribute(tag, 'state')),
  }));
}

const attribute = (tag: string, name: string): string => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
const unescaped = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
