import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** Memory that a process holds, in bytes: its share of what several hold counts in part where the system tells it. */
function residentBytes(pid: number): number {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) * 1024;
}

/** A process and all that it has started, and they. */
function processTree(pid: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), parentOf(name)] as const);
  const all = [pid];
  for (const one of all) all.push(...parents.flatMap(([child, parent]) => (parent === one ? [child] : [])));
  return all;
}

function parentOf(pid: string): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return 0; // gone meanwhile
  }
}

/** Memory of a process and all that it has started. */
export const treeBytes = (pid: number): number =>
  processTree(pid).reduce((sum, one) => {
    try {
      return sum + residentBytes(one);
    } catch {
      return sum; // gone meanwhile
    }
  }, 0);

export const megabytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`;

/** The least that a process holds within some seconds, so that what is only waiting to be collected counts little. */
export async function settledBytes(pid: number): Promise<number> {
  let least = residentBytes(pid);
  for (let i = 0; i < 10; i += 1) {
    await pause(400);
    least = Math.min(least, residentBytes(pid));
  }
  return least;
}
