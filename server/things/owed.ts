import { setTimeout as pause } from 'node:timers/promises';
import type { Parts } from '../parts.ts';

const firstPauseMs = 15;
const longestPauseMs = 150;

/** Waits until `done` says so, at most some seconds; answers early when the server stops. Gives whether it was done. */
export async function waitUntil(seconds: number, closing: AbortSignal, done: () => Promise<boolean>): Promise<boolean> {
  const end = performance.now() + seconds * 1000;
  for (let ms = firstPauseMs; ; ms = Math.min(ms * 1.5, longestPauseMs)) {
    if (await done()) return true;
    const left = end - performance.now();
    if (left <= 0 || closing.aborted) return false;
    await pause(Math.min(ms, left));
  }
}

/** Waits until nothing of a thing is owed any more. */
export const waitUntilNothingOwed = (
  id: string,
  seconds: number,
  { reader, closing }: Pick<Parts, 'reader' | 'closing'>,
): Promise<boolean> =>
  waitUntil(
    seconds,
    closing,
    async () => (await reader.owed.findFirst({ where: { thingId: id, doneAt: null }, select: { key: true } })) === null,
  );
