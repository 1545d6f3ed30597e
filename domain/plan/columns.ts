import type { Cell } from './cell.ts';
import { folded, onOneLine, textOf } from './cell.ts';
import type { NamedSource } from './source.ts';
import { isStateBudget, looksLikeSource, readSource, sourceKind } from './source.ts';
import type { Unit } from './unit.ts';
import { unitIn } from './unit.ts';

/** A column of money: of which year (null: all years together) and which source (null: all sources together). */
export type AmountColumn = { index: number; heading: string; year: number | null; source: number | null; unit: Unit | null };
/** A column that sums up others of its row, such as "Ngân sách nhà nước" over the central and the local budget. */
export type GroupColumn = { index: number; heading: string; year: number | null; unit: Unit | null; members: number[] };

/** What the columns of a table are. Indices from 0. */
export type Columns = {
  number: number | null;
  /** Several where labels are indented by columns. */
  labels: number[];
  /** A column that names each row's source in words. */
  sourceText: number | null;
  share: number | null;
  amounts: AmountColumn[];
  groups: GroupColumn[];
  /** Sources that have columns of their own, in order. */
  sources: NamedSource[];
  years: number[];
  /** Columns that carry no money or repeat another one. */
  unread: { index: number; heading: string; repeats: boolean }[];
};

