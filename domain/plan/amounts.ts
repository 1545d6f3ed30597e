import type { Cell } from './cell.ts';
import { cellName, textOf } from './cell.ts';
import type { Columns } from './columns.ts';
import type { Numerals } from './numerals.ts';
import { numeralsOf, readNumber, toDong } from './numerals.ts';
import type { Remark } from './plan.ts';
import { remark } from './remark.ts';
import type { Unit } from './unit.ts';
import { numberWithUnit } from './unit.ts';

/** The amounts that a row prints, in đồng, by column index. A dash is a printed nothing (0); an empty cell is not in the map. */
export type RowAmounts = Map<number, number>;

/** How the table at hand writes its amounts. */
export type Reading = { columns: Columns; unit: Unit; numerals: Numerals };

const nothing = /^([-–—−_]+|x|\.{2,}|…|0)$/i;

/** Reads a row's amounts; what is no amount stays empty and becomes a remark. `row` is 1-based. */
export function readAmounts(cells: Cell[], row: number, { columns, unit, numerals }: Reading, remarks: Remark[]): RowAmounts {
  const amounts: RowAmounts = new Map();
  for (const column of [...columns.amounts, ...columns.groups]) {
    const cell = cells[column.index];
    const text = textOf(cell);
    if (text === '') continue;
    const place = cellName(column.index, row);
    const factor = (column.unit ?? unit).factorDong;
    const found = nothing.test(text) ? { dong: 0, exact: true } : amountOf(cell ?? null, text, factor, numerals);
    if (found === 'no-amount') remarks.push(remark('amount-not-understood', row, text, place));
    else if (found === null) remarks.push(remark('amount-too-large', row, text, place));
    else {
      if (!found.exact) remarks.push(remark('amount-rounded', row, text, place));
      if (found.dong < 0) remarks.push(remark('amount-negative', row, text, place));
      amounts.set(column.index, found.dong);
    }
  }
  return amounts;
}

function amountOf(cell: Cell, text: string, factor: bigint, numerals: Numerals): { dong: number; exact: boolean } | null | 'no-amount' {
  const own = typeof cell === 'number' ? null : numberWithUnit(text);
  const number = typeof cell === 'number' ? readNumber(text, 'en') : readNumber(own?.number ?? text, numerals);
  return number === null ? 'no-amount' : toDong(number, own?.factorDong ?? factor);
}

/** What the forms of a table's numbers say: certainly Vietnamese, certainly English; or "1.234" and "1,234", which could be either. */
export type SeenNumerals = { vi: boolean; en: boolean; points: boolean; commas: boolean };

/** Looks through the amounts of a table for what tells its numerals. */
export function numeralsSeen(rows: Cell[][], columns: Columns): SeenNumerals {
  const seen: SeenNumerals = { vi: false, en: false, points: false, commas: false };
  for (const cells of rows) {
    for (const { index } of [...columns.amounts, ...columns.groups]) {
      const cell = cells[index];
      if (typeof cell !== 'string') continue;
      for (const piece of textOf(cell).split('\n')) {
        const numerals = numeralsOf(piece);
        if (numerals === 'either') seen[piece.includes(',') ? 'commas' : 'points'] = true;
        else if (numerals !== null) seen[numerals] = true;
      }
    }
  }
  return seen;
}
