import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** Whether a process with this number exists (a zombie does not count). */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  return stat(pid)?.[0] !== 'Z';
}

/** Fields of /proc/PID/stat from the state on; undefined where there is no such file. */
function stat(pid: number): string[] | undefined {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return line.slice(line.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

/** When the process began, in ticks since the machine did: with the number it names one process for good. Null where that cannot be known. */
export function beganAt(pid: number): string | null {
  return stat(pid)?.[19] ?? null;
}

/** Sends a signal, waits, and kills what has not ended in time. Returns whether it had to be killed. */
export async function stopProcess(pid: number, signal: NodeJS.Signals, withinMs: number): Promise<boolean> {
  const send = (what: NodeJS.Signals) => {
    try {
      process.kill(pid, what);
    } catch {
      // Gone already.
    }
  };
  send(signal);
  for (const until = Date.now() + withinMs; Date.now() < until; await pause(50)) if (!isAlive(pid)) return false;
  send('SIGKILL');
  return true;
}
