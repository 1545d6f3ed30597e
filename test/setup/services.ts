import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { environment } from '../../config/environment.ts';
import { applyMigrations } from '../../prisma/migrate.ts';
import { seed } from '../../prisma/seed/seed.ts';
import { findBrowser } from '../../scripts/setup/browser.ts';
import { portToKeep } from '../../scripts/setup/ports.ts';
import { ensureRoles, postgresAnswers, preparePostgres } from '../../scripts/setup/postgres.ts';
import { ensurePrismaClient } from '../../scripts/setup/prisma-client.ts';
import { isAlive } from '../../scripts/setup/process-table.ts';
import { step } from '../../scripts/setup/progress.ts';
import { databaseSecrets } from '../../scripts/setup/secrets.ts';
import { type Running, startOnce } from '../../scripts/setup/start-once.ts';
import { ensureNamespace, prepareTemporal, temporalAnswers } from '../../scripts/setup/temporal.ts';
import { temporalBinary } from '../../scripts/setup/temporal-binary.ts';
import { authorityAnswers, prepareAuthority } from '../../scripts/supervise/services.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: { superuserUrl: string; ownerUrl: string; url: string; template: string };
    temporal: { address: string; namespace: string };
    /** Variables by which the development authority of this run is reached. */
    authority: Record<string, string>;
    browser: { executablePath: string; libraries: string | undefined; fonts: string | undefined };
  }
}

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Runs whose process is gone leave their folder behind; several runs may be under way at once. */
function clearEarlierRuns(home: string): void {
  mkdirSync(home, { recursive: true });
  for (const name of readdirSync(home)) {
    if (name.startsWith('run-') && !isAlive(Number(name.slice(4)))) rmSync(join(home, name), { recursive: true, force: true });
  }
}

const port = () => portToKeep('127.0.0.1');

async function startPostgres(dir: string, running: Running[]) {
  return step('PostgreSQL for tests', async (remark) => {
    const secrets = databaseSecrets(join(dir, 'secrets', 'postgres.json'));
    const postgres = await preparePostgres({ dataDir: join(dir, 'postgres'), port: await port(), secrets, disposable: true }, remark);
    running.push(
      await startOnce('postgres', postgres.command, join(dir, 'postgres.log'), 'SIGINT', () => postgresAnswers(postgres.superuserUrl)),
    );
    await ensureRoles(postgres.superuserUrl, secrets);
    await applyMigrations(postgres.ownerUrl);
    await seed(postgres.ownerUrl, true);
    return postgres;
  });
}

async function startTemporal(dir: string, running: Running[]) {
  return step('Temporal for tests', async (remark) => {
    const binary = await temporalBinary(join(root, 'var', 'temporal'), environment.temporalCliPath, remark);
    const temporal = prepareTemporal({ binary, port: await port(), uiPort: undefined, namespace: 'default', file: null }, remark);
    running.push(await startOnce('temporal', temporal.command, join(dir, 'temporal.log'), 'SIGKILL', () => temporalAnswers(temporal)));
    await ensureNamespace(temporal);
    return temporal;
  });
}

async function startAuthority(dir: string, running: Running[]) {
  return step('certification authority for tests', async () => {
    const { command, url, variables } = prepareAuthority(dir, await port());
    running.push(await startOnce('authority', command, join(dir, 'authority.log'), 'SIGTERM', () => authorityAnswers(url)));
    return variables;
  });
}

/** Starts what tests need, each once for the whole run, and stops it in the end. */
export default async function services(project: TestProject): Promise<() => Promise<void>> {
  const home = join(root, 'var', 'test');
  clearEarlierRuns(home);
  const dir = join(home, `run-${process.pid}`);
  mkdirSync(dir, { recursive: true });
  const running: Running[] = [];
  const stop = async () => {
    await Promise.all(running.map((service) => service.stop()));
    rmSync(dir, { recursive: true, force: true });
  };
  try {
    if (await ensurePrismaClient(root)) console.log('  ✓ database client generated');
    const starting = [startPostgres(dir, running), startTemporal(dir, running), startAuthority(dir, running)] as const;
    await Promise.allSettled(starting); // so that what was started is known, and stopped, when the other fails
    const [postgres, temporal, authority, browser] = await Promise.all([
      ...starting,
      findBrowser(join(root, 'var', 'browser'), {
        path: environment.chromiumPath,
        libraries: environment.chromiumLibraries,
        fonts: environment.chromiumFonts,
      }),
    ]);
    project.provide('postgres', {
      superuserUrl: postgres.superuserUrl,
      ownerUrl: postgres.ownerUrl,
      url: postgres.url,
      template: 'scheme',
    });
    project.provide('temporal', { address: temporal.address, namespace: temporal.namespace });
    project.provide('authority', authority);
    project.provide('browser', { executablePath: browser.executablePath, libraries: browser.libraries, fonts: browser.fonts });
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}
