import type { Response } from 'express';
import { ProblemError } from './problem.ts';

/** How long an answer may take beside what the caller wants to wait: a database that is there and says nothing is away too. */
export const patienceMs = 20_000;

/**
 * What the work gives, or 503 with Retry-After when it has given nothing in time. The work itself goes on: a command under its key is then
 * found done, or is done. An answer that has begun to flow is let flow.
 */
export function inTime<T>(work: Promise<T>, response: Pick<Response, 'headersSent'>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      if (!response.headersSent) reject(new ProblemError('away', {}, { 'Retry-After': '5' }));
    }, ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
