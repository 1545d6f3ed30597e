import type { RowAmounts } from './amounts.ts';
import { cellName } from './cell.ts';
import type { Finding } from './difference.ts';
import type { Ledger, Role } from './ledger.ts';
import { lineRole, roleOf } from './ledger.ts';
import type { Node, Outline, Total } from './outline.ts';

/** Across: in each row the total is the sum of its years, for all sources and for each source's columns, and each group of columns the sum of its members. */
export function checkRows(ledger: Ledger, { nodes, totals }: Outline): Finding[] {
  const across = (holder: Node | Total): Finding[] => {
    const number = 'rank' in holder ? holder.number : null;
    const own = { row: holder.row, number, label: holder.label };
    return [
      ...rowYears(ledger, own, roleOf(holder), null, holder.amounts),
      ...rowGroups(ledger, own, holder.amounts),
      ...holder.lines.flatMap((line) => {
        const place = { row: line.row, number, label: line.column === null ? line.named.label : holder.label };
        return sharesRowWith(line.amounts, holder) ? [] : rowYears(ledger, place, lineRole(line, holder), line.column, line.amounts);
      }),
    ];
  };
  return [...nodes, ...totals].flatMap(across);
}

/** A single source named in words beside an item has the item's own amounts; they are checked once. */
const sharesRowWith = (amounts: RowAmounts, holder: Node | Total): boolean => amounts === holder.amounts;

type Own = Pick<Finding, 'row' | 'number' | 'label'>;

function rowYears(ledger: Ledger, own: Own, role: Role, source: number | null, amounts: RowAmounts): Finding[] {
  const total = ledger.column(source, null);
  const years = ledger.columns.years.flatMap((year) => ledger.column(source, year) ?? []);
  if (total === undefined || years.length === 0 || !ledger.prints(role, null) || !ledger.prints(role, years[0]!.year)) return [];
  if (!amounts.has(total.index) && years.every((year) => !amounts.has(year.index))) return [];
  const printed = amounts.get(total.index) ?? null;
  const computed = years.reduce((sum, year) => sum + (amounts.get(year.index) ?? 0), 0);
  if ((printed ?? 0) === computed) return [];
  return [{ rule: 'row-years', ...own, column: total, printed, computed, cells: years.map((year) => cellName(year.index, own.row)) }];
}

function rowGroups(ledger: Ledger, own: Own, amounts: RowAmounts): Finding[] {
  return ledger.columns.groups.flatMap((group): Finding[] => {
    if (group.members.every((member) => !amounts.has(member))) return [];
    const printed = amounts.get(group.index) ?? null;
    const computed = group.members.reduce((sum, member) => sum + (amounts.get(member) ?? 0), 0);
    if ((printed ?? 0) === computed) return [];
    return [
      { rule: 'row-group', ...own, column: group, printed, computed, cells: group.members.map((member) => cellName(member, own.row)) },
    ];
  });
}
