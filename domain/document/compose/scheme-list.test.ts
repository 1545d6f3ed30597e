import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Row } from '../table.ts';
import { type ListedScheme, listTotal, roman, schemeListAnnex, totalsBySource, yearSpan } from './scheme-list.ts';

const text = fc.stringMatching(/^[A-Z][a-z]{0,20}$/);
const scheme: fc.Arbitrary<ListedScheme> = fc.record({
  group: fc.constantFrom('Nhóm A', 'Nhóm B', 'Nhóm C'),
  title: text,
  host: text,
  years: fc.array(fc.integer({ min: 2021, max: 2025 }), { minLength: 1, maxLength: 5 }),
  amounts: fc.array(fc.record({ source: fc.constantFrom('Trung ương', 'Địa phương', 'Doanh nghiệp'), amount: fc.nat({ max: 10 ** 11 }) }), {
    minLength: 1,
    maxLength: 4,
  }),
});

function rowsOf(schemes: ListedScheme[]): Row[] {
  const [block] = schemeListAnnex(schemes, { title: 'Danh mục', reference: '(Kèm theo)' }).blocks;
  return block?.kind === 'table' ? block.table.rows : [];
}

function numbers(row: Row | undefined): number[] {
  return row?.cells.filter((cell) => typeof cell === 'number') ?? [];
}

function added(rows: Row[]): number[] {
  return rows.reduce<number[]>((sums, row) => numbers(row).map((value, at) => value + (sums[at] ?? 0)), []);
}

describe('the annex that lists schemes', () => {
  test('adds up: schemes to their group, groups to the total, sources to the sum of each row', () => {
    fc.assert(
      fc.property(fc.array(scheme, { minLength: 1, maxLength: 30 }), (schemes) => {
        const rows = rowsOf(schemes);
        const total = numbers(rows.at(-1));
        expect(added(rows.filter(({ kind }) => kind === 'item'))).toEqual(total);
        expect(added(rows.filter(({ kind }) => kind === 'section'))).toEqual(total);
        for (const row of rows) {
          const [sum = 0, ...parts] = numbers(row);
          expect(parts.reduce((left, right) => left + right, 0)).toBe(sum);
        }
        expect(total[0]).toBe(listTotal(schemes));
        expect(total.slice(1)).toEqual(totalsBySource(schemes).map(({ amount }) => amount));
      }),
    );
  });

  test('numbers schemes through and keeps each exactly once', () => {
    fc.assert(
      fc.property(fc.array(scheme, { minLength: 1, maxLength: 30 }), (schemes) => {
        const items = rowsOf(schemes).filter(({ kind }) => kind === 'item');
        expect(items.map(({ cells }) => cells[0])).toEqual(schemes.map((_, index) => String(index + 1)));
        expect(items.map(({ cells }) => cells[1]).toSorted()).toEqual(schemes.map(({ title }) => title).toSorted());
      }),
    );
  });
});

test.each([
  [[2022], '2022'],
  [[2024, 2022, 2023], '2022 - 2024'],
])('years %j are printed %s', (years, printed) => expect(yearSpan(years)).toBe(printed));

test.each([
  [1, 'I'],
  [4, 'IV'],
  [9, 'IX'],
  [14, 'XIV'],
  [48, 'XLVIII'],
])('%d is %s', (value, letters) => expect(roman(value)).toBe(letters));
