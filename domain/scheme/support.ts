import { type Amount, supportSource } from './amount.ts';

/** The state's money among amounts: what a fund of the route answers for. */
export function supportAmounts(route: string, amounts: readonly Amount[]): Amount[] {
  const source = supportSource(route);
  return amounts.filter((amount) => amount.source === source);
}

/** Whether two lists give the same sums in the same years from the same sources, in whatever order. */
export function sameAmounts(a: readonly Amount[], b: readonly Amount[]): boolean {
  const [first, second] = [sums(a), sums(b)];
  return first.size === second.size && [...first].every(([key, sum]) => second.get(key) === sum);
}

function sums(amounts: readonly Amount[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { source, year, amountDong } of amounts) {
    const key = `${year} ${source}`;
    found.set(key, (found.get(key) ?? 0) + amountDong);
  }
  return found;
}

/** The first part of amounts that makes up a sum, the earliest years first: what a contract for less takes of the allocation. */
export function takenFrom(amounts: readonly Amount[], sumDong: number): Amount[] {
  let left = sumDong;
  return amounts
    .toSorted((a, b) => a.year - b.year)
    .flatMap((amount) => {
      const amountDong = Math.min(left, amount.amountDong);
      left -= amountDong;
      return amountDong > 0 ? [{ ...amount, amountDong }] : [];
    });
}
