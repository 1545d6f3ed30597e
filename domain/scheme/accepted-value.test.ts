import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { acceptedValueDong } from './accepted-value.ts';
import { support, trainingProposal } from './test-kit.ts';
import { accepted, implementing } from './test-kit-execution.ts';

const planned = (...volumes: number[]) => ({
  proposal: { ...trainingProposal, outputs: volumes.map((volume, index) => ({ name: `Sản phẩm ${index + 1}`, unit: 'cái', volume })) },
});

describe('what accepted work is worth', () => {
  test.each([
    // contract, planned volumes, accepted volume of each, đồng
    [100, [10], [10], 100],
    [100, [10], [5], 50],
    [100, [10], [0], 0],
    [100, [3], [1], 33],
    [100, [10, 10], [10, 0], 50],
    [101, [10, 10], [10, 0], 51],
    [101, [10, 10], [0, 10], 50],
    [101, [10, 10], [10, 10], 101],
    [100, [1, 1, 1], [1, 1, 1], 100],
    [100, [7.5], [2.5], 33],
    [9_007_199_254_740_991, [3], [1], 3_002_399_751_580_330],
  ])('a contract of %d for %j, %j accepted: %d đồng', (contract, volumes, done, value) => {
    const begin = implementing({ ...planned(...volumes), amounts: support(contract) });
    const scheme = done.reduce(
      (before, volume, index) =>
        accepted(before, volume, volume === volumes[index] ? 'accepted' : volume > 0 ? 'partial' : 'failed', index + 1),
      begin,
    );
    expect(acceptedValueDong(scheme.data)).toBe(value);
  });

  test('never above the contract, the whole of it for all of the work, and no less for more work', () => {
    const volume = fc.integer({ min: 1, max: 100_000 }).map((thousandths) => thousandths / 1_000);
    fc.assert(
      fc.property(
        fc.array(volume, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 2 ** 40 }),
        fc.nat(100),
        (volumes, contract, percent) => {
          const { data } = implementing({ ...planned(...volumes), amounts: support(contract) });
          const worth = (share: number) =>
            acceptedValueDong({
              ...data,
              acceptance: {
                ...data.acceptance,
                accepted: volumes.map((of, index) => ({ output: index + 1, volume: (of * share) / 100, outcome: 'partial' })),
              },
            });
          expect(worth(100)).toBe(contract);
          expect(worth(percent)).toBeLessThanOrEqual(contract);
          expect(worth(Math.floor(percent / 2))).toBeLessThanOrEqual(worth(percent));
          expect(Number.isSafeInteger(worth(percent))).toBe(true);
        },
      ),
    );
  });
});
