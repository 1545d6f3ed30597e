import { cellName } from './cell.ts';
import type { Finding } from './difference.ts';
import type { Ledger } from './ledger.ts';
import type { Outline } from './outline.ts';
import { sortTotals } from './outline.ts';

/** An amount in words against the figure of its own row, else the grand total as printed, else what the table comes to. */
export function checkWords(ledger: Ledger, outline: Outline): Finding[] {
  const column = ledger.column(null, null) ?? ledger.columns.amounts[0];
  const total = sortTotals(outline).grand[0];
  if (column === undefined) return [];
  const tops = outline.nodes.filter((node) => node.parent === null);
  const whole = total?.amounts.get(column.index) ?? ledger.valueOfAll(tops, null);
  return outline.words.flatMap(({ row, text, dong, amounts }): Finding[] => {
    const figure = amounts.get(column.index) ?? whole;
    if (figure === null || BigInt(figure) === dong) return [];
    const from = amounts.has(column.index) || total === undefined ? row : total.row;
    return [
      {
        rule: 'words',
        row,
        number: null,
        label: text,
        column,
        printed: Number(dong),
        computed: figure,
        cells: [cellName(column.index, from)],
      },
    ];
  });
}
