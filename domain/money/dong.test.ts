import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dong, positiveDong, sumDong } from './dong.ts';

describe('an amount of đồng', () => {
  test.each([
    [0, true, false],
    [1, true, true],
    [2 ** 53 - 1, true, true],
    [2 ** 53, false, false],
    [-1, false, false],
    [0.5, false, false],
    [Number.NaN, false, false],
    ['1000', false, false],
  ])('%s: amount %s, positive amount %s', (value, isDong, isPositive) => {
    expect(dong.safeParse(value).success).toBe(isDong);
    expect(positiveDong.safeParse(value).success).toBe(isPositive);
  });
});

describe('a sum of amounts', () => {
  test('of nothing is 0', () => expect(sumDong([])).toBe(0));

  test('beyond what is exact is refused', () => {
    expect(() => sumDong([2 ** 53 - 1, 1])).toThrow(RangeError);
    expect(() => sumDong([0.5, 0.5])).toThrow(RangeError);
  });

  test('is exact and does not depend on the order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 10 ** 12 }), { maxLength: 50 }), (amounts) => {
        const exact = amounts.reduce((total, amount) => total + BigInt(amount), 0n);
        expect(BigInt(sumDong(amounts))).toBe(exact);
        expect(sumDong(amounts.toReversed())).toBe(sumDong(amounts));
      }),
    );
  });
});
