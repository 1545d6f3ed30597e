import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Environment, readEnvironment } from '../../config/environment.ts';
import { findBrowser } from '../setup/browser.ts';
import type { Command } from '../setup/command.ts';
import { claimPort } from '../setup/ports.ts';
import { ensurePrismaClient } from '../setup/prisma-client.ts';
import { duration, explain, hush, say, step, wasShown } from '../setup/progress.ts';
import { type Kept, keepRunning } from './keep-running.ts';
import { noteChild, stopOrphans } from './orphans.ts';
import { type Part, partsToStart } from './parts.ts';
import { claimPidFile } from './pid-file.ts';
import { authority, database, temporal } from './services.ts';

/** Starts a process of the system and keeps it running. */
export type Keep = (process: {
  name: Part;
  command: Command;
  stopSignal: NodeJS.Signals;
  stopWithinMs: number;
  beforeRestart?: () => Promise<void>;
}) => Kept;

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const programs: Partial<Record<Part, string>> = {
  worker: 'workflows/worker.ts',
  'render-worker': 'workflows/render-worker.ts',
  server: 'server/main.ts',
};

/** Last started is first stopped; what does not lean on each other stops together. */
const stopOrder: Part[][] = [['server'], ['worker', 'render-worker'], ['temporal', 'authority'], ['postgres']];

async function stopInOrder(running: Kept[]): Promise<void> {
  for (const together of stopOrder) {
    await Promise.all(running.filter(({ name }) => together.some((part) => part === name)).map((kept) => kept.stop()));
  }
}

/** The browser, as variables for the process that renders. Without one everything but rendering still works, so its want is told and not fatal. */
async function browserVariables(environment: Environment): Promise<Record<string, string>> {
  try {
    return await step('browser', async (remark) => {
      const told = { path: environment.chromiumPath, libraries: environment.chromiumLibraries, fonts: environment.chromiumFonts };
      const { executablePath, libraries, fonts, version, how } = await findBrowser(join(environment.dataDir, 'browser'), told);
      remark(`Chromium ${version}, ${how}`);
      return {
        CHROMIUM_PATH: executablePath,
        ...(libraries ? { CHROMIUM_LIBRARIES: libraries } : {}),
        ...(fonts ? { CHROMIUM_FONTS: fonts } : {}),
      };
    });
  } catch {
    say('    Documents cannot be rendered until there is one; everything else works.');
    return {};
  }
}

async function healthy(environment: Environment): Promise<boolean> {
  try {
    const answer = await fetch(`${ownUrl(environment)}/readyz`, { signal: AbortSignal.timeout(5000) });
    return answer.ok;
  } catch {
    return false;
  }
}

const ownUrl = ({ host, port }: Environment) => `http://${host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '[::1]' : host}:${port}`;

/** All ports that somebody asked for, before anything is set up that would then be in vain. */
async function claimPorts(environment: Environment, parts: Set<Part>): Promise<void> {
  const { host, port, databaseUrl, postgresPort, temporalAddress, temporalPort, temporalUiPort, tsaUrl, authorityPort } = environment;
  const own = '127.0.0.1';
  if (parts.has('server')) await claimPort('PORT', host, port);
  if (parts.has('postgres') && databaseUrl === undefined && postgresPort !== undefined) await claimPort('POSTGRES_PORT', own, postgresPort);
  if (parts.has('authority') && tsaUrl === undefined && authorityPort !== undefined) await claimPort('AUTHORITY_PORT', own, authorityPort);
  if (!parts.has('temporal') || temporalAddress !== undefined) return;
  if (temporalPort !== undefined) await claimPort('TEMPORAL_PORT', own, temporalPort);
  if (temporalUiPort !== undefined) await claimPort('TEMPORAL_UI_PORT', own, temporalUiPort);
}

/** What the processes are given, also written down so that one of them can be started by hand: node --env-file=var/run/environment server/main.ts */
function writeDown(file: string, variables: Record<string, string>): void {
  const lines = Object.entries(variables).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 });
}

