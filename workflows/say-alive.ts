import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Worker } from '@temporalio/worker';
import type { Database } from '../commit/database.ts';

const everyMs = 5_000;

const seenText = `INSERT INTO worker (id, kind) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET seen_at = now()`;
const forgetText = `DELETE FROM worker WHERE id = $1 OR seen_at < now() - interval '1 day'`;

/** Says every few seconds, in PostgreSQL, that this worker works, so that `/readyz` knows of it; unsaid at `stop`. */
export function sayAlive(database: Database, kind: 'core' | 'render', worker: Pick<Worker, 'getState'>): { stop(): Promise<void> } {
  const id = `${hostname()}/${process.pid}/${randomUUID()}`;
  let saying: Promise<unknown> = Promise.resolve();
  const say = () => {
    if (worker.getState() !== 'RUNNING') return;
    saying = database.query({ name: 'worker-seen', text: seenText, values: [id, kind] }).catch(() => undefined); // PostgreSQL is away: it hears of us the next time
  };
  const timer = setInterval(say, everyMs);
  setImmediate(say); // once it runs
  return {
    async stop() {
      clearInterval(timer);
      await saying;
      await database.query(forgetText, [id]).catch(() => undefined);
    },
  };
}
