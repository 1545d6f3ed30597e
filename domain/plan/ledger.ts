import type { RowAmounts } from './amounts.ts';
import type { AmountColumn, Columns } from './columns.ts';
import type { Line, Node, Outline, Total } from './outline.ts';

/** A year, or null for all years together. */
export type Year = number | null;
/** What a row sums up. */
export type HolderRole = 'section' | 'item' | 'total';
/** What a row is, or the columns of a source in such a row, for the question whether rows of its kind print a total, or years. */
export type Role = HolderRole | `${HolderRole}-line` | `${HolderRole}-column-${number}`;

/** The amounts of an outline as its rows print them, and what they add up to. `null` stands for what nobody can know from the table. */
export type Ledger = {
  columns: Columns;
  /** Total first, then the years. */
  years: Year[];
  column(source: number | null, year: Year): AmountColumn | undefined;
  printed(amounts: RowAmounts, source: number | null, year: Year): number | null;
  prints(role: Role, year: Year): boolean;
  /** What a node counts for: as printed, else what its parts come to. */
  value(node: Node, year: Year): number | null;
  /** What nodes count for together. */
  valueOfAll(nodes: Node[], year: Year): number | null;
  lineValue(line: Line, holder: Node | Total, year: Year): number | null;
  /** What lies in the items below, whatever sections print. */
  fromItems(nodes: Node[], year: Year): number | null;
};

export const roleOf = (holder: Node | Total): HolderRole =>
  !('rank' in holder) ? 'total' : holder.children.length > 0 ? 'section' : 'item';
export const lineRole = (line: Line, holder: Node | Total): Role =>
  line.column === null ? `${roleOf(holder)}-line` : `${roleOf(holder)}-column-${line.column}`;

/** The sum, or null if a part is unknown. */
export function sumKnown(parts: (number | null)[]): number | null {
  return parts.reduce((sum, part) => (sum === null || part === null ? null : sum + part), 0);
}

/** Opens the ledger of an outline. A kind of row that nowhere prints years (or a total) is not expected to. */
export function openLedger(columns: Columns, outline: Outline): Ledger {
  const byMeaning = new Map(columns.amounts.map((column) => [`${column.source} ${column.year}`, column]));
  const column = (source: number | null, year: Year) => byMeaning.get(`${source} ${year}`);
  const printed = (amounts: RowAmounts, source: number | null, year: Year) => amounts.get(column(source, year)?.index ?? -1) ?? null;
  const printing = new Set<string>();
  const note = (role: Role, source: number | null, amounts: RowAmounts) => {
    for (const { index, source: of, year } of columns.amounts)
      if (of === source && amounts.has(index)) printing.add(`${role} ${year === null}`);
  };
  for (const holder of [...outline.nodes, ...outline.totals]) {
    note(roleOf(holder), null, holder.amounts);
    for (const line of holder.lines) note(lineRole(line, holder), line.column, line.amounts);
  }
  const prints = (role: Role, year: Year) => printing.has(`${role} ${year === null}`);

  const hasOwn = (node: Node) => columns.amounts.some(({ source, index }) => source === null && node.amounts.has(index));
  const lineValue = (line: Line, holder: Node | Total, year: Year): number | null => {
    if (column(line.column, year) === undefined || !prints(lineRole(line, holder), year)) return null;
    return printed(line.amounts, line.column, year) ?? 0;
  };
  const linesValue = (node: Node, lines: Line[], year: Year) => sumKnown(lines.map((line) => lineValue(line, node, year)));

  const value = (node: Node, year: Year): number | null => {
    const role = roleOf(node);
    if (hasOwn(node)) {
      if (prints(role, year) && column(null, year) !== undefined) return printed(node.amounts, null, year) ?? 0;
      if (node.children.length === 0 && !tellsAmounts(node.lines)) return null;
    }
    if (node.children.length > 0) return valueOfAll(node.children, year);
    return linesValue(node, node.lines, year);
  };
  const valueOfAll = eachOnce((nodes, year) => sumKnown(nodes.map((node) => value(node, year))));
  const fromItems = eachOnce((nodes, year) =>
    sumKnown(nodes.map((node) => (node.children.length > 0 ? fromItems(node.children, year) : value(node, year)))),
  );
  return { columns, years: [null, ...columns.years], column, printed, prints, value, valueOfAll, lineValue, fromItems };
}

/** Lines of which none shows an amount tell only shares. */
export const tellsAmounts = (lines: Line[]): boolean => lines.some((line) => line.amounts.size > 0);

/** Remembers what was computed for a list of nodes and a year, for a table may ask for the same sum in each of its rows. */
function eachOnce(compute: (nodes: Node[], year: Year) => number | null): (nodes: Node[], year: Year) => number | null {
  const known = new WeakMap<Node[], Map<Year, number | null>>();
  return (nodes, year) => {
    const byYear = known.get(nodes) ?? new Map<Year, number | null>();
    known.set(nodes, byYear);
    if (!byYear.has(year)) byYear.set(year, compute(nodes, year));
    return byYear.get(year) ?? null;
  };
}
