import type { Columns } from './columns.ts';
import { continues, rankOf, rankOfDash, rankWithoutNumber } from './numbering.ts';
import type { Line, Node, Outline, Total } from './outline.ts';
import { readTotal } from './outline.ts';
import type { Remark } from './plan.ts';
import { remark } from './remark.ts';
import type { NamedSource } from './source.ts';
import { looksLikeSource, readSource, splitSources } from './source.ts';
import type { TableRow } from './table-row.ts';
import { wordsToDong } from './words-to-dong.ts';

/** Where reading stands: to whom funding lines belong now, and whether a list of them is open. */
type State = Outline & {
  columns: Columns;
  remarks: Remark[];
  holder: Node | Total | null;
  list: 'funding' | 'breakdown' | null;
  tops: Node[];
  keys: Set<string>;
};

/** Puts the rows of a table in their order of belonging. What belongs nowhere becomes a remark. */
export function readOutline(rows: TableRow[], columns: Columns, remarks: Remark[]): Outline {
  const state: State = { nodes: [], totals: [], words: [], columns, remarks, holder: null, list: null, tops: [], keys: new Set() };
  for (const row of rows) readOne(state, withoutWords(state, row));
  for (const node of state.nodes)
    if (node.children.length === 0 && isSilent(node)) remarks.push(remark('item-without-amount', node.row, node.label));
  return { nodes: state.nodes, totals: state.totals, words: state.words };
}

const isSilent = (node: Node): boolean => node.amounts.size === 0 && node.lines.every((line) => line.amounts.size === 0);

function readOne(state: State, row: TableRow): void {
  const total = readTotal(row.label, row.number !== null);
  if (row.opens !== null && row.label === '') openList(state, row);
  else if (isDetail(state, row)) state.remarks.push(remark('line-detail', row.row, row.text));
  else if (isFundingLine(state, row)) addLine(state, row, readSource(row.label));
  else if (total !== null && row.dash === null) addTotal(state, row, total);
  else if (row.number !== null) addNode(state, row, rankOf(row.number));
  else if (row.label === '' && row.source !== '') continueSources(state, row);
  else if (row.label === '' || row.amounts.size === 0) addText(state, row);
  else if (isAfterTotal(state)) state.remarks.push(remark('row-after-total', row.row, row.text));
  else addNode(state, row, row.dash === null ? rankWithoutNumber : rankOfDash);
}

