import { drawUp, follow, notify, tell } from './life.ts';
import type { Carried } from './things.ts';

/**
 * The life of one round: the call goes out, the closing comes by its clock or later if it is extended, every scheme hears of its
 * rank, its decision and its allocation, and the documents for the signer are drawn up.
 */
export async function round(carried: Carried): Promise<void> {
  const life = follow(carried);
  while (!life.closed) {
    await life.catchUp();
    life.carryOut({ 'draft-document': drawUp, tell, notify });
    if (life.closed) return;
    if (life.isLong) return life.again<typeof round>();
    await life.sleepOrWake();
  }
}
