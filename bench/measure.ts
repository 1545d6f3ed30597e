import { setTimeout as pause } from 'node:timers/promises';

/** One line of a report. `met` is null where nothing was promised and the figure is only told. */
export type Row = { what: string; figure: string; baseline: string; ratio: string; target: string; met: boolean | null };
/** What a part of the benchmark found: its lines, and what one has to know to read them. */
export type Finding = { rows: Row[]; notes: string[] };

/** The value below which so many per cent of all lie (nearest rank). @throws RangeError where there are none */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)];
  if (found === undefined) throw new RangeError('There is nothing to take a percentile of.');
  return found;
}
export const median = (values: readonly number[]): number => percentile(values, 50);

/** How long some work takes, in milliseconds. */
export async function took(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** So many a second: some at once, each so many times. */
export async function perSecondOf(atOnce: number, each: number, work: () => Promise<unknown>): Promise<number> {
  const line = async () => {
    for (let i = 0; i < each; i += 1) await work();
  };
  return (atOnce * each * 1000) / (await took(() => Promise.all(Array.from({ length: atOnce }, line))));
}

/** Looks again and again until `done`; fails with what it was waiting for. */
export async function until(what: string, done: () => Promise<boolean>, withinMs = 120_000): Promise<void> {
  for (const end = Date.now() + withinMs; !(await done()); await pause(50)) {
    if (Date.now() > end) throw new Error(`Waited ${Math.round(withinMs / 1000)} s in vain: ${what}.`);
  }
}

export const ms = (value: number): string => (value < 10 ? `${value.toFixed(2)} ms` : `${Math.round(value)} ms`);
export const seconds = (value: number): string => `${(value / 1000).toFixed(1)} s`;
export const perSecond = (value: number): string => `${value < 100 ? value.toFixed(1) : Math.round(value)}/s`;
export const times = (value: number): string => `${value.toFixed(value < 10 ? 2 : 1)}×`;
export const share = (value: number): string => `${(value * 100).toFixed(1)} %`;
