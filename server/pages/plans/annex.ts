import type { NotedDifference } from '../../../domain/plan/facts.ts';
import type { FundingLine, Plan, PlanItem } from '../../../domain/plan/plan.ts';

/** One cell of the annex as printed, đồng, with what it comes to where that is something else. */
export type AnnexCell = { printed: number | null; computed: number | null; difference: number | null; accepted: boolean };
/** One row of the annex: a section, an item, a source's line or the total. `share`: a printed percentage that does not agree. */
export type AnnexRow = {
  row: number;
  kind: 'section' | 'item' | 'line' | 'total';
  level: number;
  number: string | null;
  label: string;
  cells: AnnexCell[];
  share: { printed: number | null; computed: number; difference: number; accepted: boolean } | null;
};

/** The annex row by row as it is printed, each cell with the difference that was found in it (by its index from 0). */
export function annexOf(plan: Plan, differences: readonly NotedDifference[]): AnnexRow[] {
  const at = new Map<string, number>();
  const shares = new Map<number, number>();
  differences.forEach(({ place, unit }, index) => {
    if (unit === 'percent') shares.set(place.row, index);
    else if (!at.has(`${place.row} ${place.year ?? ''}`)) at.set(`${place.row} ${place.year ?? ''}`, index);
  });
  const cell = (row: number, year: number | null, printed: number | null): AnnexCell => {
    const index = at.get(`${row} ${year ?? ''}`);
    const found = index === undefined ? undefined : differences[index];
    const same = found !== undefined && found.printed === printed;
    return same
      ? { printed, computed: found.computed, difference: index ?? null, accepted: found.accepted !== null }
      : { printed, computed: null, difference: null, accepted: false };
  };
  const cells = (row: number, { totalDong, years }: Pick<PlanItem, 'totalDong' | 'years'>): AnnexCell[] => [
    cell(row, null, totalDong),
    ...plan.years.map((year) => cell(row, year, years[String(year)] ?? null)),
  ];
  const shareOf = (row: number): AnnexRow['share'] => {
    const index = shares.get(row);
    const found = index === undefined ? undefined : differences[index];
    return found && index !== undefined
      ? { printed: found.printed, computed: found.computed, difference: index, accepted: found.accepted !== null }
      : null;
  };
  const lineRow =
    (level: number) =>
    (line: FundingLine): AnnexRow => ({
      row: line.row,
      kind: 'line',
      level,
      number: null,
      label: line.label,
      cells: cells(line.row, line),
      share: shareOf(line.row),
    });
  const itemRows = (item: PlanItem, kind: 'section' | 'item'): AnnexRow[] => [
    { row: item.row, kind, level: item.level, number: item.number, label: item.label, cells: cells(item.row, item), share: null },
    ...item.lines.map(lineRow(item.level + 1)),
  ];
  const { total } = plan;
  const rows = [...plan.sections.flatMap((item) => itemRows(item, 'section')), ...plan.items.flatMap((item) => itemRows(item, 'item'))];
  const last: AnnexRow[] = total
    ? [
        { row: total.row, kind: 'total', level: 0, number: null, label: total.label, cells: cells(total.row, total), share: null },
        ...total.lines.map(lineRow(1)),
      ]
    : [];
  return [...rows, ...last].toSorted((a, b) => a.row - b.row);
}