/** Sets up what is missing, starts all parts, keeps them running, and on SIGINT or SIGTERM stops them in order and ends the process. */
export async function runSystem(): Promise<void> {
  const began = Date.now();
  const environment = readEnvironment();
  const parts = partsToStart(environment.startOnly);
  const { dataDir } = environment;
  const run = join(dataDir, 'run');
  const release = claimPidFile(join(run, 'start.pid'), dataDir);
  const running: Kept[] = [];
  let stopping: number | undefined;
  const keep: Keep = (options) => {
    if (stopping !== undefined) throw new Error(`${options.name} is not started any more: the system stops.`);
    const kept = keepRunning({
      ...options,
      log: join(dataDir, 'logs', `${options.name}.log`),
      started: (pid) => noteChild(join(run, 'children.json'), options.name, pid),
    });
    running.push(kept);
    return kept;
  };

  const stop = async (why: string, code: number) => {
    if (stopping !== undefined) {
      // npm and the terminal may both hand on one Ctrl-C; only a later one means that somebody is in a hurry.
      if (Date.now() - stopping > 2000) process.exit(1);
      return;
    }
    stopping = Date.now();
    hush();
    say(`Stopping (${why}) …`);
    await stopInOrder(running);
    release();
    say(`Stopped (${duration(Date.now() - stopping)}).`);
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(signal, 0));
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {}); // whoever read the lines may have gone

  try {
    const left = await stopOrphans(join(run, 'children.json'));
    if (left.length > 0) say(`  ✓ stopped what an earlier run left: ${left.join(', ')}`);
    await claimPorts(environment, parts);

    const [stored, address, trusted, browser] = await Promise.all([
      parts.has('postgres') ? database(environment, keep) : { url: environment.databaseUrl, ownerUrl: environment.databaseOwnerUrl },
      parts.has('temporal') ? temporal(environment, keep) : environment.temporalAddress,
      parts.has('authority') ? authority(environment, keep) : {},
      parts.has('render-worker') ? browserVariables(environment) : {},
      generateClient(),
    ]);
    const variables: Record<string, string> = {
      HOST: environment.host,
      PORT: String(environment.port),
      PUBLIC_URL: environment.publicUrl,
      DATA_DIR: dataDir,
      REHEARSAL: environment.rehearsalStart ?? 'off',
      SAMPLE_PERSONS: environment.samplePersons ? 'on' : 'off',
      ...(stored.url === undefined ? {} : { DATABASE_URL: stored.url }),
      ...(address === undefined ? {} : { TEMPORAL_ADDRESS: address }),
      ...trusted,
      ...browser,
    };
    mkdirSync(run, { recursive: true });
    writeDown(join(run, 'environment'), variables);

    const inherited: NodeJS.ProcessEnv = { ...process.env, ...variables };
    delete inherited.DATABASE_OWNER_URL; // the running system gets no rights over the tables
    delete inherited.DATABASE_OWNER_URL_FILE;
    for (const [part, program] of Object.entries(programs)) {
      const name = [...parts].find((wanted) => wanted === part);
      if (name === undefined || stopping !== undefined) continue;
      const kept = keep({
        name,
        command: { file: process.execPath, args: [join(root, program)], env: inherited },
        stopSignal: 'SIGTERM',
        stopWithinMs: 15_000,
      });
      if (name === 'server') await step('server', () => kept.ready(() => healthy(environment), 120_000));
    }
    if (stopping !== undefined) return;
    say(`Everything is up after ${duration(Date.now() - began)}. Logs: ${join(dataDir, 'logs')}. Stop with Ctrl-C.`);
    say(
      parts.has('server') ? `Ready: ${ownUrl(environment)}` : `Ready: ${[...parts].join(', ')} (variables in ${join(run, 'environment')})`,
    );
  } catch (error) {
    if (stopping !== undefined) return;
    if (!wasShown(error)) console.error(`  ✗ ${explain(error)}`);
    await stop('it could not be started, for the reason above', 1);
  }
}

async function generateClient(): Promise<void> {
  if (existsSync(join(root, 'prisma', 'generated'))) await ensurePrismaClient(root);
  else await step('database client', async () => void (await ensurePrismaClient(root)));
}
