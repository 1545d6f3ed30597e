import { Piscina } from 'piscina';
import type { PlanOfFile } from './read-plan.ts';
import type { SheetProblem } from './sheet-problem.ts';

const timeLimitMs = 30_000;
const threads = new Piscina<Uint8Array, PlanOfFile | SheetProblem>({
  filename: new URL('./read-plan.ts', import.meta.url).href,
  name: 'readPlan',
  minThreads: 0,
  maxThreads: 1,
  maxQueue: 16,
  idleTimeout: 10_000,
  resourceLimits: { maxOldGenerationSizeMb: 512 },
});

/** Reads a plan's annex in a thread of its own, bounded in time and memory: a hostile or huge table holds up nobody else. Rejects when it exceeds them. */
export const readPlanApart = (file: Uint8Array): Promise<PlanOfFile | SheetProblem> =>
  threads.run(file, { signal: AbortSignal.timeout(timeLimitMs) });
