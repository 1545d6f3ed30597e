import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const own = new Set<string>();

/**
 * A folder of its own for one browser's profile and scratch files, below `home`. Folders of processes that are gone (killed, so that nobody tidied
 * up after them) are removed meanwhile.
 */
export function openProfile(home: string): { path: string; remove(): void } {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(home)) {
    if (isAbandoned(name)) rmSync(join(home, name), removing);
  }
  const path = mkdtempSync(join(home, `${process.pid}-`));
  own.add(path);
  return {
    path,
    remove() {
      own.delete(path);
      rmSync(path, removing);
    },
  };

  function isAbandoned(name: string): boolean {
    const pid = Number(/^(\d+)-/.exec(name)?.[1]);
    if (!Number.isInteger(pid)) return false;
    return pid === process.pid ? !own.has(join(home, name)) : !isRunning(pid);
  }
}

/** A browser that is just ending may still write: tried again for a moment. */
const removing = { recursive: true, force: true, maxRetries: 5, retryDelay: 50 };

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
