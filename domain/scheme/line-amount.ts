import type { BudgetLine } from './proposal.ts';

type Priced = Pick<BudgetLine, 'quantity' | 'unitPriceDong'>;

/** Quantities have at most three decimals: in thousandths everything is whole. */
const perUnit = 1000n;

/** Quantity × unit price in thousandths of a đồng, exactly. */
export const inThousandths = ({ quantity, unitPriceDong }: Priced): bigint =>
  BigInt(Math.round(quantity * Number(perUnit))) * BigInt(unitPriceDong);

/** Quantity × unit price in whole đồng, computed exactly; a part of a đồng is cut off (see `isWhole`). */
export const amountOf = (line: Priced): number => Number(inThousandths(line) / perUnit);

/** Whether quantity × unit price leaves no part of a đồng. */
export const isWhole = (line: Priced): boolean => inThousandths(line) % perUnit === 0n;
