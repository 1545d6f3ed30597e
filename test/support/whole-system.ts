import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { type Environment, environment, readEnvironment } from '../../config/environment.ts';
import { findBrowser } from '../../scripts/setup/browser.ts';
import { portToKeep } from '../../scripts/setup/ports.ts';
import { temporalBinary } from '../../scripts/setup/temporal-binary.ts';
import type { Part } from '../../scripts/supervise/parts.ts';

/** A machine with other work to do needs longer than the few seconds that a start takes. */
const startWithinMs = 180_000;
const Children = z.record(z.string(), z.object({ pid: z.int() }));

/** What was obtained once for this machine, so that a system in a folder of its own need not obtain it again. */
async function tools(): Promise<Record<string, string>> {
  const told = { path: environment.chromiumPath, libraries: environment.chromiumLibraries, fonts: environment.chromiumFonts };
  const [browser, temporal] = await Promise.all([
    findBrowser(join('var', 'browser'), told),
    temporalBinary(join('var', 'temporal'), environment.temporalCliPath, () => undefined),
  ]);
  return {
    TEMPORAL_CLI_PATH: temporal.path,
    CHROMIUM_PATH: browser.executablePath,
    ...(browser.libraries && { CHROMIUM_LIBRARIES: browser.libraries }),
    ...(browser.fonts && { CHROMIUM_FONTS: browser.fonts }),
  };
}

/** Waits until it looks so; fails with what it was waiting for and what the system has said. */
async function until(what: string, looks: () => Promise<boolean> | boolean, said: () => string, withinMs: number): Promise<void> {
  for (const end = Date.now() + withinMs; !(await looks()); await pause(100)) {
    if (Date.now() > end) throw new Error(`Waited ${withinMs / 1000} s in vain: ${what}.\n${said().slice(-2_000)}`);
  }
}

/** Another program took the port between its being found free and its being bound: said by the system, or by the server that wanted it. */
const portWasTaken = /is taken by another program|address already in use/i;

/** `npm start` with a data folder and ports of its own, until it is ready. */
async function start(settings: Record<string, string>) {
  mkdirSync(join('var', 'test'), { recursive: true });
  const dataDir = mkdtempSync(join('var', 'test', 'whole-'));
  const host = '127.0.0.1';
  const port = await portToKeep(host);
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      DATA_DIR: dataDir,
      PORT: String(port),
      POSTGRES_PORT: String(await portToKeep(host)),
      TEMPORAL_PORT: String(await portToKeep(host)),
      LOG_LEVEL: 'warn',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let heard = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (heard += chunk.toString()));
  const said = () => heard;
  const ended = once(child, 'exit');
  const close = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await until('the system is ready', () => /^Ready: http/m.test(heard) || child.exitCode !== null, said, startWithinMs);
    if (child.exitCode !== null) throw new Error(`It could not be started.\n${heard}`);
  } catch (error) {
    await close();
    throw error;
  }
  return { dataDir, port, said, close };
}

/** The same, begun anew with other ports where one was taken meanwhile. */
async function startSomewhere(settings: Record<string, string>): ReturnType<typeof start> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await start(settings);
    } catch (error) {
      if (attempt === 3 || !portWasTaken.test(String(error))) throw error;
    }
  }
}

/** The whole system, started as `npm start` starts it, with a data folder and ports of its own. Its parts may be killed; `close` stops it in order. */
export async function wholeSystem() {
  const { dataDir, port, said, close } = await startSomewhere(await tools());
  const url = `http://127.0.0.1:${port}`;
  const pidOf = (part: Part): number | undefined =>
    Children.parse(JSON.parse(readFileSync(join(dataDir, 'run', 'children.json'), 'utf8')))[part]?.pid;
  const answers = async (): Promise<boolean> => {
    try {
      const response = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(3_000) });
      const { temporal } = (await response.json()) as { temporal?: { state: string } };
      return response.ok && temporal?.state === 'up';
    } catch {
      return false;
    }
  };
  const settings: Environment = readEnvironment(parseEnv(readFileSync(join(dataDir, 'run', 'environment'), 'utf8')));
  return {
    url,
    dataDir,
    /** What its processes are given. */
    settings,
    said,
    /** Kills a part as a power cut would; comes back once its supervisor has started it again and everything answers. */
    async kill(part: Part): Promise<void> {
      const before = pidOf(part);
      if (before === undefined) throw new Error(`There is no ${part} to kill.`);
      process.kill(before, 'SIGKILL');
      await until(`${part} is started again`, () => pidOf(part) !== before, said, 30_000);
      await until(`all answer after the death of ${part}`, answers, said, 60_000);
    },
    close,
  };
}
export type WholeSystem = Awaited<ReturnType<typeof wholeSystem>>;
