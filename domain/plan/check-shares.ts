import { cellName } from './cell.ts';
import type { Finding } from './difference.ts';
import type { Ledger, Year } from './ledger.ts';
import { tellsAmounts } from './ledger.ts';
import { roundedQuotient } from './numerals.ts';
import type { Line, Node, Outline, Total } from './outline.ts';
import type { PrintedShare } from './plan.ts';

/**
 * Each printed percentage against the line's part of its item, in total and in each year in which the item has money. Compared as exact
 * fractions: 33,33…% is not 30%, and not 33% either, for an auditor wants to see both; `withinRounding` tells the second from the first.
 * An item without money in a year has no shares; a line that has money there nevertheless is a sum that does not agree.
 */
export function checkShares(ledger: Ledger, { nodes, totals }: Outline): Finding[] {
  return [...nodes, ...totals].flatMap((holder) => [
    ...holder.lines.flatMap((line) => (line.named.share === null ? [] : lineShares(ledger, holder, line, line.named.share))),
    ...sharesOnly(ledger, holder),
  ]);
}

function lineShares(ledger: Ledger, holder: Node | Total, line: Line, share: PrintedShare): Finding[] {
  if (line.amounts.size === 0) return tellsAmounts(holder.lines) ? emptyLine(ledger, holder, line, share) : [];
  return ledger.years.flatMap((year): Finding[] => {
    const whole = wholeOf(ledger, holder, year);
    const part = ledger.lineValue(line, holder, year);
    const column = ledger.column(line.column, year);
    if (whole === null || whole === 0 || part === null || column === undefined) return [];
    return compare(ledger, holder, line, share, part, whole, year);
  });
}

/** A line without any amount beside lines that have some has no part in the item. */
function emptyLine(ledger: Ledger, holder: Node | Total, line: Line, share: PrintedShare): Finding[] {
  return ledger.years.flatMap((year) => {
    const whole = wholeOf(ledger, holder, year);
    return whole === null || whole === 0 ? [] : compare(ledger, holder, line, share, 0, whole, year);
  });
}

const wholeOf = (ledger: Ledger, holder: Node | Total, year: Year): number | null =>
  'rank' in holder ? ledger.value(holder, year) : ledger.printed(holder.amounts, null, year);

function compare(
  ledger: Ledger,
  holder: Node | Total,
  line: Line,
  share: PrintedShare,
  part: number,
  whole: number,
  year: Year,
): Finding[] {
  const column = ledger.column(line.column, year);
  if (column === undefined) return [];
  const { digits, scale } = fraction(share.percent);
  const size = BigInt(Math.abs(whole));
  const hundredfold = BigInt(part) * 100n * (whole < 0 ? -1n : 1n);
  const over = hundredfold * 10n ** BigInt(scale) - digits * size;
  if (share.bound === 'exact' ? over === 0n : share.bound === 'at-most' ? over <= 0n : over >= 0n) return [];
  const rounded = roundedQuotient(hundredfold * 10n ** BigInt(scale), size);
  const base = ledger.column(null, year) ?? column;
  return [
    {
      rule: 'share',
      row: line.row,
      number: 'rank' in holder ? holder.number : null,
      label: line.column === null ? line.named.label : holder.label,
      column,
      printed: share.percent,
      computed: Number(roundedQuotient(hundredfold * 100n, size)) / 100,
      cells: [cellName(column.index, line.row), cellName(base.index, holder.row)],
      withinRounding: share.bound === 'exact' && rounded === digits,
    },
  ];
}

/** Where lines show shares and no amounts, all that can be checked is that the shares make the whole. */
function sharesOnly(ledger: Ledger, holder: Node | Total): Finding[] {
  const shares = holder.lines.map((line) => line.named.share);
  if (shares.length === 0 || tellsAmounts(holder.lines) || !shares.every((share) => share?.bound === 'exact')) return [];
  const scale = Math.max(...shares.map((share) => fraction(share!.percent).scale));
  const sum = shares.reduce(
    (all, share) => all + fraction(share!.percent).digits * 10n ** BigInt(scale - fraction(share!.percent).scale),
    0n,
  );
  const first = holder.lines[0]!;
  const column = ledger.columns.amounts[0];
  if (column === undefined || sum === 100n * 10n ** BigInt(scale)) return [];
  const labels = { index: ledger.columns.labels[0] ?? 0, heading: first.named.label, year: null };
  const own = { row: first.row, number: 'rank' in holder ? holder.number : null, label: holder.label };
  return [
    {
      rule: 'shares-hundred',
      ...own,
      column: labels,
      printed: Number(sum) / 10 ** scale,
      computed: 100,
      cells: holder.lines.map((line) => cellName(labels.index, line.row)),
    },
  ];
}

function fraction(percent: number): { digits: bigint; scale: number } {
  const [whole = '0', decimals = ''] = String(percent).split('.');
  return { digits: BigInt(whole + decimals), scale: decimals.length };
}
