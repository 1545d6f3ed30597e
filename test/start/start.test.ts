import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { isAlive } from '../../scripts/setup/process-table.ts';

const Children = z.record(z.string(), z.object({ pid: z.int() }));

/** `npm start` of the database alone, in a folder of its own, as a person or a service manager would run it. */
function start(dataDir: string, variables: Record<string, string> = {}) {
  const env: NodeJS.ProcessEnv = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    DATA_DIR: dataDir,
    START_ONLY: 'postgres',
    ...variables,
  };
  const child: ChildProcess = spawn(process.execPath, ['scripts/start.mjs'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = once(child, 'exit').then(([code]) => Number(code));
  const hears = (what: string | RegExp) => vi.waitFor(() => expect(said).toMatch(what), { timeout: 40_000, interval: 50 });
  return { child, ended, hears, said: () => said };
}

const postgresOf = (dataDir: string) =>
  Children.parse(JSON.parse(readFileSync(join(dataDir, 'run', 'children.json'), 'utf8'))).postgres?.pid ?? 0;

async function query(dataDir: string, sql: string): Promise<unknown[]> {
  const line = readFileSync(join(dataDir, 'run', 'environment'), 'utf8').match(/^DATABASE_URL="(.*)"$/m);
  const client = new pg.Client({ connectionString: line?.[1] ?? '', connectionTimeoutMillis: 1000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return (await client.query(sql)).rows;
  } finally {
    await client.end().catch(() => {});
  }
}

describe('npm start', () => {
  let dataDir: string;
  let running: ReturnType<typeof start>;

  beforeAll(async () => {
    // Closed to others, as a home folder is: root's PostgreSQL must still get in.
    dataDir = mkdtempSync(join('var', 'test', 'start-'));
    running = start(dataDir);
    await running.hears(/^Ready: postgres/m);
  });
  afterAll(async () => {
    running.child.kill('SIGTERM');
    await running.ended;
    rmSync(dataDir, { recursive: true, force: true });
  });

  test('prepares the database and says how long each thing took', async () => {
    expect(running.said()).toMatch(/✓ PostgreSQL: .* initialised, port \d+ \(\d+\.\d s\)/);
    expect(running.said()).toMatch(/✓ migrations: applied .* \(\d+\.\d s\)/);
    expect(running.said()).toMatch(/✓ organisations and persons: added \d+ organisations, \d+ sample persons \(\d+\.\d s\)/);
    expect(await query(dataDir, `SELECT email FROM person WHERE id = 'signer'`)).toEqual([{ email: 'signer@mau.test' }]);
  });

  test('refuses a second copy on the same folder, plainly', async () => {
    const second = start(dataDir);
    expect(await second.ended).toBe(1);
    expect(second.said()).toMatch(/Another copy runs on .*Way out: .*DATA_DIR=/s);
  });

  test('says that a port is taken before it sets anything up, plainly', async () => {
    const folder = `${dataDir}-other`;
    const port = readFileSync(join(dataDir, 'run', 'environment'), 'utf8').match(/127\.0\.0\.1:(\d+)\/scheme/)?.[1] ?? '';
    for (const variable of ['POSTGRES_PORT', 'TEMPORAL_PORT', 'TEMPORAL_UI_PORT']) {
      const other = start(folder, { START_ONLY: 'postgres,temporal', [variable]: port });
      expect(await other.ended).toBe(1);
      expect(other.said()).toMatch(new RegExp(`Port ${port} .* is taken by another program.*Way out: .*${variable}=`, 's'));
    }
    expect(existsSync(join(folder, 'postgres'))).toBe(false);
    rmSync(folder, { recursive: true, force: true });
  });

  test('says that a folder cannot be used, plainly', async () => {
    const file = `${dataDir}-file`;
    writeFileSync(file, '');
    const other = start(join(file, 'data'));
    expect(await other.ended).toBe(1);
    rmSync(file);
    expect(other.said()).toMatch(/ENOTDIR.*Way out: .*DATA_DIR=/s);
    expect(other.said()).not.toContain('    at ');
  });

  test.each([/✓ PostgreSQL: /, /✓ migrations: /])(
    'is stopped in the middle of its start (%s), leaves nothing and goes on later',
    async (when) => {
      const folder = `${dataDir}-halfway`;
      const other = start(folder);
      await other.hears(when);
      const postgres = postgresOf(folder);
      other.child.kill('SIGTERM');
      expect(await other.ended).toBe(0);
      expect(other.said()).toMatch(/^Stopped/m);
      expect(other.said()).not.toMatch(/✗|Error/);
      expect(isAlive(postgres)).toBe(false);
      const again = start(folder);
      await again.hears(/^Ready: postgres/m);
      again.child.kill('SIGTERM');
      await again.ended;
      rmSync(folder, { recursive: true, force: true });
    },
  );

  test('refuses a setting that it cannot use, plainly', async () => {
    const other = start(`${dataDir}-other`, { PORT: 'abc' });
    expect(await other.ended).toBe(1);
    expect(other.said()).toContain('PORT=abc: must be a port number');
    expect(other.said()).not.toContain('    at ');
  });

  test('starts a killed database again, with all that was in it', async () => {
    await query(dataDir, `UPDATE person SET name = 'Đã đổi' WHERE id = 'auditor'`);
    const before = postgresOf(dataDir);
    process.kill(before, 'SIGKILL');
    await running.hears(/! postgres was ended by SIGKILL/);
    await vi.waitFor(
      async () => expect(await query(dataDir, `SELECT name FROM person WHERE id = 'auditor'`)).toEqual([{ name: 'Đã đổi' }]),
      {
        timeout: 30_000,
        interval: 100,
      },
    );
    expect(postgresOf(dataDir)).not.toBe(before);
  });

  test('stops in order on SIGTERM, and goes on where it was when started again', async () => {
    const postgres = postgresOf(dataDir);
    running.child.kill('SIGTERM');
    expect(await running.ended).toBe(0);
    expect(running.said()).toMatch(/^Stopped/m);
    expect(isAlive(postgres)).toBe(false);
    expect(existsSync(join(dataDir, 'run', 'start.pid'))).toBe(false);

    running = start(dataDir);
    await running.hears(/^Ready: postgres/m);
    expect(running.said()).toMatch(/✓ migrations: nothing new/);
    expect(await query(dataDir, `SELECT name FROM person WHERE id = 'auditor'`)).toEqual([{ name: 'Đã đổi' }]);
  });

  test('clears what a killed supervisor left, and goes on', async () => {
    const left = postgresOf(dataDir);
    const supervisor = z.object({ pid: z.int() }).parse(JSON.parse(readFileSync(join(dataDir, 'run', 'start.pid'), 'utf8'))).pid;
    process.kill(supervisor, 'SIGKILL');
    expect(await running.ended).toBe(1);
    expect(isAlive(left)).toBe(true);

    running = start(dataDir);
    await running.hears(/^Ready: postgres/m);
    expect(running.said()).toContain('stopped what an earlier run left: postgres');
    expect(isAlive(left)).toBe(false);
  });
});
