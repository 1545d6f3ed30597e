import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { beganAt, isAlive } from '../setup/process-table.ts';
import { SetupError } from '../setup/progress.ts';

/** One process for good: numbers are used again, so its beginning is kept too. */
export const ProcessMark = z.object({ pid: z.int(), began: z.string().nullable() });
export type ProcessMark = z.infer<typeof ProcessMark>;

export function mark(pid: number): ProcessMark {
  return { pid, began: beganAt(pid) };
}

/** Whether the very process that was marked still runs. */
export function stillRuns(marked: ProcessMark): boolean {
  return isAlive(marked.pid) && (marked.began === null || marked.began === beganAt(marked.pid));
}

function owner(file: string): ProcessMark | null {
  try {
    return ProcessMark.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

/** Makes a file that is not there yet, with its whole content at once: nobody finds it empty and takes its owner for gone. */
function putWhole(file: string, content: string): void {
  const written = `${file}.of-${process.pid}`;
  writeFileSync(written, content);
  try {
    linkSync(written, file);
  } finally {
    rmSync(written, { force: true });
  }
}

/**
 * Makes this process the only one on a data folder; returns what gives it up. The file of a process that is gone is taken over.
 * @throws SetupError when another copy runs
 */
export function claimPidFile(file: string, folder: string): () => void {
  mkdirSync(dirname(file), { recursive: true });
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      putWhole(file, JSON.stringify(mark(process.pid)));
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      const other = owner(file);
      if (other !== null && stillRuns(other)) break;
      rmSync(file, { force: true });
    }
  }
  throw new SetupError(
    `Another copy runs on ${folder} (process ${owner(file)?.pid}).`,
    `Use that one, stop it (kill ${owner(file)?.pid}), or start a second system beside it: DATA_DIR=var2 PORT=3001 npm start`,
  );
}
