import type { Request, RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { ProblemError } from './problem.ts';

const address = (request: Request) => ipKeyGenerator(request.ip ?? '');

type Limit = { perMinutes: number; limit: number; key?: (request: Request) => string; onlyFailures?: boolean };

/** At most so many requests in some minutes, by address unless `key` says otherwise; more are 429 with Retry-After. */
export function limitRate({ perMinutes, limit, key = address, onlyFailures = false }: Limit): RequestHandler {
  const windowMs = perMinutes * 60_000;
  return rateLimit({
    windowMs,
    limit,
    keyGenerator: key,
    skipSuccessfulRequests: onlyFailures,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    validate: { trustProxy: false, xForwardedForHeader: false },
    handler: (_request, response, next) => {
      next(new ProblemError('too-many', {}, { 'Retry-After': String(response.getHeader('Retry-After') ?? Math.ceil(windowMs / 1000)) }));
    },
  });
}
