import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environment } from '../../config/environment.ts';
import { portToKeep } from '../../scripts/setup/ports.ts';
import { startOnce } from '../../scripts/setup/start-once.ts';
import { prepareTemporal, temporalAnswers } from '../../scripts/setup/temporal.ts';
import { temporalBinary } from '../../scripts/setup/temporal-binary.ts';

/** A Temporal server of one test file's own, with its file, so that it may be killed and started again. `settings`: its dynamic ones. */
export async function ownTemporal(settings: Record<string, number> = {}) {
  const dir = mkdtempSync(join(tmpdir(), 'temporal-'));
  const binary = await temporalBinary('var/temporal', environment.temporalCliPath, () => undefined);
  const port = await portToKeep('127.0.0.1');
  const file = join(dir, 'temporal.db');
  const temporal = prepareTemporal({ binary, port, uiPort: undefined, namespace: 'default', file }, () => undefined);
  for (const [name, value] of Object.entries(settings)) temporal.command.args.push('--dynamic-config-value', `${name}=${value}`);
  const start = () => startOnce('temporal', temporal.command, join(dir, 'temporal.log'), 'SIGKILL', () => temporalAnswers(temporal));
  let running = await start();
  return {
    address: temporal.address,
    /** Kills the server as a power cut would. */
    kill: () => running.stop(),
    async start() {
      running = await start();
    },
    /** Starts it with an empty file: it has lost everything. */
    async startEmpty() {
      for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
      running = await start();
    },
    async close() {
      await running.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
