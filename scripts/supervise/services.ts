import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { Environment } from '../../config/environment.ts';
import { applyMigrations } from '../../prisma/migrate.ts';
import { seed } from '../../prisma/seed/seed.ts';
import type { Command } from '../setup/command.ts';
import { servicePort } from '../setup/ports.ts';
import { clearTraces, ensureRoles, type Postgres, postgresAnswers, preparePostgres } from '../setup/postgres.ts';
import { SetupError, say, step } from '../setup/progress.ts';
import { databaseSecrets } from '../setup/secrets.ts';
import { accepts, ensureNamespace, prepareTemporal, temporalAnswers } from '../setup/temporal.ts';
import { temporalBinary } from '../setup/temporal-binary.ts';
import type { Kept } from './keep-running.ts';
import type { Keep } from './run-system.ts';

const portsFile = (environment: Environment) => join(environment.dataDir, 'run', 'ports.json');

async function embeddedDatabase(environment: Environment, keep: Keep): Promise<{ url: string; ownerUrl: string }> {
  const dataDir = join(environment.dataDir, 'postgres');
  const secrets = databaseSecrets(join(environment.dataDir, 'secrets', 'postgres.json'));
  return step('PostgreSQL', async (remark) => {
    const port = await servicePort('POSTGRES_PORT', environment.postgresPort, 54320, portsFile(environment));
    const postgres: Postgres = await preparePostgres({ dataDir, port, secrets }, remark);
    const kept: Kept = keep({
      name: 'postgres',
      command: postgres.command,
      stopSignal: 'SIGINT',
      stopWithinMs: 30_000,
      beforeRestart: async () => void (await clearTraces(dataDir, postgres.program)),
    });
    await kept.ready(() => postgresAnswers(postgres.superuserUrl), 60_000);
    await ensureRoles(postgres.superuserUrl, secrets);
    return postgres;
  });
}

async function outsideDatabase(environment: Environment, url: string): Promise<{ url: string; ownerUrl: string | undefined }> {
  return step('PostgreSQL', async (remark) => {
    const { host } = new URL(url);
    remark(`outside, at ${host}`);
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.query('SELECT 1');
    } catch (error) {
      throw new SetupError(
        `DATABASE_URL leads to ${host}, which does not let us in: ${error instanceof Error ? error.message : String(error)}.`,
        'Correct DATABASE_URL, or unset it to use the embedded PostgreSQL.',
      );
    } finally {
      await client.end().catch(() => {});
    }
    return { url, ownerUrl: environment.databaseOwnerUrl };
  });
}

/** The database: reached or started, migrated and seeded. */
export async function database(environment: Environment, keep: Keep): Promise<{ url: string; ownerUrl: string | undefined }> {
  const { url, ownerUrl } =
    environment.databaseUrl === undefined
      ? await embeddedDatabase(environment, keep)
      : await outsideDatabase(environment, environment.databaseUrl);
  if (ownerUrl === undefined) {
    say('  – migrations and seed: left out, as DATABASE_OWNER_URL is not set');
    return { url, ownerUrl };
  }
  await step('migrations', async (remark) => {
    const applied = await applyMigrations(ownerUrl);
    remark(applied.length === 0 ? 'nothing new' : `applied ${applied.join(', ')}`);
  });
  await step('organisations and persons', async (remark) => {
    const added = await seed(ownerUrl, environment.samplePersons, environment.rehearsalStart !== null);
    remark(
      added.organisations + added.persons === 0
        ? 'nothing new'
        : `added ${added.organisations} organisations, ${added.persons} sample persons`,
    );
  });
  return { url, ownerUrl };
}

/** Temporal: reached or started. Returns its address. */
export async function temporal(environment: Environment, keep: Keep): Promise<string> {
  const { temporalAddress } = environment;
  if (temporalAddress !== undefined) {
    return step('Temporal', async (remark) => {
      remark(`outside, at ${temporalAddress}`);
      if (!(await accepts(temporalAddress))) {
        throw new SetupError(
          `Nothing answers at TEMPORAL_ADDRESS=${temporalAddress}.`,
          'Correct TEMPORAL_ADDRESS, or unset it to use the embedded server.',
        );
      }
      return temporalAddress;
    });
  }
  const home = join(environment.dataDir, 'temporal');
  const binary = await step('Temporal server program', async (remark) => {
    const found = await temporalBinary(home, environment.temporalCliPath, remark);
    remark(`${found.version}, ${found.how}`);
    return found;
  });
  return step('Temporal', async (remark) => {
    const port = await servicePort('TEMPORAL_PORT', environment.temporalPort, 7233, portsFile(environment));
    const file = join(home, 'temporal.db');
    const server = prepareTemporal(
      { binary, port, uiPort: environment.temporalUiPort, namespace: environment.temporalNamespace, file },
      remark,
    );
    const kept = keep({ name: 'temporal', command: server.command, stopSignal: 'SIGTERM', stopWithinMs: 15_000 });
    await kept.ready(() => temporalAnswers(server), 60_000);
    await ensureNamespace(server);
    return server.address;
  });
}

const authorityProgram = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'authority', 'main.ts');

/** How the development authority is started, and what others are told of it. For one machine and for tests. */
export function prepareAuthority(dataDir: string, port: number): { command: Command; url: string; variables: Record<string, string> } {
  const url = `http://127.0.0.1:${port}`;
  const variables = {
    AUTHORITY_URL: url,
    TSA_URL: `${url}/tsa`,
    OCSP_URL: `${url}/ocsp`,
    CRL_URLS: `${url}/goc.crl,${url}/cap.crl`,
    TRUST_ANCHORS: join(dataDir, 'certificates', 'trusted.pem'),
  };
  // What it writes and whom others then trust is its own root, whatever else may be set.
  const env = { ...process.env, ...variables, DATA_DIR: dataDir, AUTHORITY_HOST: '127.0.0.1', AUTHORITY_PORT: String(port) };
  return { command: { file: process.execPath, args: [authorityProgram], env }, url, variables };
}

/** Whether the authority answers now. */
export async function authorityAnswers(url: string): Promise<boolean> {
  return fetch(`${url}/healthz`, { signal: AbortSignal.timeout(2_000) }).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** The development authority: started where no time-stamping authority is named. Gives the variables by which the others reach it. */
export async function authority(environment: Environment, keep: Keep): Promise<Record<string, string>> {
  const { tsaUrl } = environment;
  return step('certification and time-stamping authority', async (remark) => {
    if (tsaUrl !== undefined) {
      remark(`outside, at ${new URL(tsaUrl).host}`);
      return {};
    }
    const port = await servicePort('AUTHORITY_PORT', environment.authorityPort, 7380, portsFile(environment));
    const { command, url, variables } = prepareAuthority(environment.dataDir, port);
    const kept = keep({ name: 'authority', command, stopSignal: 'SIGTERM', stopWithinMs: 5_000 });
    await kept.ready(() => authorityAnswers(url), 60_000);
    remark(`for development alone, on port ${port}`);
    return variables;
  });
}
