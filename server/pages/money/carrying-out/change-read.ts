import { readNumber } from '../../../../domain/money/read-number.ts';
import type { BudgetLine } from '../../../../domain/scheme/proposal.ts';
import type { Scheme } from '../../../../domain/scheme/state.ts';
import type { Posted } from '../../page.ts';
import { isBlank, rowsOf, textOf } from '../cell.ts';
import { type ChangeKind, changeParts } from './change-kinds.ts';

export const sources = ['programme', 'local', 'enterprise', 'other'] as const;
const number = (typed: unknown): unknown => (textOf(typed) === '' ? undefined : (readNumber(textOf(typed)) ?? textOf(typed)));

/** What an adjustment asks to change, from its form. A part that was left as it is stands in it as it is. */
export function readChange(kind: ChangeKind, posted: Posted, scheme: Scheme): Record<string, unknown> {
  const given = typeof posted.changes === 'object' && posted.changes !== null ? (posted.changes as Record<string, unknown>) : {};
  const entries = changeParts[kind].flatMap((part): [string, unknown][] => {
    switch (part) {
      case 'lines':
        return [
          [
            part,
            rowsOf(given.lines)
              .filter((row) => !isBlank(row, 'kind', 'year'))
              .map((row) => lineOf(row, scheme.proposal.lines)),
          ],
        ];
      case 'outputs':
        return [
          [
            part,
            rowsOf(given.outputs)
              .filter((row) => !isBlank(row))
              .map(({ name, unit, volume }) => ({ name: textOf(name), unit: textOf(unit), volume: number(volume) })),
          ],
        ];
      case 'schedule':
        return [
          [
            part,
            rowsOf(given.schedule)
              .filter((row) => !isBlank(row))
              .map(({ name, from, to }) => ({ name: textOf(name), from: textOf(from), to: textOf(to) })),
          ],
        ];
      case 'carryDong':
        return [[part, number(given.carryDong) ?? 0]];
      default:
        return textOf(given[part]) === '' && part === 'endsOn' ? [] : [[part, textOf(given[part])]];
    }
  });
  return { change: kind, ...Object.fromEntries(entries) };
}

/** A line of the table: a column a source. Where the money of a source comes from more closely stays as the line before had it. */
function lineOf(row: Record<string, unknown>, before: readonly BudgetLine[]): Record<string, unknown> {
  const known = before[Number(row.was)];
  const funding = sources.flatMap((source) => {
    const amountDong = number(row[source]);
    const from = known?.funding.find((one) => one.source === source)?.from;
    return amountDong === undefined || amountDong === 0 ? [] : [{ source, amountDong, ...(from !== undefined && { from }) }];
  });
  return {
    item: textOf(row.item),
    unit: textOf(row.unit),
    quantity: number(row.quantity),
    unitPriceDong: number(row.unitPriceDong),
    year: number(row.year),
    kind: textOf(row.kind),
    funding,
  };
}
