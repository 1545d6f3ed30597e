import { heartbeat, sleep } from '@temporalio/activity';
import { type Committing, commit } from '../../commit/commit.ts';
import { derivedId } from '../../commit/home.ts';
import type { ThingKind } from '../../domain/process/chart.ts';
import { process } from '../process.ts';
import type { Waker } from '../wake.ts';

const pollMs = 50;
/** How long time waits for what is owed before it goes on all the same, as it would outside. An obligation is waited for once. */
const patienceMs = 20_000;
/** A wake may be lost with a process; then it is given again. */
const wakeAgainMs = 1_000;

const dueText = `SELECT DISTINCT t.id, t.kind, t.seq FROM clock c JOIN thing t ON t.id = c.thing_id
  WHERE c.next_at <= (SELECT now FROM programme_clock WHERE id = 'clock')`;

/**
 * Moves the rehearsal's clock by one step: to the next instant at which any clock is due, or to where it was asked to go. Wakes
 * whose clock has come, and waits until they have been seen to, so that everything happens in the order of its time.
 */
export const stepClock = (at: Committing, waker: Pick<Waker, 'wake'>) => {
  const { database } = at;
  let waitedInVain: string[] = [];

  async function openObligations(): Promise<string[]> {
    const { rows } = await database.query<{ key: string }>('SELECT key FROM owed WHERE done_at IS NULL');
    return rows.map(({ key }) => key);
  }

  /** Waits until no clock is past due, and for a while until nothing is owed. */
  async function settle(): Promise<void> {
    for (let waitedMs = 0; ; waitedMs += pollMs) {
      const [due, owed] = await Promise.all([
        database.query<{ id: string; kind: ThingKind; seq: number }>(dueText),
        database.query('SELECT FROM owed WHERE done_at IS NULL AND key <> ALL($1) LIMIT 1', [waitedInVain]),
      ]);
      const patient = waitedMs <= patienceMs;
      if (due.rows.length === 0 && (owed.rows.length === 0 || !patient)) {
        if (!patient) waitedInVain = await openObligations();
        return;
      }
      if (waitedMs % wakeAgainMs === 0) for (const thing of due.rows) waker.wake(thing.kind, thing.id, thing.seq);
      heartbeat();
      await sleep(pollMs);
    }
  }

  return async (): Promise<'moving' | 'standing'> => {
    await settle();
    const { rows } = await database.query<{ target: string; next: string | null; state: string; seq: number }>(
      `SELECT c.target, t.state, t.seq, (SELECT min(next_at) FROM clock WHERE next_at > c.now AND next_at <= c.target) AS next
         FROM programme_clock c JOIN thing t ON t.id = c.id WHERE c.id = 'clock'`,
    );
    const clock = rows[0];
    if (clock?.state !== 'moving') return 'standing';
    const to = clock.next ?? clock.target;
    await commit(at, {
      id: derivedId(`clock/${clock.seq}/${to}`),
      kind: 'clock',
      thing: 'clock',
      name: 'advance-clock',
      input: { now: to },
      actor: process,
    });
    await settle();
    return to === clock.target ? 'standing' : 'moving';
  };
};
