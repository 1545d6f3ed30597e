import { setTimeout as pause } from 'node:timers/promises';
import { type Committing, commit } from '../../commit/commit.ts';
import { derivedId } from '../../commit/home.ts';
import type { ThingKind } from '../../domain/process/chart.ts';
import { process } from '../process.ts';

/** A timer may go off a little before this machine's clock has come to the moment. */
const earliestMs = 5_000;

/**
 * A clock has come to its next stage: the process gives the thing that command. A stage that was struck, moved or stopped meanwhile is left
 * alone. Two strikes at once are the same command; one of an earlier state of the thing is another, as its refusal is kept under its id.
 */
export const strikeClock =
  (at: Committing) =>
  async (thing: string, clock: string, due: string): Promise<void> => {
    const early = at.rehearsal ? 0 : Date.parse(due) - Date.now();
    if (early > 0) await pause(Math.min(early, earliestMs));
    const { rows } = await at.database.query<{ kind: ThingKind; seq: number }>({
      name: 'clock-due',
      text: `SELECT t.kind, t.seq FROM thing t JOIN clock c ON c.thing_id = t.id WHERE t.id = $1 AND c.name = $2 AND c.next_at = $3
        AND c.next_at <= coalesce($4, (SELECT now FROM programme_clock WHERE id = 'clock'))`,
      values: [thing, clock, due, at.rehearsal ? null : new Date().toISOString()],
    });
    const found = rows[0];
    if (!found) return;
    await commit(at, {
      id: derivedId(`${thing}/${clock}/${due}/${found.seq}`),
      kind: found.kind,
      thing,
      name: 'strike-clock',
      input: { clock, at: due },
      actor: process,
    });
  };