/** Takes an amount in words out of a row: "Bằng chữ: …", or words in brackets. */
function withoutWords(state: State, row: TableRow): TableRow {
  const announced = /\(?\s*(?:số tiền |viết )?bằng chữ\s*[:;]?\s*(.+)$/iu.exec(row.text);
  const match = announced ?? /\(((?:\p{L}+[\s,.]+){2,}đồng(?: chẵn)?)\.?\)/iu.exec(row.text);
  if (match === null) return row;
  const text = match[1]!.replace(/\|.*$/, '').replace(/[.)\s/]+$/, '');
  const dong = wordsToDong(text);
  if (dong === null && !announced) return row;
  if (dong === null) state.remarks.push(remark('words-not-understood', row.row, text));
  else state.words.push({ row: row.row, text, dong, amounts: row.amounts });
  const at = row.label.search(announced ? /\(?\s*(?:số tiền |viết )?bằng chữ/iu : /\((?:\p{L}+[\s,.]+){2,}đồng/iu);
  return { ...row, label: at < 0 ? row.label : row.label.slice(0, at).trim(), text: row.text.replace(match[0], '').trim() };
}

function isFundingLine(state: State, row: TableRow): boolean {
  if (row.label === '') return false;
  const named = looksLikeSource(row.label);
  const inTotal = state.holder !== null && !('rank' in state.holder);
  if (row.opens === 'funding') return true;
  if (row.opens === 'breakdown') return named || inTotal;
  if (row.number !== null) return named && isBelow(state, row, rankOf(row.number));
  if (row.dash !== null && (state.list === 'funding' || (state.list === 'breakdown' && inTotal))) return true;
  return named && (state.holder !== null || row.dash !== null);
}

/** "a) Ngân sách tỉnh (30%)" is a line of the item above it; "I. Ngân sách tỉnh" a section. */
function isBelow({ holder, list }: State, row: TableRow, rank: number): boolean {
  if (holder === null) return false;
  if ('rank' in holder) return rank > holder.rank && (list === 'funding' || readSource(row.label).share !== null);
  return list === 'breakdown' || holder.nodesBefore > 0;
}

/** "+ Ngân sách tỉnh" below "- Ngân sách địa phương" tells how a line is made up. */
function isDetail(state: State, row: TableRow): boolean {
  const last = state.holder?.lines.at(-1);
  return row.dash === '+' && state.list !== null && last !== undefined && /^[-–—]/.test(last.named.label);
}

function openList(state: State, row: TableRow): void {
  state.list = row.opens;
  if (row.amounts.size > 0 && state.holder !== null && 'rank' in state.holder) {
    state.holder.restated.push({ row: row.row, label: row.text, amounts: row.amounts });
  }
}

function addLine(state: State, row: TableRow, named: NamedSource): void {
  state.list = row.opens ?? state.list ?? 'funding';
  if (state.holder === null) {
    state.remarks.push(remark('line-without-item', row.row, row.text));
    return;
  }
  if (named.shares > 1) state.remarks.push(remark('several-shares', row.row, row.text));
  if (row.amounts.size === 0) state.remarks.push(remark('line-without-amount', row.row, row.text));
  const dashed = row.dash === null ? named.label : `${row.dash} ${named.label}`;
  state.holder.lines.push({
    row: row.row,
    named: { ...named, label: dashed, share: named.share ?? row.share },
    amounts: row.amounts,
    column: null,
  });
}

function addTotal(state: State, row: TableRow, total: { explicit: boolean; names: string | null }): void {
  const last = state.nodes.at(-1) ?? null;
  const lines = columnLines(row, state.columns);
  const found: Total = {
    ...total,
    row: row.row,
    label: row.label,
    amounts: row.amounts,
    lines,
    within: topOf(last),
    nodesBefore: state.nodes.length,
  };
  state.totals.push(found);
  state.holder = found;
  state.list = null;
}

function addNode(state: State, row: TableRow, rank: number): void {
  const parent = parentFor(state, rank);
  const siblings = parent?.children ?? state.tops;
  const number = row.number === null ? null : restored(row, siblings, state.remarks);
  const key = keyFor(state, row, number, parent);
  if (
    number !== null &&
    parent?.number &&
    /[.-]/.test(number) &&
    /^\d/.test(number) &&
    /^\d/.test(parent.number) &&
    !continues(number, parent.number)
  ) {
    state.remarks.push(remark('number-not-under-section', row.row, row.text));
  }
  const lines = columnLines(row, state.columns);
  const node: Node = { key, row: row.row, number, label: row.label, rank, parent, children: [], amounts: row.amounts, lines, restated: [] };
  siblings.push(node);
  state.nodes.push(node);
  state.holder = node;
  state.list = null;
  if (row.source === '') return;
  const sources = splitSources(row.source).filter((source) => !isSum(source));
  for (const source of sources) {
    const named = readSource(source);
    const amounts = sources.length === 1 ? row.amounts : new Map<number, number>();
    node.lines.push({ row: row.row, named: { ...named, share: named.share ?? row.share }, amounts, column: null });
  }
}

/** "Tổng" beside the sources of an item: the row is the item's own. */
const isSum = (source: string): boolean => readTotal(source, true) !== null;

/** Where labels stand beside several sources in words, each row is one source, and the first row's amounts are the first source's. */
function continueSources(state: State, row: TableRow): void {
  if (isSum(row.source)) {
    openList(state, { ...row, opens: state.list });
    return;
  }
  if (state.holder !== null && 'rank' in state.holder && state.holder.lines[0]?.amounts === state.holder.amounts)
    state.holder.amounts = new Map();
  addLine(state, row, readSource(row.source));
}

function addText(state: State, row: TableRow): void {
  const last = state.nodes.at(-1);
  if (row.text === '') return;
  const continued =
    last !== undefined && state.holder === last && last.row === row.row - 1 && /^\p{Ll}/u.test(row.label) && row.amounts.size === 0;
  if (continued) last.label = `${last.label} ${row.label}`;
  state.remarks.push(remark(continued ? 'label-continued' : 'row-not-understood', row.row, row.text));
}

/** After the total at the foot of the table nothing without a number is an item. */
function isAfterTotal({ holder, nodes }: State): boolean {
  return (
    holder !== null &&
    !('rank' in holder) &&
    holder.explicit &&
    holder.names === null &&
    holder.nodesBefore === nodes.length &&
    nodes.length > 0
  );
}

/** The nearest node above that stands higher. What has no number does not belong to an item whose money is already told by source. */
function parentFor(state: State, rank: number): Node | null {
  let above = state.nodes.at(-1) ?? null;
  while (above !== null && (above.rank >= rank || (rank === rankWithoutNumber && above.lines.some((line) => line.column === null))))
    above = above.parent;
  return above;
}

function keyFor(state: State, row: TableRow, number: string | null, parent: Node | null): string {
  const own = number ?? `r${row.row}`;
  const key = parent === null || (number !== null && /[.-]/.test(number)) ? own : `${parent.key}/${own}`;
  const repeated = state.keys.has(key);
  if (repeated) state.remarks.push(remark('number-repeated', row.row, row.text));
  const unique = repeated ? `${key}@${row.row}` : key;
  state.keys.add(unique);
  return unique;
}

/** A spreadsheet stores 1.10 as the number 1.1: after 1.9 it is 1.10 again. */
function restored(row: TableRow, siblings: Node[], remarks: Remark[]): string {
  const number = row.number!;
  const before = siblings.at(-1)?.number;
  const at = number.lastIndexOf('.');
  if (!before || at < 0 || before.slice(0, at + 1) !== number.slice(0, at + 1)) return number;
  if (Number(before.slice(at + 1)) + 1 !== Number(number.slice(at + 1)) * 10) return number;
  remarks.push(remark('number-restored', row.row, `${number} → ${number}0`));
  return `${number}0`;
}

function topOf(node: Node | null): Node | null {
  let top = node;
  while (top?.parent) top = top.parent;
  return top;
}

/** The lines that a row holds in columns of their own. */
function columnLines(row: TableRow, columns: Columns): Line[] {
  return columns.sources.flatMap((named, column) => {
    const own = columns.amounts.filter((amount) => amount.source === column && row.amounts.has(amount.index));
    return own.length === 0 && (named.share === null || row.amounts.size === 0)
      ? []
      : [{ row: row.row, named, amounts: new Map(own.map(({ index }) => [index, row.amounts.get(index)!])), column }];
  });
}
