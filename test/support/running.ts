import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { inject } from 'vitest';
import { openDatabase } from '../../commit/database.ts';
import { browserEnvironment } from '../../config/browser-environment.ts';
import { type Environment, readEnvironment } from '../../config/environment.ts';
import { openFiles } from '../../files/open-files.ts';
import { openSigning } from '../../signatures/open-signing.ts';
import { openRenderer } from '../../workflows/activities/pdf/renderer.ts';
import { workflowBundle } from '../../workflows/bundle.ts';
import { connectPatiently } from '../../workflows/connect.ts';
import { createCoreWorker } from '../../workflows/core-worker.ts';
import { rehydrate } from '../../workflows/reconcile.ts';
import { startRelay } from '../../workflows/relay.ts';
import { createRenderWorker } from '../../workflows/rendering-worker.ts';
import { openWaker } from '../../workflows/wake.ts';
import { freshSystem } from './system.ts';
import { ownTemporal } from './temporal.ts';

Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions: { logging: { filter: 'ERROR', forward: {} } } });
const bundle = workflowBundle();
type Committing = Parameters<typeof startRelay>[0];

/** The core worker over the same parts as in its process, with its relay. */
async function startCoreWorker(environment: Environment, committing: Committing) {
  const waker = openWaker(environment);
  const connection = await connectPatiently(environment);
  const own = { ...committing, database: openDatabase(environment.databaseUrl ?? '', 20) };
  const worker = await createCoreWorker({ committing: own, waker, connection, environment, bundle: await bundle });
  const running = worker.run();
  const relay = startRelay(own, waker);
  return async () => {
    relay.stop();
    worker.shutdown();
    await running;
    await waker.close();
    await connection.close();
    await own.database.end();
  };
}

/** The render worker with a browser of its own. */
async function startRenderWorker(environment: Environment, committing: Committing) {
  const { executablePath, libraries, fonts } = inject('browser');
  const renderer = await openRenderer({ executablePath, env: browserEnvironment(libraries, fonts), pages: 1 });
  const connection = await connectPatiently(environment);
  const own = { ...committing, database: openDatabase(environment.databaseUrl ?? '', 4) };
  const files = openFiles(environment);
  const worker = await createRenderWorker({
    committing: own,
    files,
    renderer,
    ...openSigning(environment),
    connection,
    environment,
    pages: 1,
  });
  const running = worker.run();
  return async () => {
    worker.shutdown();
    await running;
    await renderer.close();
    await connection.close();
    await own.database.end();
  };
}

type Options = {
  /** Whether there is a render worker from the beginning. */
  renders?: boolean;
  /** First day of the rehearsal, or null for real time. */
  now?: string | null;
  /** Core workers at once. */
  workers?: number;
  /** Temporal's dynamic settings. */
  temporalSettings?: Record<string, number>;
  smtpUrl?: string;
  /** Variables of the environment besides those of the run. */
  settings?: Record<string, string>;
};

/** The whole system but HTTP: its own database, its own Temporal server, workers; commands wake workflows as the server does. */
export async function runningSystem({
  renders = false,
  now = '2022-01-10',
  workers = 1,
  temporalSettings,
  smtpUrl,
  settings = {},
}: Options = {}) {
  const [system, temporal] = await Promise.all([freshSystem(now), ownTemporal(temporalSettings)]);
  const dir = mkdtempSync(join(tmpdir(), 'system-'));
  const environment = readEnvironment({
    DATABASE_URL: system.url,
    TEMPORAL_ADDRESS: temporal.address,
    REHEARSAL: now ?? 'off',
    DATA_DIR: dir,
    ...inject('authority'),
    ...settings,
    ...(smtpUrl && { SMTP_URL: smtpUrl }),
  });
  const waker = openWaker(environment);
  const stops: (() => Promise<void>)[] = [];
  const startWorkers = async () => void stops.push(await startCoreWorker(environment, system.at));
  const startRendering = async () => void stops.push(await startRenderWorker(environment, system.at));
  for (let n = 0; n < workers; n += 1) await startWorkers();
  if (renders) await startRendering();

  const give: typeof system.give = async (...order) => {
    const outcome = await system.give(...order);
    if (outcome.wakes) waker.wake(outcome.kind, outcome.id, outcome.seq);
    return outcome;
  };
  /** Waits until a query gives a row, looking again and again; fails with what it was waiting for. */
  async function until<Row>(what: string, text: string, values: unknown[] = [], withinMs = 30_000): Promise<Row> {
    for (const end = Date.now() + withinMs; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
      const { rows } = await system.database.query(text, values);
      if (rows[0]) return rows[0] as Row;
      if (Date.now() > end) throw new Error(`Waited ${withinMs} ms in vain: ${what}.`);
    }
  }
  async function stopWorkers(): Promise<void> {
    await Promise.all(stops.splice(0).map((stop) => stop()));
  }
  return {
    ...system,
    give,
    /** Gives a command as a server does that dies before it has woken anybody. */
    giveUnheard: system.give,
    temporal,
    environment,
    waker,
    until,
    untilNothingOwed: () => until('nothing is owed', 'SELECT 1 WHERE NOT EXISTS (SELECT FROM owed WHERE done_at IS NULL)'),
    /** Moves the rehearsal's clock and waits until it has arrived there. */
    async moveTo(to: string, withinMs = 60_000): Promise<void> {
      await give('clock', 'clock', 'move-clock', { to }, { by: 'administrator' });
      await until(`the clock has come to ${to}`, "SELECT 1 FROM thing WHERE id = 'clock' AND state = 'standing'", [], withinMs);
    },
    async stateOf(id: string): Promise<string | undefined> {
      return (await system.database.query<{ state: string }>('SELECT state FROM thing WHERE id = $1', [id])).rows[0]?.state;
    },
    rehydrate: () => rehydrate(system.at, environment, waker),
    startWorkers,
    startRendering,
    stopWorkers,
    async close() {
      await stopWorkers();
      await waker.close();
      await Promise.all([system.close(), temporal.close()]);
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
export type RunningSystem = Awaited<ReturnType<typeof runningSystem>>;
