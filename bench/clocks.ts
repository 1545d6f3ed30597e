import { readEnvironment } from '../config/environment.ts';
import { openWaker } from '../workflows/wake.ts';
import { type Acting, openActing } from './acting.ts';
import { copyScheme } from './copies.ts';
import { type Finding, perSecond, seconds, times, until } from './measure.ts';
import { megabytes, settledBytes } from './memory.ts';
import type { OwnServices } from './own-services.ts';

const sizes = { everyday: { waiting: 2_400, due: 600 }, full: { waiting: 20_000, due: 5_000 } };
const carriedTo = 100_000;
const batches = 4;
/** How much more memory the last quarter of them may cost than the worker held with fewer, to count as flat. */
const flat = 1.1;

/** Many schemes that sleep until their clocks: what the worker holds for them, and how fast those are seen to that come due at once. */
export async function clocks(own: OwnServices, full: boolean): Promise<Finding> {
  const { waiting, due } = full ? sizes.full : sizes.everyday;
  const [database, address] = await Promise.all([own.database(), own.temporal()]);
  const acting = await openActing(database);
  await acting.openRound();
  const model = await acting.draft();
  const count = async (text: string, values: unknown[] = []) =>
    (await acting.database.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${text}`, values)).rows[0]?.n ?? 0;

  await setClocks(acting, '1 month');
  // In real time, so that workflows sleep by Temporal's own timers and not until a rehearsal's clock is moved.
  const variables = { DATABASE_URL: database.url, TEMPORAL_ADDRESS: address, REHEARSAL: 'off', TASK_QUEUE: 'bench' };
  const worker = await own.program('workflows/worker.ts', variables, async () => (await count('following')) > 0);
  const waker = openWaker(readEnvironment(variables));
  own.inTheEnd(() => waker.close());
  const before = await settledBytes(worker.pid);

  await copyScheme(database, model, waiting);
  const { rows: copies } = await acting.database.query<{ id: string }>('SELECT id FROM scheme WHERE id <> $1', [model]);
  const inBatch = waiting / batches;
  const memory: number[] = [];
  const began = Date.now();
  for (let batch = 0; batch < batches; batch += 1) {
    for (const { id } of copies.slice(batch * inBatch, (batch + 1) * inBatch)) waker.wake('scheme', id, 1);
    const ids = copies.slice(0, (batch + 1) * inBatch).map(({ id }) => id);
    await until(
      'all that were woken are followed',
      async () => (await count('following WHERE thing_id = ANY($1)', [ids])) === ids.length,
      900_000,
    );
    memory.push(await settledBytes(worker.pid));
  }
  const wokenMs = Date.now() - began;
  const atRest = await settledBytes(worker.pid);

  // Some of them are given a nearer date, all the same, and told so in good time.
  const soonInMs = Math.max(20_000, (3 * due * wokenMs) / waiting);
  const nearer = copies.slice(0, due).map(({ id }) => id);
  const soon = await setClocks(acting, `${Math.round(soonInMs / 1000)} seconds`, nearer);
  for (const id of nearer) waker.wake('scheme', id, 2);
  const struck = "fact WHERE type = 'clock-ran-out'";
  await until('the clocks are struck', async () => (await count(struck)) >= due, soonInMs + 900_000);
  const { rows } = await acting.database.query<{ last: string }>(`SELECT max(recorded_at) AS last FROM ${struck}`);
  const drainedMs = Date.parse(rows[0]?.last ?? '') - Date.parse(soon);
  const afterAll = await settledBytes(worker.pid);
  await acting.close();

  const last = memory.at(-1) ?? 0;
  // The highest, since one quarter may be measured right after its garbage was collected and the next right before.
  const fewer = Math.max(...memory.slice(0, -1));
  const drainRate = (due * 1000) / drainedMs;
  const wakeRate = (waiting * 1000) / wokenMs;
  return {
    rows: [
      {
        what: `memory of the core worker with ${waiting.toLocaleString('en')} schemes asleep until their clocks`,
        figure: megabytes(last),
        baseline: `${megabytes(fewer)} at most with fewer`,
        ratio: times(last / fewer),
        target: `flat (≤ ${flat}×)`,
        met: last / fewer <= flat,
      },
      {
        what: `${due.toLocaleString('en')} clocks due at the same instant, all struck`,
        figure: `${perSecond(drainRate)} (${seconds(drainedMs)})`,
        baseline: '–',
        ratio: '–',
        target: '–',
        met: null,
      },
      {
        what: `${waiting.toLocaleString('en')} workflows started anew from PostgreSQL`,
        figure: `${perSecond(wakeRate)} (${seconds(wokenMs)})`,
        baseline: '–',
        ratio: '–',
        target: '–',
        met: null,
      },
    ],
    notes: [
      `Memory of the worker: ${megabytes(before)} with one scheme; ${memory.map(megabytes).join(', ')} after each quarter; ${megabytes(atRest)} at rest; ${megabytes(afterAll)} after the clocks. It keeps at most 250 workflows at hand; of all others Temporal alone knows.`,
      `On paper, ${carriedTo.toLocaleString('en')} open schemes: the worker still keeps 250 workflows at hand; starting all anew takes ${Math.round(carriedTo / wakeRate / 60)} min, which is needed only after Temporal has lost its file; ${(carriedTo / 4).toLocaleString('en')} clocks due at one instant (a round closes) take ${Math.round(carriedTo / 4 / drainRate / 60)} min, in which people go on working. Both are linear in the number, and bound by the embedded Temporal server on this machine's cores.`,
      ...(full
        ? []
        : [
            `Smaller numbers than the full ones; \`npm run bench -- clocks --full\` takes ${sizes.full.waiting.toLocaleString('en')} schemes and ${sizes.full.due.toLocaleString('en')} clocks, by these rates in about half an hour.`,
          ]),
    ],
  };
}

/** Sets clocks (of these things, or all) to run out at one instant from now; gives it. */
async function setClocks({ database }: Acting, fromNow: string, things: string[] | null = null): Promise<string> {
  const { rows } = await database.query<{ due: string }>(
    `WITH soon AS (SELECT date_trunc('milliseconds', now() + $1::interval) AS due)
     UPDATE clock SET due = soon.due, next_at = soon.due, plan = jsonb_build_object('leftWorkingDays', NULL, 'stages', jsonb_build_array(
       jsonb_build_object('what', 'end', 'at', to_char(soon.due AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))))
     FROM soon WHERE $2::text[] IS NULL OR thing_id = ANY($2) RETURNING clock.due`,
    [fromNow, things],
  );
  return rows[0]?.due ?? '';
}
