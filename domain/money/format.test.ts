import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDong } from './format.ts';

test.each([
  [0, '0'],
  [999, '999'],
  [1_000, '1.000'],
  [6_860_000_000, '6.860.000.000'],
  [2 ** 53 - 1, '9.007.199.254.740.991'],
  [-3_075_000, '-3.075.000'],
])('%d is printed %s', (amount, printed) => {
  expect(formatDong(amount)).toBe(printed);
});

test('what is printed reads back as the same amount', () => {
  fc.assert(fc.property(fc.maxSafeInteger(), (amount) => Number(formatDong(amount).replaceAll('.', '')) === amount));
});

test('half a đồng is refused', () => {
  expect(() => formatDong(0.5)).toThrow(RangeError);
});
