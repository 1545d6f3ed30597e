import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exceedsShare, shareOf } from './share.ts';

describe('a share of an amount', () => {
  test.each([
    [100_000_000, 0.7, 70_000_000],
    [100_000_001, 0.7, 70_000_000],
    [3, 0.5, 1],
    [2 ** 53 - 1, 1, 2 ** 53 - 1],
    [2 ** 53 - 1, 0.7, 6_305_039_478_318_693],
    [1_000, 0, 0],
  ])('of %d by %d is %d', (amount, share, then) => {
    expect(shareOf(amount, share)).toBe(then);
  });

  test('is the most that does not exceed it', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.integer({ min: 0, max: 9_999 }), (amount, count) => {
        const most = shareOf(amount, count / 10_000);
        expect(exceedsShare(most, amount, count / 10_000)).toBe(false);
        expect(exceedsShare(most + 1, amount, count / 10_000)).toBe(true);
      }),
    );
  });

  test.each([-0.1, 1.1, 0.123456])('%d is no share of the law', (share) => {
    expect(() => shareOf(1_000, share)).toThrow(RangeError);
  });
});
