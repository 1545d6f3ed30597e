import type { Dong } from './dong.ts';

/** Shares of the law have at most two decimals of a percent. */
const parts = 10_000n;

/**
 * A share of an amount in whole đồng, rounded down, computed without floating error: `shareOf(100_000_001, 0.7)` → `70_000_000`.
 * Throws a RangeError for a share outside 0…1 or with more than two decimals of a percent.
 */
export function shareOf(amount: Dong, share: number): Dong {
  return Number((BigInt(amount) * partsOf(share)) / parts);
}

/** Whether a part of an amount is more than the share allows, exactly: half a đồng above is above. */
export function exceedsShare(part: Dong, amount: Dong, share: number): boolean {
  return BigInt(part) * parts > BigInt(amount) * partsOf(share);
}

function partsOf(share: number): bigint {
  const count = Math.round(share * Number(parts));
  if (count < 0 || count > Number(parts) || Math.abs(count / Number(parts) - share) > 1e-9)
    throw new RangeError(`Not a share of the law: ${share}.`);
  return BigInt(count);
}
