import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { stopProcess } from '../setup/process-table.ts';
import { writeWhole } from '../setup/write-whole.ts';
import { mark, ProcessMark, stillRuns } from './pid-file.ts';

const Children = z.record(z.string(), ProcessMark);
type Children = z.infer<typeof Children>;

function read(file: string): Children {
  try {
    return Children.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return {};
  }
}

/** Notes a process that was started, so that it can be found should its supervisor be killed, also in the middle of this. */
export function noteChild(file: string, name: string, pid: number): void {
  writeWhole(file, JSON.stringify({ ...read(file), [name]: mark(pid) }));
}

/** Stops what a killed supervisor left running; returns the names. PostgreSQL ends quickest by SIGINT, the others by SIGTERM. */
export async function stopOrphans(file: string): Promise<string[]> {
  const left = Object.entries(read(file)).filter(([, marked]) => stillRuns(marked));
  await Promise.all(left.map(([name, { pid }]) => stopProcess(pid, name === 'postgres' ? 'SIGINT' : 'SIGTERM', 15_000)));
  return left.map(([name]) => name);
}
