import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { environment } from '../config/environment.ts';
import { stopProcess } from '../scripts/setup/process-table.ts';
import { lastLines, launch } from '../scripts/setup/start-once.ts';
import { type Finding, seconds, until } from './measure.ts';
import { megabytes, treeBytes } from './memory.ts';
import { type OwnServices, root } from './own-services.ts';

const Children = z.record(z.string(), z.object({ pid: z.int() }));
const names = ['postgres', 'temporal', 'server', 'worker', 'render-worker'];

/** The whole system as `npm start` starts it, and the demonstration on it. */
export async function whole(own: OwnServices): Promise<Finding> {
  const data = join(own.folder, 'whole');
  const port = await own.port();
  const kept = join(root, 'var', 'temporal', 'temporal');
  const env = {
    ...process.env,
    DATA_DIR: data,
    PORT: String(port),
    LOG_LEVEL: 'warn',
    ...(environment.temporalCliPath === undefined && existsSync(kept) ? { TEMPORAL_CLI_PATH: kept } : {}),
  };
  const first = await start(own, env, '1');
  await first.stop();
  const again = await start(own, env, '2');
  const atRest = memoryOf(data);
  const demo = await tellDemo(port);
  const afterwards = memoryOf(data);
  await again.stop();

  const told = (what: string, figure: string, baseline = '–', ratio = '–') => ({ what, figure, baseline, ratio, target: '–', met: null });
  const sum = (memory: Map<string, number>) => memory.values().reduce((a, b) => a + b, 0);
  return {
    rows: [
      told(
        'started until ready, installed and set up',
        seconds(again.readyMs),
        `${seconds(first.readyMs)}, the first time on an empty folder`,
      ),
      told('the whole demonstration', seconds(demo)),
      ...names.map((name) => {
        const [rest, after] = [atRest.get(name) ?? 0, afterwards.get(name) ?? 0];
        return told(
          `memory of ${name}`,
          `${megabytes(after)} after the demonstration`,
          `${megabytes(rest)} at rest`,
          `${(after / rest).toFixed(2)}×`,
        );
      }),
      told(
        'memory of all',
        `${megabytes(sum(afterwards))} after the demonstration`,
        `${megabytes(sum(atRest))} at rest`,
        `${(sum(afterwards) / sum(atRest)).toFixed(2)}×`,
      ),
    ],
    notes: [
      'Memory is the share of each process and of those it started (of postgres its connections, of the render worker its browser); what several hold counts once.',
    ],
  };
}

async function start(own: OwnServices, env: NodeJS.ProcessEnv, name: string) {
  const log = join(own.folder, `start-${name}.log`);
  const began = Date.now();
  const child = launch({ file: process.execPath, args: [join(root, 'scripts', 'start.ts')], env }, log);
  const { pid } = child;
  if (pid === undefined) throw new Error('The system could not be started.');
  let stopped: Promise<unknown> | null = null;
  const stop = async () => {
    stopped ??= stopProcess(pid, 'SIGTERM', 90_000);
    await stopped;
  };
  own.inTheEnd(stop);
  await until('the system is ready', async () => {
    if (child.exitCode !== null) throw new Error(`The system ended:\n      ${lastLines(log)}`);
    return readFileSync(log, 'utf8').includes('\nReady: ');
  });
  return { readyMs: Date.now() - began, stop };
}

/** Tells the demonstration to its end; gives how long it took, in milliseconds. */
function tellDemo(port: number): Promise<number> {
  const began = Date.now();
  const env = { ...process.env, DEMO_URL: `http://127.0.0.1:${port}` };
  const child = spawn(process.execPath, [join(root, 'demo', 'demo.ts')], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  return new Promise((resolve, reject) => {
    child.once('close', (code) => {
      if (code === 0) resolve(Date.now() - began);
      else reject(new Error(`The demonstration ended with ${code}:\n${said.slice(-2_000)}`));
    });
  });
}

function memoryOf(data: string): Map<string, number> {
  const children = Children.parse(JSON.parse(readFileSync(join(data, 'run', 'children.json'), 'utf8')));
  return new Map(names.map((name) => [name, treeBytes(children[name]?.pid ?? 0)]));
}
