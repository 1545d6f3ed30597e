import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { readEnvironment } from '../config/environment.ts';
import { openTemporal } from '../workflows/temporal.ts';
import { openActing } from './acting.ts';
import { type HttpClient, openHttp, signIn } from './http-client.ts';
import { type Finding, ms, percentile, times, until } from './measure.ts';
import type { OwnServices } from './own-services.ts';

const aSecond = 50;
const owingEvery = 5;
const blocks = 2;
const blockSeconds = 8;
const edited = 40;
const owingInBlock = (aSecond / owingEvery) * blockSeconds;
const queue = 'bare';

/** From a command's answer until what it owes has begun, while commands come in; against the least that Temporal can do on a signal. */
export async function promptness(own: OwnServices): Promise<Finding> {
  const [database, address] = await Promise.all([own.database(), own.temporal()]);
  const acting = await openActing(database);
  await acting.openRound();
  const toSubmit: string[] = [];
  const toEdit: string[] = [];
  for (let i = 0; i < blocks * owingInBlock; i += 1) toSubmit.push(await acting.draft());
  for (let i = 0; i < edited; i += 1) toEdit.push(await acting.draft());

  const variables = { DATABASE_URL: database.url, TEMPORAL_ADDRESS: address, REHEARSAL: '2022-01-10', TASK_QUEUE: 'bench' };
  const following = async () => (await acting.database.query<{ n: number }>('SELECT count(*)::int AS n FROM following')).rows[0]?.n ?? 0;
  const [{ port }] = await Promise.all([
    own.server(database, variables),
    own.program('workflows/worker.ts', variables, async () => (await following()) > 0),
    own.program('bench/bare/worker.ts', { ...variables, TASK_QUEUE: queue }, async (log) => readFileSync(log, 'utf8').includes('ready')),
  ]);
  const { client, close } = openTemporal(readEnvironment(variables));
  own.inTheEnd(close);
  const quiet = async () => {
    const { rows } = await acting.database.query<{ busy: boolean }>(
      `SELECT EXISTS (SELECT FROM owed WHERE done_at IS NULL AND what <> 'render') OR EXISTS (SELECT FROM thing t LEFT JOIN following f ON f.thing_id = t.id WHERE t.wake_seq > coalesce(f.seq, 0)) AS busy`,
    );
    return rows[0]?.busy === false;
  };
  await until('all drafts are followed', quiet);

  const connections = await Promise.all(Array.from({ length: 12 }, () => openHttp(port)));
  const head = await signIn(connections[0] as HttpClient, 'host-head.vecom');
  const drafter = await signIn(connections[0] as HttpClient, 'host-drafter.vecom');
  const give = pooled(connections);
  const edit = (n: number) =>
    give(`/api/schemes/${toEdit[n % edited]}/commands/edit-proposal`, drafter, { proposal: { need: `Nhu cầu khảo sát lần ${n}.` } });
  const answeredAt = new Map<string, number>();
  const submit = async (id: string) => {
    await give(`/api/schemes/${id}/commands/submit`, head, {});
    answeredAt.set(id, Date.now());
  };
  const bareTimes: number[] = [];
  const signal = async () => {
    const began = Date.now();
    const handle = await client.workflow.signalWithStart('bare', {
      workflowId: `bare/${randomUUID()}`,
      taskQueue: queue,
      args: [],
      signal: 'wake',
      signalArgs: [1],
    });
    bareTimes.push(Number(await handle.result()) - began);
  };
  for (let block = 0; block < blocks; block += 1) {
    await steadily((n) => (n % owingEvery === 0 ? signal() : edit(n)));
    await until('the bare ones are done', async () => bareTimes.length === (block + 1) * owingInBlock);
    const due = toSubmit.slice(block * owingInBlock);
    await steadily((n) => (n % owingEvery === 0 ? submit(due[n / owingEvery] as string) : edit(n)));
    await until('nothing is owed', quiet);
  }
  for (const connection of connections) connection.close();

  const begun: number[] = [];
  for (const [id, answered] of answeredAt) {
    const { events } = await client.workflow.getHandle(`scheme/${id}`).fetchHistory();
    const first = events?.find(({ activityTaskStartedEventAttributes }) => activityTaskStartedEventAttributes)?.eventTime;
    if (!first) throw new Error(`Nothing that scheme ${id} owes has begun.`);
    begun.push(Number(first.seconds) * 1000 + (first.nanos ?? 0) / 1e6 - answered);
  }
  await acting.close();
  const [figure, baseline] = [percentile(begun, 95), percentile(bareTimes, 95)];
  const load = `${aSecond} commands a second, one in ${owingEvery} owing`;
  return {
    rows: [
      {
        what: `from the answer until what is owed has begun, p95, ${load}`,
        figure: ms(figure),
        baseline: `${ms(baseline)}, bare signal and local activity`,
        ratio: times(figure / baseline),
        target: '≤ 1 s',
        met: figure <= 1_000,
      },
      {
        what: 'the same, p50',
        figure: ms(percentile(begun, 50)),
        baseline: ms(percentile(bareTimes, 50)),
        ratio: times(percentile(begun, 50) / percentile(bareTimes, 50)),
        target: '–',
        met: null,
      },
    ],
    notes: [
      `${begun.length} submissions of schemes (each owes a receipt and a letter; the receipt is a document with a workflow of its own) among ${begun.length * (owingEvery - 1)} edits over HTTP, in blocks of ${blockSeconds} s; in between, blocks in which a bare signal-with-start takes the place of each submission. Begun is when the first activity started, by Temporal's own history. Pages are rendered on another queue by another worker, which did not run.`,
    ],
  };
}

/** Commands come in as they come, whether the ones before are answered or not. */
async function steadily(give: (n: number) => Promise<void>): Promise<void> {
  const under: Promise<void>[] = [];
  const began = performance.now();
  for (let n = 0; n < aSecond * blockSeconds; n += 1) {
    await pause(Math.max(0, began + (n * 1000) / aSecond - performance.now()));
    under.push(give(n));
  }
  await Promise.all(under);
}

/** Gives commands over whichever connection is free. */
function pooled(connections: HttpClient[]) {
  const free = [...connections];
  const waiting: ((client: HttpClient) => void)[] = [];
  return async (path: string, token: string, body: unknown): Promise<void> => {
    const client = free.pop() ?? (await new Promise<HttpClient>((resolve) => waiting.push(resolve)));
    try {
      const answer = await client.send('POST', path, { token, body, key: randomUUID() });
      if (answer.status !== 200) throw new Error(`${path} was answered ${answer.status}: ${answer.body}`);
    } finally {
      const next = waiting.shift();
      if (next) next(client);
      else free.push(client);
    }
  };
}
