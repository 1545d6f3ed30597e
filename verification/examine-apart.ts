import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import { dirname } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Anchors } from './examine.ts';
import { limits } from './limits.ts';
import type { Report } from './report.ts';

/** What came of looking at a file: a report, or nothing, because it took too long or too much, or because the looking itself broke. */
export type Examination = Report | { readable: false; reason: 'took-too-long' | 'broke' };

/** Too many files are being looked at already. */
export class Busy extends Error {
  override name = 'Busy';
}

export type Examiner = {
  /** @throws Busy */
  examine(bytes: Buffer, anchors: Anchors): Promise<Examination>;
  /** Ends the process that stands by. */
  close(): void;
};

const program = fileURLToPath(new URL('./examine-child.ts', import.meta.url));
const room = dirname(program);
const reportBytes = 2_000_000;

/**
 * Looks at files, each in a process of its own, `atOnce` of them at a time and `waiting` more in line. A process may hold `heapMb` of objects
 * and live for `withinMs` once it has its file; then it is killed. It may read this room's code and no other file, write nothing and start
 * nothing. The next process stands by, so that nobody waits for it to start.
 */
export function openExaminer({ atOnce = 2, waiting = 6, withinMs = 10_000, heapMb = 256 } = {}): Examiner {
  let running = 0;
  let standby: Child | null = null;
  let closed = false;
  const line: (() => void)[] = [];
  const begin = async (): Promise<void> => {
    if (running < atOnce) running += 1;
    else if (line.length < waiting) await new Promise<void>((resolve) => line.push(resolve));
    else throw new Busy('Too many files are being looked at.');
  };
  const end = (): void => {
    const next = line.shift();
    if (next) next();
    else running -= 1;
  };
  const standBy = (): void => {
    if (standby || closed) return;
    const child = start(heapMb);
    standby = child;
    child.once('exit', () => {
      if (standby === child) standby = null;
    });
    hold(child, false);
  };
  const take = (): Child => {
    const child = standby ?? start(heapMb);
    standby = null;
    hold(child, true);
    return child;
  };
  return {
    async examine(bytes, anchors) {
      if (bytes.length > limits.bytes) return { readable: false, reason: 'too-much' };
      await begin();
      try {
        return await examined(take(), bytes, anchors, withinMs);
      } finally {
        end();
        standBy();
      }
    },
    close() {
      closed = true;
      standby?.kill('SIGKILL');
    },
  };
}

type Child = ChildProcessByStdio<Writable, Readable, null>;

function start(heapMb: number): Child {
  const rights = ['--permission', `--allow-fs-read=${room}/*`, `--allow-fs-read=${dirname(room)}/package.json`];
  const args = [...rights, `--max-old-space-size=${heapMb}`, '--no-warnings', program];
  const child = spawn(process.execPath, args, { env: {}, stdio: ['pipe', 'pipe', 'ignore'] });
  child.on('error', () => {}); // it never lived: `close` or `exit` says so
  child.stdin.on('error', () => {}); // it died before it had read all: its end says so
  return child;
}

/** Whether this process lives as long as the other. */
function hold(child: Child, held: boolean): void {
  for (const one of [child, child.stdin as Socket, child.stdout as Socket]) held ? one.ref() : one.unref();
}

/** Gives a process its file and takes its report. */
function examined(child: Child, bytes: Buffer, { roots, now }: Anchors, withinMs: number): Promise<Examination> {
  return new Promise((resolve) => {
    const out: Buffer[] = [];
    let size = 0;
    let late = false;
    const clock = setTimeout(() => {
      late = true;
      child.kill('SIGKILL');
    }, withinMs);
    const done = (examination: Examination): void => {
      clearTimeout(clock);
      resolve(examination);
    };
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > reportBytes) child.kill('SIGKILL');
      else out.push(chunk);
    });
    child.on('error', () => done({ readable: false, reason: 'broke' }));
    child.on('close', (code) => {
      if (late) done({ readable: false, reason: 'took-too-long' });
      else done(code === 0 ? reportIn(Buffer.concat(out)) : { readable: false, reason: 'broke' });
    });
    child.stdin.write(`${JSON.stringify({ roots: roots.map((root) => root.toString('base64')), now: now.toISOString() })}\n`);
    child.stdin.end(bytes);
  });
}

/** What the process said. It is our own code's word, and yet what it says came of a stranger's file: only its form is trusted. */
function reportIn(said: Buffer): Examination {
  try {
    return JSON.parse(said.toString('utf8')) as Report;
  } catch {
    return { readable: false, reason: 'broke' };
  }
}
