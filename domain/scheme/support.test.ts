import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sameAmounts, takenFrom } from './support.ts';

const amounts = [
  { source: 'programme' as const, year: 2023, amountDong: 40 },
  { source: 'programme' as const, year: 2022, amountDong: 60 },
];

test.each([
  [100, [60, 40]],
  [70, [60, 10]],
  [60, [60]],
  [1, [1]],
])('a contract of %d takes the earliest years first: %j', (sumDong, taken) => {
  expect(takenFrom(amounts, sumDong).map(({ amountDong }) => amountDong)).toEqual(taken);
});

test('what is taken adds up to the sum', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100 }), (sumDong) => {
      expect(takenFrom(amounts, sumDong).reduce((sum, { amountDong }) => sum + amountDong, 0)).toBe(sumDong);
    }),
  );
});

test('amounts are the same in whatever order and parts', () => {
  expect(sameAmounts(amounts, amounts.toReversed())).toBe(true);
  expect(sameAmounts(amounts, [...amounts.slice(0, 1), { ...amounts[1]!, amountDong: 20 }, { ...amounts[1]!, amountDong: 40 }])).toBe(true);
  expect(sameAmounts(amounts, amounts.slice(1))).toBe(false);
});
