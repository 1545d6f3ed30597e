import type { Reading, RowAmounts } from './amounts.ts';
import type { Ledger, Year } from './ledger.ts';
import type { Line, Node, Outline } from './outline.ts';
import { sortTotals } from './outline.ts';
import type { FundingLine, Plan, PlanItem, SourceKind } from './plan.ts';
import type { Unit } from './unit.ts';

type Parts = { title: string; year: number | null; unit: Unit | null; reading: Reading; outline: Outline; ledger: Ledger };

/** The plan as it stands in the table; amounts as printed, in đồng. `year`: of a table without columns of years, whose totals are that year's. */
export function toPlan({ title, year: onlyYear, unit, reading, outline, ledger }: Parts): Plan {
  const years = onlyYear === null ? reading.columns.years : [onlyYear];
  const column = (year: number): Year => (onlyYear === null ? year : null);
  const amountsOf = (amounts: RowAmounts, source: number | null) => ({
    totalDong: ledger.printed(amounts, source, null),
    years: Object.fromEntries(years.map((year) => [String(year), ledger.printed(amounts, source, column(year))])),
  });
  const lineOf = (line: Line): FundingLine => {
    const { kind, source, label, share } = line.named;
    return { row: line.row, kind, source, label, share, ...amountsOf(line.amounts, line.column) };
  };
  const itemOf = (node: Node): PlanItem => ({
    key: node.key,
    row: node.row,
    number: node.number,
    label: node.label,
    level: levelOf(node),
    section: node.parent?.key ?? null,
    ...amountsOf(node.amounts, null),
    lines: node.lines.map(lineOf),
  });
  const total = sortTotals(outline).grand[0];
  return {
    title,
    unit: { factorDong: Number(reading.unit.factorDong), printed: unit?.printed ?? null, assumed: unit === null },
    years,
    sources: sourcesOf(outline, ledger).map(({ kind, source, sum }) => ({
      kind,
      source,
      totalDong: sum(null),
      years: Object.fromEntries(years.map((year) => [String(year), sum(column(year))])),
    })),
    sections: outline.nodes.filter((node) => node.children.length > 0).map(itemOf),
    items: outline.nodes.filter((node) => node.children.length === 0).map(itemOf),
    total:
      total === undefined
        ? null
        : { row: total.row, label: total.label, ...amountsOf(total.amounts, null), lines: total.lines.map(lineOf) },
  };
}

/** Each source by kind and name, as the items' lines name it, with what these add up to. */
function sourcesOf({ nodes }: Outline, ledger: Ledger): { kind: SourceKind; source: string; sum: (year: Year) => number | null }[] {
  const found = new Map<string, { kind: SourceKind; source: string; parts: { node: Node; line: Line }[] }>();
  for (const node of nodes) {
    for (const line of node.children.length > 0 ? [] : node.lines) {
      const { kind, source, name } = line.named;
      const key = `${kind} ${name}`;
      const entry = found.get(key) ?? { kind, source, parts: [] };
      entry.parts.push({ node, line });
      found.set(key, entry);
    }
  }
  return [...found.values()].map(({ kind, source, parts }) => ({ kind, source, sum: (year) => sumOf(parts, year, ledger) }));
}

function sumOf(parts: { node: Node; line: Line }[], year: Year, ledger: Ledger): number | null {
  const known = parts.flatMap(({ node, line }) => ledger.lineValue(line, node, year) ?? []);
  const total = known.reduce((all, part) => all + part, 0);
  return known.length === 0 || !Number.isSafeInteger(total) ? null : total;
}

function levelOf(node: Node): number {
  let level = 0;
  for (let above = node.parent; above !== null; above = above.parent) level++;
  return level;
}
