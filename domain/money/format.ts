import type { Dong } from './dong.ts';

/**
 * An amount of đồng as officials print it: thousands set apart by full stops, `6860000000` → `'6.860.000.000'`.
 * Differences may be negative. Throws a RangeError for anything but a whole number.
 */
export function formatDong(amount: Dong): string {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`Not a whole amount of đồng: ${amount}.`);
  const digits = String(Math.abs(amount)).replace(/\B(?=(\d{3})+$)/g, '.');
  return amount < 0 ? `-${digits}` : digits;
}
