import { z } from 'zod';

/** An amount of money: whole đồng, from 0 to 2^53−1. */
export const dong = z.int().nonnegative().meta({ description: 'Số tiền, đồng · Amount in whole đồng' });
export type Dong = z.infer<typeof dong>;

/** An amount that must not be nothing: whole đồng, from 1 to 2^53−1. */
export const positiveDong = z.int().positive().meta({ description: 'Số tiền lớn hơn 0, đồng · Amount above 0 in whole đồng' });

/** The sum of amounts in đồng. Throws a RangeError once a partial sum leaves the range in which integers are exact. */
export function sumDong(amounts: Iterable<Dong>): Dong {
  let total = 0;
  for (const amount of amounts) {
    total += amount;
    if (!Number.isSafeInteger(amount) || !Number.isSafeInteger(total)) {
      throw new RangeError(`Not a sum of whole đồng within ±(2^53−1): ${amount} was reached with a total of ${total}.`);
    }
  }
  return total;
}
