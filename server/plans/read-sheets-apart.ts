import { Piscina } from 'piscina';
import type { Sheets } from './read-sheet.ts';
import { type SheetProblem, sheetProblem } from './sheet-problem.ts';

const timeLimitMs = 15_000;
const threads = new Piscina<Uint8Array, Sheets | SheetProblem>({
  filename: new URL('./read-sheet.ts', import.meta.url).href,
  name: 'readSheets',
  minThreads: 0,
  maxThreads: 1,
  maxQueue: 16,
  idleTimeout: 10_000,
  resourceLimits: { maxOldGenerationSizeMb: 512 },
});

/** Reads the sheets of a table file in a thread of its own, bounded in time and memory. What exceeds the bounds is a problem too: too big. */
export const readSheetsApart = (file: Uint8Array): Promise<Sheets | SheetProblem> =>
  threads.run(file, { signal: AbortSignal.timeout(timeLimitMs) }).catch(() => sheetProblem('too-big'));
