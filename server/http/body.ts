import { isUtf8 } from 'node:buffer';
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import type { z } from 'zod';
import { ProblemError, unreadableBody } from './problem.ts';

/** What a body may have at most, in bytes. */
const limitBytes = 1_000_000;

const hasBody = (request: Request) =>
  request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;

/** Whether a body may be left out: then it counts as `{}`. */
export const bodyIsOptional = (schema: z.ZodType): boolean => schema.safeParse({}).success;

/** What is no UTF-8 would be read with signs of replacement in it, and kept so: it is malformed. */
function verify(_request: unknown, _response: unknown, body: Buffer, encoding: string): void {
  if (encoding === 'utf-8' && !isUtf8(body)) throw unreadableBody();
}

/** Reads a JSON body of at most 1 MB, or as many bytes as the endpoint takes. Other types are 415, a larger one 413, what is no JSON 400. */
export function jsonBody(schema: z.ZodType, limit = limitBytes): RequestHandler {
  const parse = express.json({ limit, type: () => true, strict: false, verify });
  const optional = bodyIsOptional(schema);
  return (request: Request, response: Response, next: NextFunction) => {
    if (!hasBody(request)) {
      if (optional) request.body = {};
      next();
      return;
    }
    if (!request.is('application/json')) {
      next(new ProblemError('wrong-type'));
      return;
    }
    parse(request, response, next);
  };
}
