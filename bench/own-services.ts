import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { environment } from '../config/environment.ts';
import { applyMigrations } from '../prisma/migrate.ts';
import { seed } from '../prisma/seed/seed.ts';
import { findBrowser } from '../scripts/setup/browser.ts';
import { portToKeep } from '../scripts/setup/ports.ts';
import { ensureRoles, type Postgres, postgresAnswers, preparePostgres } from '../scripts/setup/postgres.ts';
import { ensurePrismaClient } from '../scripts/setup/prisma-client.ts';
import { stopProcess } from '../scripts/setup/process-table.ts';
import { databaseSecrets } from '../scripts/setup/secrets.ts';
import { launch, startOnce } from '../scripts/setup/start-once.ts';
import { ensureNamespace, prepareTemporal, temporalAnswers } from '../scripts/setup/temporal.ts';
import { temporalBinary } from '../scripts/setup/temporal-binary.ts';
import { until } from './measure.ts';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const silent = () => undefined;

export type OwnDatabase = { url: string; ownerUrl: string };
export type OwnProcess = { pid: number; stop(): Promise<void> };
/** The services of one benchmark run: each started when first asked for, all of them stopped and forgotten in the end. */
export type OwnServices = {
  /** A new database with the tables, the organisations and the sample persons. Written to disk as in earnest. */
  database(): Promise<OwnDatabase>;
  /** Address of a Temporal server with its file, set up as `npm start` does. */
  temporal(): Promise<string>;
  browser(): ReturnType<typeof findBrowser>;
  /** A program of the system as a process of its own, ready when `answers` says so. */
  program(file: string, variables: Record<string, string>, answers: (log: string) => Promise<boolean>): Promise<OwnProcess>;
  /** A web server on a free port; `variables` beside the usual ones. */
  server(database: OwnDatabase, variables?: Record<string, string>): Promise<OwnProcess & { port: number }>;
  port(): Promise<number>;
  folder: string;
  /** Something to be ended with the services, last first. */
  inTheEnd(work: () => Promise<unknown>): void;
  close(): Promise<void>;
};

export function openServices(): OwnServices {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const ending: (() => Promise<unknown>)[] = [];
  let postgres: Promise<Postgres> | null = null;
  let temporal: Promise<string> | null = null;
  let count = 0;
  const port = () => portToKeep('127.0.0.1');

  async function startPostgres(): Promise<Postgres> {
    await ensurePrismaClient(root);
    const secrets = databaseSecrets(join(folder, 'secrets', 'postgres.json'));
    const made = await preparePostgres({ dataDir: join(folder, 'postgres'), port: await port(), secrets }, silent);
    const answers = () => postgresAnswers(made.superuserUrl);
    ending.push((await startOnce('postgres', made.command, join(folder, 'postgres.log'), 'SIGINT', answers)).stop);
    await ensureRoles(made.superuserUrl, secrets);
    await applyMigrations(made.ownerUrl);
    await seed(made.ownerUrl, true);
    return made;
  }

  async function startTemporal(): Promise<string> {
    const binary = await temporalBinary(join(root, 'var', 'temporal'), environment.temporalCliPath, silent);
    const file = join(folder, 'temporal', 'temporal.db');
    const made = prepareTemporal({ binary, port: await port(), uiPort: undefined, namespace: 'default', file }, silent);
    const answers = () => temporalAnswers(made);
    ending.push((await startOnce('temporal', made.command, join(folder, 'temporal.log'), 'SIGTERM', answers)).stop);
    await ensureNamespace(made);
    return made.address;
  }

  const own: OwnServices = {
    folder,
    port,
    inTheEnd: (work) => ending.push(work),
    async database() {
      postgres ??= startPostgres();
      const { superuserUrl, ownerUrl, url } = await postgres;
      count += 1;
      const name = `bench_${count}`;
      await asSuperuser(superuserUrl, `CREATE DATABASE ${name} TEMPLATE scheme OWNER scheme_owner`);
      await asSuperuser(superuserUrl, `GRANT CONNECT ON DATABASE ${name} TO scheme_app`);
      const inside = (address: string) => Object.assign(new URL(address), { pathname: `/${name}` }).toString();
      return { url: inside(url), ownerUrl: inside(ownerUrl) };
    },
    temporal() {
      temporal ??= startTemporal();
      return temporal;
    },
    browser: () =>
      findBrowser(join(root, 'var', 'browser'), {
        path: environment.chromiumPath,
        libraries: environment.chromiumLibraries,
        fonts: environment.chromiumFonts,
      }),
    async program(file, variables, answers) {
      count += 1;
      const log = join(folder, `${count}.log`);
      const env = { ...process.env, DATA_DIR: folder, LOG_LEVEL: 'warn', ...variables };
      const child = launch({ file: process.execPath, args: [join(root, file)], env }, log);
      const { pid } = child;
      if (pid === undefined) throw new Error(`${file} could not be started.`);
      let stopped: Promise<unknown> | null = null;
      const stop = async () => {
        stopped ??= stopProcess(pid, 'SIGTERM', 15_000);
        await stopped;
      };
      ending.push(stop);
      await until(`${file} answers`, async () => {
        if (child.exitCode !== null) throw new Error(`${file} ended; see its log: ${log}`);
        return answers(log);
      });
      return { pid, stop };
    },
    async server(database, variables = {}) {
      const at = await port();
      const started = await own.program(
        'server/main.ts',
        {
          DATABASE_URL: database.url,
          PORT: String(at),
          REHEARSAL: '2022-01-10',
          RATE_LIMIT: '100000000',
          SIGN_IN_LIMIT: '100000',
          TEMPORAL_ADDRESS: '127.0.0.1:1',
          ...variables,
        },
        () =>
          fetch(`http://127.0.0.1:${at}/healthz`).then(
            (answer) => answer.ok,
            () => false,
          ),
      );
      return { ...started, port: at };
    },
    async close() {
      for (const end of ending.toReversed()) await end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return own;
}

async function asSuperuser(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
