import type { ChildProcess } from 'node:child_process';
import { existsSync, renameSync, statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Command } from '../setup/command.ts';
import { stopProcess } from '../setup/process-table.ts';
import { duration, SetupError, say } from '../setup/progress.ts';
import { lastLines, launch } from '../setup/start-once.ts';

/** A process that is started again whenever it dies. */
export type Kept = {
  name: string;
  /** Waits until it answers. Throws a SetupError when it keeps dying or does not answer in time. */
  ready: (answers: () => Promise<boolean>, withinMs: number) => Promise<void>;
  stop: () => Promise<void>;
};

type Options = {
  name: string;
  command: Command;
  log: string;
  stopSignal: NodeJS.Signals;
  stopWithinMs: number;
  /** Told of each process that is started. */
  started: (pid: number) => void;
  /** The pause before the first restart; each further one is twice as long. */
  firstPauseMs?: number;
  /** What must be done before a dead one is started again. */
  beforeRestart?: () => Promise<void>;
};

const longestPauseMs = 30_000;
/** Who ran this long was well: its next pause is the shortest again. */
const wellAfterMs = 30_000;
const deathsBeforeGivingUp = 4;
const largestLog = 20 * 1024 * 1024;

/** Starts a process and keeps it running, with growing pauses where it dies again and again. */
export function keepRunning(options: Options): Kept {
  const { name, log, firstPauseMs = 500 } = options;
  const gone = new AbortController();
  let child: ChildProcess | undefined;
  let deaths = 0;
  if (existsSync(log) && statSync(log).size > largestLog) renameSync(log, `${log}.1`);

  function start(): void {
    const began = Date.now();
    const process = launch(options.command, log);
    child = process;
    if (process.pid !== undefined) options.started(process.pid);
    let ended = false;
    const end = (how: string) => {
      if (ended) return;
      ended = true;
      child = undefined;
      if (!gone.signal.aborted) void again(how, Date.now() - began);
    };
    process.once('error', (error) => end(error.message));
    process.once('exit', (code, signal) => end(signal === null ? `ended with code ${code}` : `was ended by ${signal}`));
  }

  async function again(how: string, ranMs: number): Promise<void> {
    deaths = ranMs > wellAfterMs ? 1 : deaths + 1;
    const waitMs = Math.min(longestPauseMs, firstPauseMs * 2 ** (deaths - 1));
    say(`  ! ${name} ${how} after ${duration(ranMs)}; starting it again in ${duration(waitMs)} (${log})`);
    try {
      await pause(waitMs, undefined, { signal: gone.signal });
      await options.beforeRestart?.();
    } catch (error) {
      if (!gone.signal.aborted) say(`  ! ${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
    if (!gone.signal.aborted) start();
  }

  start();
  return {
    name,
    async ready(answers, withinMs) {
      for (const until = Date.now() + withinMs; ; await pause(100)) {
        if (gone.signal.aborted || (await answers())) return;
        const dying = deaths >= deathsBeforeGivingUp;
        if (dying || Date.now() > until) {
          const why = dying ? 'dies again and again' : `does not answer within ${duration(withinMs)}`;
          throw new SetupError(`${name} ${why}. Last lines of its log:\n      ${lastLines(log)}`, `See ${log}.`);
        }
      }
    },
    async stop() {
      gone.abort();
      if (child?.pid === undefined) return;
      const killed = await stopProcess(child.pid, options.stopSignal, options.stopWithinMs);
      if (killed) say(`  ! ${name} did not stop within ${duration(options.stopWithinMs)} and was killed`);
    },
  };
}
