import type { NextFunction, Request, Response } from 'express';
import { Prisma } from '../../prisma/generated/client.ts';
import type { Parts } from '../parts.ts';
import { languageOf } from './language.ts';
import { ProblemError, problemBody, unreadableBody } from './problem.ts';

const retryAfterSeconds = '5';
/** PostgreSQL: connection exceptions, shutdowns, too many connections. Node: nobody there, or gone in the middle. */
const awayCodes = /^(08|57P|53300|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|P1001|P1002|P1008|P1011|P1017|P2024|P2037)/;
const awayTexts =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Can't reach database|connection is (closed|ended)|Code: `(08|57P|53300)|database system is (starting up|shutting down|in recovery)/i;

/** Whether an error says that the database cannot be reached now. */
export function isAway(error: unknown, depth = 0): boolean {
  if (!(error instanceof Error) || depth > 4) return false;
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  if (typeof code === 'string' && awayCodes.test(code)) return true;
  if (error instanceof AggregateError && error.errors.some((inner) => isAway(inner, depth + 1))) return true;
  if (error instanceof Prisma.PrismaClientInitializationError) return true;
  const { meta } = error as { meta?: { driverAdapterError?: unknown } };
  return awayTexts.test(error.message) || isAway(cause, depth + 1) || isAway(meta?.driverAdapterError, depth + 1);
}

/** Any error as the problem that the caller is told. What is not known here is broken, and its details stay in the log. */
export function asProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (isAway(error)) return new ProblemError('away', {}, { 'Retry-After': retryAfterSeconds });
  if (error instanceof URIError) return new ProblemError('malformed');
  // What the readers of bodies say: some name its type, others only that it may be told.
  const { type, status, expose } = (error ?? {}) as { type?: unknown; status?: unknown; expose?: unknown };
  if (typeof status === 'number' && (typeof type === 'string' || expose === true)) {
    if (status === 413) return new ProblemError('too-large');
    if (status === 415) return new ProblemError('wrong-type');
    if (status < 500) return unreadableBody();
  }
  return new ProblemError('broken');
}

/** Writes a problem, unless the answer has already begun; then the connection ends, so that nobody takes half for the whole. */
export function sendProblem(error: ProblemError, request: Request, response: Response): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const body = problemBody(error, request.path, languageOf(request));
  response.status(error.status).set(error.headers).type('application/problem+json').send(JSON.stringify(body));
}

/** The last stop of every request that went wrong. */
export function failures(parts: Pick<Parts, 'log'>) {
  return (error: unknown, request: Request, response: Response, _next: NextFunction): void => {
    const problem = asProblem(error);
    if (problem.status === 500) parts.log.error({ err: error, requestId: response.getHeader('X-Request-Id') }, 'broken');
    else if (problem.status === 503)
      parts.log.warn({ requestId: response.getHeader('X-Request-Id'), code: (error as { code?: string }).code }, 'database away');
    sendProblem(problem, request, response);
  };
}
