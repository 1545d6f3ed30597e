import { doing, drawUp, follow, notify, tell } from './life.ts';
import type { Carried } from './things.ts';

/**
 * The life of one scheme, from draft to archive. Truth is in PostgreSQL; this follows it, keeps its clocks (cut-off, completeness,
 * supplement, revision, contract, monthly report, settlement, review, recovery, archive) and sees to what is owed: papers drawn up,
 * letters to those it waits for, and at its end the archive package.
 */
export async function scheme(carried: Carried): Promise<void> {
  const life = follow(carried);
  while (!life.closed) {
    await life.catchUp();
    life.carryOut({ 'draft-document': drawUp, deposit: (o) => doing(o.label).deposit(o.key), tell, notify });
    if (life.closed) return;
    if (life.isLong) return life.again<typeof scheme>();
    await life.sleepOrWake();
  }
}