const numberHead = /^(stt|tt|so tt|so thu tu|no\.?|#|number|item no\.?)$/;
const labelHead =
  /^nguon kinh phi$|^(label|content|item|description|activity|activities|name|chi tieu|dien giai|khoan muc)\b|noi dung|nhiem vu|hang muc|danh muc|hoat dong|cong viec|^ten\b|^de an|^du an/;
const noMoney =
  /so luong|don gia|khoi luong|don vi( tinh| thuc hien| chu tri|$)|thoi gian|tien do|ghi chu|chu tri|phoi hop|san pham|ket qua|muc tieu|dia diem|hinh thuc|can cu|quantity|unit price|note/;
const total =
  /(?:^|[\s_(])(tong|cong|kinh phi|du toan|thanh tien|so tien|nhu cau|muc ho tro|total|amount|budget|cost)(?![a-z])|giai doan 20\d\d/;
const sharePattern = /^(ty|ti) le|^share|^%|\(%\)$/;

export const isNumberHead = (text: string): boolean => numberHead.test(folded(text));
export const isLabelHead = (text: string): boolean => text.length <= 80 && !/:|^[-–—•*+]/.test(text) && labelHead.test(folded(text));

/** The only year in a text; `null` for none, or a span such as "2021 - 2025". */
export function yearIn(text: string): number | null {
  const found = [...text.matchAll(/(?<!\d)(20\d\d)(?!\d)/g)].map((match) => Number(match[1]));
  return found.length === 1 ? found[0]! : null;
}

/** Whether a heading by itself is one of money: a year, a source, or a total. */
export function isAmountHeading(path: string[]): boolean {
  const plain = path.map(folded);
  if (noMoney.test(plain.at(-1) ?? '')) return false;
  return path.some((text) => yearIn(text) !== null) || sourceIn(path) !== undefined || plain.some((text) => total.test(text));
}

/** The source that a heading names. Under "Nguồn kinh phí" every column is a source, under "Trong đó" those that name a giver. */
function sourceIn(path: string[]): string | undefined {
  return path.findLast((text, depth) => {
    if (looksLikeSource(text)) return true;
    const plain = folded(text);
    if (depth === 0 || yearIn(text) !== null || noMoney.test(plain) || total.test(plain)) return false;
    const above = folded(path.slice(0, depth).join(' '));
    return /\bnguon\b|\bsource/.test(above) || (/trong do|kinh phi|of which/.test(above) && sourceKind(text) !== 'other');
  });
}

/**
 * What each column is, from the rows of a header. Merged cells arrive as text in their first cell and nothing in the others: a heading
 * reaches right over columns that have a heading of their own below it.
 */
export function readColumns(header: Cell[][]): Columns {
  const width = Math.max(...header.map((row) => row.length));
  const paths = Array.from({ length: width }, (_, column) => pathOf(header, column));
  const number = paths.findIndex((path) => path.length > 0 && isNumberHead(path.at(-1)!));
  const label = labelColumn(paths, number);
  const columns: Columns = {
    number: number < 0 ? null : number,
    labels: label < 0 ? [] : [label],
    sourceText: null,
    share: null,
    amounts: [],
    groups: [],
    sources: [],
    years: [],
    unread: [],
  };
  const named: (AmountColumn & { path: string[] })[] = [];
  for (const [index, path] of paths.entries()) {
    if (index === number || index === label) continue;
    const heading = path.join(' / ');
    const deepest = folded(path.at(-1) ?? '');
    if (path.length === 0) {
      if (columns.labels.at(-1) === index - 1 && named.length === 0) columns.labels.push(index);
    } else if (/^nguon( kinh phi| von)?$|^source( of funds)?$/.test(deepest)) columns.sourceText ??= index;
    else if (sharePattern.test(deepest)) columns.share ??= index;
    else if (isAmountHeading(path)) named.push({ ...amountOf(index, heading, path, columns.sources), path });
    else columns.unread.push({ index, heading, repeats: false });
  }
  sortOut(named, columns);
  columns.years = [...new Set(columns.amounts.flatMap((column) => column.year ?? []))].sort((a, b) => a - b);
  return columns;
}

function amountOf(index: number, heading: string, path: string[], sources: NamedSource[]): AmountColumn {
  const year = path.map(yearIn).findLast((found) => found !== null) ?? null;
  const text = sourceIn(path);
  const unit = path.map((part) => unitIn(part, true)).findLast((found) => found !== null) ?? null;
  if (text === undefined) return { index, heading, year, source: null, unit };
  const source = readSource(text);
  const known = sources.findIndex((other) => other.name === source.name);
  return { index, heading, year, source: known < 0 ? sources.push(source) - 1 : known, unit };
}

/** Tells columns that sum up others from those of a single source, and keeps the first where two mean the same. */
function sortOut(named: (AmountColumn & { path: string[] })[], columns: Columns): void {
  for (const { path, ...column } of named) {
    const own = column.source === null ? null : columns.sources[column.source]!;
    const members =
      own === null
        ? []
        : named.filter((other) => other.year === column.year && isPartOf(other, column.source!, own, columns)).map((m) => m.index);
    const same = columns.amounts.some((other) => other.year === column.year && other.source === column.source);
    if (members.length > 0)
      columns.groups.push({ index: column.index, heading: column.heading, year: column.year, unit: column.unit, members });
    else if (same) columns.unread.push({ index: column.index, heading: column.heading, repeats: true });
    else columns.amounts.push(column);
  }
}

function isPartOf(other: AmountColumn & { path: string[] }, source: number, own: NamedSource, columns: Columns): boolean {
  if (other.source === null || other.source === source) return false;
  if (other.path.slice(0, -1).some((part) => folded(part) === folded(own.label))) return true;
  const kind = columns.sources[other.source]!.kind;
  return isStateBudget(own.source) && (kind === 'programme' || kind === 'local');
}

function labelColumn(paths: string[][], number: number): number {
  const candidates = paths.flatMap((path, index) => (index !== number && path.length > 0 && isLabelHead(path.join(' ')) ? [index] : []));
  const others = candidates.filter((index) => !/^nguon /.test(folded(paths[index]!.at(-1)!)));
  const found = others[0] ?? candidates[0];
  if (found !== undefined) return found;
  if (number >= 0) return number + 1;
  return paths.findIndex((path) => !isAmountHeading(path));
}

/** A column's headings from the top down. */
function pathOf(header: Cell[][], column: number): string[] {
  const path: string[] = [];
  for (const [depth, row] of header.entries()) {
    const own = onOneLine(textOf(row[column]));
    const text = own === '' ? reachingOver(header, depth, column) : own;
    if (text !== '' && text !== path.at(-1)) path.push(text);
  }
  return path;
}

/** The heading to the left that is merged over this column: both have headings of their own below. */
function reachingOver(header: Cell[][], depth: number, column: number): string {
  const hasBelow = (at: number) => header.slice(depth + 1).some((row) => textOf(row[at]) !== '');
  if (!hasBelow(column)) return '';
  for (let left = column - 1; left >= 0; left--) {
    const text = onOneLine(textOf(header[depth]![left]));
    const barrier = header.slice(0, depth).some((row) => textOf(row[left + 1]) !== '');
    if (barrier) return '';
    if (text !== '') return hasBelow(left) ? text : '';
  }
  return '';
}
