import type { Ledger, Year } from './ledger.ts';
import { tellsAmounts } from './ledger.ts';
import type { Line, Node } from './outline.ts';

/** By what lines are counted as one source: their column, their kind, or their name. */
type SourceKey = `column ${number}` | `kind ${string}` | `name ${string}`;
type SourceSum = { values: (number | null)[]; rows: number[] };
/** What each source comes to below some nodes; `unknown` if some of their lines tell only shares, so that nobody can know. */
type SourceSums = { sums: Map<SourceKey, SourceSum>; unknown: boolean; named: Map<string, SourceKey[]> };

const mostRows = 100;

/**
 * As what each line of a breakdown is looked up below: its column; else its kind, if the breakdown names that kind once, and its name
 * otherwise ("Ngân sách tỉnh" beside "Ngân sách huyện").
 */
export function breakdownKeys(breakdown: Line[]): SourceKey[] {
  const rows = breakdown.filter(({ column }) => column === null);
  const count = Map.groupBy(rows, ({ named }) => named.kind);
  return breakdown.map(({ column, named }): SourceKey => {
    if (column !== null) return `column ${column}`;
    return count.get(named.kind)?.length === 1 ? `kind ${named.kind}` : `name ${named.name}`;
  });
}

/** Sums the lines below nodes by source, each list of nodes once. A section that breaks its own sum down counts as it prints it. */
export function sourceBook(ledger: Ledger) {
  const known = new WeakMap<Node[], SourceSums>();
  const add = (sums: SourceSums['sums'], key: SourceKey, values: (number | null)[], rows: number[]) => {
    const sum = sums.get(key);
    if (sum === undefined) sums.set(key, { values: [...values], rows: rows.slice(0, mostRows) });
    else {
      for (const [at, value] of values.entries())
        sum.values[at] = sum.values[at] === null || value === null ? null : (sum.values[at] ?? 0) + value;
      for (const row of rows) if (sum.rows.length < mostRows) sum.rows.push(row);
    }
  };
  const ownOf = (node: Node): SourceSums['sums'] => {
    const sums: SourceSums['sums'] = new Map();
    for (const line of node.lines) {
      const values = ledger.years.map((year) => ledger.lineValue(line, node, year));
      for (const key of keysOf(line)) add(sums, key, values, [line.row]);
    }
    return sums;
  };
  const below = (nodes: Node[]): SourceSums => {
    const ready = known.get(nodes);
    if (ready !== undefined) return ready;
    const all: SourceSums = { sums: new Map(), unknown: false, named: new Map() };
    for (const node of nodes) {
      const own = ownOf(node);
      const parts = node.children.length > 0 ? below(node.children) : null;
      all.unknown ||= parts === null ? node.lines.length > 0 && !tellsAmounts(node.lines) : parts.unknown;
      for (const [key, { values, rows }] of parts?.sums ?? []) if (!own.has(key)) add(all.sums, key, values, rows);
      for (const [key, { values, rows }] of own) add(all.sums, key, values, parts?.sums.get(key)?.rows ?? rows);
      if (parts === null)
        for (const line of node.lines) if (line.column === null) all.named.set(`${line.named.kind} ${line.named.name}`, keysOf(line));
      for (const [name, keys] of parts?.named ?? []) all.named.set(name, keys);
    }
    known.set(nodes, all);
    return all;
  };
  return {
    /** A source's sum below nodes: null if nobody can know it, undefined if nothing below names the source. */
    sum: (nodes: Node[], key: SourceKey, year: Year): number | null | undefined => {
      const { sums, unknown } = below(nodes);
      const found = sums.get(key);
      return found === undefined ? undefined : unknown ? null : (found.values[ledger.years.indexOf(year)] ?? null);
    },
    /** Rows of a source's lines below nodes, the first hundred. */
    rows: (nodes: Node[], key: SourceKey): number[] => below(nodes).sums.get(key)?.rows ?? [],
    /** Whether anything below names a source. */
    namesAny: (nodes: Node[]): boolean => below(nodes).sums.size > 0,
    /** Whether a breakdown names every source that rows below name; one that names only some need not make up the whole. */
    coversAll: (breakdown: Line[], nodes: Node[]): boolean => {
      const keys = new Set(breakdownKeys(breakdown));
      const { named } = below(nodes);
      return named.size > 0 && [...named.values()].every((of) => of.some((key) => keys.has(key)));
    },
  };
}
export type SourceBook = ReturnType<typeof sourceBook>;

function keysOf({ column, named }: Line): SourceKey[] {
  const keys: SourceKey[] = [`kind ${named.kind}`, `name ${named.name}`];
  return column === null ? keys : [`column ${column}`, ...keys];
}
