import { drawUp, follow, notify, tell } from './life.ts';
import type { Carried } from './things.ts';

/**
 * The life of one council: its appointment, the times of each session (papers ahead, invitations, reminders), the count record of
 * every ballot, what it tells each scheme on its agenda, and the minutes.
 */
export async function council(carried: Carried): Promise<void> {
  const life = follow(carried);
  while (!life.closed) {
    await life.catchUp();
    life.carryOut({ 'draft-document': drawUp, tell, notify });
    if (life.closed) return;
    if (life.isLong) return life.again<typeof council>();
    await life.sleepOrWake();
  }
}
