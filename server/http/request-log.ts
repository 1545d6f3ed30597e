import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Caller } from '../identity/caller.ts';
import type { Parts } from '../parts.ts';

const given = /^[\w.-]{8,64}$/;

/**
 * Gives every request a number, and writes one line when it is answered: what kind of request, by whom (id alone), how it ended, how long
 * it took. Addresses are written as their pattern: neither bodies nor names nor search words get into the log.
 */
export function requestLog({ log, metrics }: Pick<Parts, 'log' | 'metrics'>): RequestHandler {
  return (request, response, next) => {
    const began = performance.now();
    const asked = request.headers['x-request-id'];
    const requestId = typeof asked === 'string' && given.test(asked) ? asked : randomUUID();
    response.setHeader('X-Request-Id', requestId);
    response.on('close', () => {
      const ms = performance.now() - began;
      const path = typeof response.locals.path === 'string' ? response.locals.path : 'other';
      const status = response.statusCode;
      metrics.answered(request.method, path, status, ms);
      const actor = (response.locals.caller as Caller | null | undefined)?.id;
      const line = {
        requestId,
        method: request.method,
        path,
        status,
        ms: Math.round(ms * 10) / 10,
        ...(actor && { actor }),
        ...(!response.writableFinished && { aborted: true }),
      };
      if (status >= 500) log.warn(line, 'answered');
      else log.info(line, 'answered');
    });
    next();
  };
}
