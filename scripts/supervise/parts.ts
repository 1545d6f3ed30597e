import { z } from 'zod';
import { SetupError } from '../setup/progress.ts';

const names = ['postgres', 'temporal', 'authority', 'server', 'worker', 'render-worker'] as const;
const Part = z.enum(names);
export type Part = z.infer<typeof Part>;

/** Which parts to start: all, or those named in START_ONLY, e.g. `postgres,temporal`. */
export function partsToStart(only: string | undefined): Set<Part> {
  if (!only?.trim()) return new Set(names);
  const read = z.array(Part).safeParse(only.split(',').map((name) => name.trim()));
  if (!read.success) throw new SetupError(`START_ONLY=${only} names a part that does not exist.`, `The parts are ${names.join(', ')}.`);
  return new Set(read.data);
}
