import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pack } from '../test-kit.ts';
import { amountsBySource, ceilingBreaches, isCountable, supportByYear, totals } from './budget.ts';
import { amountOf, isWhole } from './line-amount.ts';
import type { BudgetLine } from './proposal.ts';
import { trainingLine } from './test-kit.ts';

describe('amount = quantity × unit price', () => {
  test.each([
    // quantity   unit price             amount          whole
    [10, 20_000_000, 200_000_000, true],
    [1.5, 3, 4, false],
    [0.001, 1000, 1, true],
    [0.1, 30, 3, true],
    [1.005, 1_000_000, 1_005_000, true],
    [2.675, 200, 535, true],
    [999_999.999, 9_007_199_000, 9_007_198_990_992_801, true],
    [3, 0, 0, true],
  ])('%d × %d = %d', (quantity, unitPriceDong, amount, whole) => {
    expect(amountOf({ quantity, unitPriceDong })).toBe(amount);
    expect(isWhole({ quantity, unitPriceDong })).toBe(whole);
  });

  test('a budget is countable up to 2^53 − 1 đồng', () => {
    const line = { ...trainingLine, quantity: 1, unitPriceDong: Number.MAX_SAFE_INTEGER, funding: [] };
    expect(isCountable({ lines: [line] })).toBe(true);
    expect(isCountable({ lines: [line, { ...line, unitPriceDong: 1 }] })).toBe(false);
  });
});

describe('support and counterpart funds', () => {
  test.each([
    ['central', 100_000_000, 100_000_000],
    ['local', 60_000_000, 140_000_000],
  ])('on the %s route', (route, supportDong, counterpartDong) => {
    expect(totals({ lines: [trainingLine] }, route)).toEqual({ totalDong: 200_000_000, supportDong, counterpartDong });
  });

  test('by source and year', () => {
    expect(amountsBySource({ lines: [{ ...trainingLine, year: 2023 }, trainingLine, trainingLine] })).toEqual([
      { source: 'programme', year: 2022, amountDong: 200_000_000 },
      { source: 'local', year: 2022, amountDong: 120_000_000 },
      { source: 'enterprise', year: 2022, amountDong: 80_000_000 },
      { source: 'programme', year: 2023, amountDong: 100_000_000 },
      { source: 'local', year: 2023, amountDong: 60_000_000 },
      { source: 'enterprise', year: 2023, amountDong: 40_000_000 },
    ]);
    expect(supportByYear({ lines: [trainingLine] }, 'central')).toEqual([{ source: 'programme', year: 2022, amountDong: 100_000_000 }]);
  });

  const aLine = fc
    .record({
      year: fc.integer({ min: 2021, max: 2025 }),
      shares: fc.array(
        fc.record({ source: fc.constantFrom('programme', 'local', 'enterprise', 'other'), amountDong: fc.nat(10_000_000_000) }),
        { minLength: 1, maxLength: 8 },
      ),
    })
    .map(({ year, shares }): BudgetLine => {
      const unitPriceDong = shares.reduce((sum, { amountDong }) => sum + amountDong, 0);
      return { ...trainingLine, quantity: 1, unitPriceDong, year, funding: shares };
    });

  test('sums add up, in whatever order the lines stand', () => {
    fc.assert(
      fc.property(fc.array(aLine, { maxLength: 12 }), (lines) => {
        const { totalDong, supportDong, counterpartDong } = totals({ lines }, 'central');
        expect(supportDong + counterpartDong).toBe(totalDong);
        expect(amountsBySource({ lines }).reduce((sum, { amountDong }) => sum + amountDong, 0)).toBe(totalDong);
        const reversed = { lines: lines.toReversed() };
        expect(totals(reversed, 'central')).toEqual(totals({ lines }, 'central'));
        expect(amountsBySource(reversed)).toEqual(amountsBySource({ lines }));
      }),
    );
  });
});

describe('ceilings of support, by kind', () => {
  const asking = (kind: string, supportDong: number): BudgetLine => ({
    ...trainingLine,
    kind,
    funding: [
      { source: 'programme', amountDong: supportDong },
      { source: 'enterprise', amountDong: 200_000_000 - supportDong },
    ],
  });
  test.each([
    ['training', 100_000_000, null],
    ['training', 100_000_001, 0.5],
    ['enterprise-support', 140_000_000, null],
    ['enterprise-support', 140_000_001, 0.7],
    ['enforcement-training', 200_000_000, null],
    ['publicity', 1, 0],
    ['publicity', 0, null],
  ])('%s asks for %d of 200 million', (kind, supportDong, share) => {
    const breaches = ceilingBreaches(pack, { lines: [asking(kind, supportDong)] }, 'central');
    expect(breaches.map((breach) => breach.share)).toEqual(share === null ? [] : [share]);
  });

  test('a breach names the line and its basis', () => {
    expect(ceilingBreaches(pack, { lines: [asking('training', 0), asking('training', 150_000_000)] }, 'central')).toMatchObject([
      { lineNo: 2, supportDong: 150_000_000, amountDong: 200_000_000, certainty: 'seed', basis: expect.stringContaining('4157/QĐ-UBND') },
    ]);
  });
  test('the province may bear the whole of a line', () => {
    const line: BudgetLine = { ...trainingLine, kind: 'publicity', funding: [{ source: 'local', amountDong: 200_000_000 }] };
    expect(ceilingBreaches(pack, { lines: [line] }, 'local')).toEqual([]);
  });
});
