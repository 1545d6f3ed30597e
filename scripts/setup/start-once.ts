import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Command } from './command.ts';
import { stopProcess } from './process-table.ts';
import { SetupError } from './progress.ts';

/** A service that runs as a process of ours. */
export type Running = { child: ChildProcess; stop: () => Promise<void> };

/** Starts a program in a process group of its own (Ctrl-C in the terminal must not reach it before its turn), its output appended to a log. */
export function launch(command: Command, log: string): ChildProcess {
  mkdirSync(dirname(log), { recursive: true });
  const out = openSync(log, 'a');
  try {
    const { file, args, env, uid, gid } = command;
    return spawn(file, args, {
      env,
      stdio: ['ignore', out, out],
      detached: true,
      ...(uid === undefined ? {} : { uid }),
      ...(gid === undefined ? {} : { gid }),
    });
  } finally {
    closeSync(out);
  }
}

/** The last lines of a log, indented. */
export function lastLines(log: string, count = 8): string {
  try {
    return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-count).join('\n      ');
  } catch {
    return '(no log)';
  }
}

/** Starts a service and waits until it answers. It is not watched: for tests. */
export async function startOnce(
  name: string,
  command: Command,
  log: string,
  signal: NodeJS.Signals,
  answers: () => Promise<boolean>,
): Promise<Running> {
  const child = launch(command, log);
  const gone = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, killer) => resolve(`ended with ${killer ?? code}`));
  });
  let ended: string | undefined;
  gone.then((how) => {
    ended = how;
  });
  const stop = async () => {
    if (ended === undefined && child.pid !== undefined) await stopProcess(child.pid, signal, 15_000);
  };
  for (const until = Date.now() + 60_000; ; await pause(100)) {
    if (await answers()) return { child, stop };
    if (ended !== undefined || Date.now() > until) {
      await stop();
      throw new SetupError(`${name} ${ended ?? 'does not answer'}. Last lines of its log:\n      ${lastLines(log)}`, `See ${log}.`);
    }
  }
}
