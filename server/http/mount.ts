import type { Express, RequestHandler, Response } from 'express';
import type { Caller } from '../identity/caller.ts';
import type { Parts } from '../parts.ts';
import { jsonBody } from './body.ts';
import type { Answer, Endpoint } from './endpoint.ts';
import { languageOf } from './language.ts';
import { inTime, patienceMs } from './patience.ts';
import { waitOf } from './prefer.ts';
import { ProblemError } from './problem.ts';
import { readInput } from './read-input.ts';

/** How long a file may take to come in; the server itself cuts off what takes longer. */
const uploadMs = 120_000;

/** `/api/schemes/{id}` as the router writes it: `/api/schemes/:id`. */
const routed = (path: string) => path.replace(/\{(\w+)\}/g, ':$1');

/** Puts the endpoints at their addresses. An address answers other methods with 405 and says which it takes. */
export function mount(app: Express, endpoints: Endpoint[], parts: Parts): void {
  for (const [path, here] of Map.groupBy(endpoints, (one) => one.path)) {
    const route = app.route(routed(path));
    for (const one of here) route[one.method](...handlers(one, parts));
    const allow = [...here.flatMap(({ method }) => (method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()])), 'OPTIONS'].join(', ');
    route.options((_, response) => void response.set('Allow', allow).status(204).end());
    route.all(() => {
      throw new ProblemError('method-not-allowed', {}, { Allow: allow });
    });
  }
  app.use(() => {
    throw new ProblemError('not-found');
  });
}

function handlers(one: Endpoint, parts: Parts): RequestHandler[] {
  const note: RequestHandler = (_, response, next) => {
    response.locals.path = one.path;
    next();
  };
  const known: RequestHandler = async (request, response, next) => {
    response.locals.caller = one.access === 'open' ? null : await inTime(parts.identity.callerOf(request), response, patienceMs);
    next();
  };
  const run: RequestHandler = async (request, response) => {
    const language = languageOf(request);
    const read = readInput(one.input, request, language);
    const caller = response.locals.caller as Caller;
    const asked = waitOf(request.get('prefer')) ?? 0;
    const running = one.run({ ...read, caller, language, request, response } as Parameters<Endpoint['run']>[0], parts);
    const answer = await inTime(running, response, patienceMs + asked * 1_000 + (one.upload ? uploadMs : 0));
    send(answer, response);
  };
  return [note, known, ...(one.input.body ? [jsonBody(one.input.body, one.bodyBytes)] : []), run];
}

function send(answer: Answer, response: Response): void {
  if (answer === null) return;
  response.status(answer.status);
  if (response.locals.caller) response.set('Cache-Control', 'private, no-cache');
  if (answer.headers) response.set(answer.headers);
  if (answer.body === undefined) {
    response.end();
    return;
  }
  const body = Buffer.isBuffer(answer.body) ? answer.body : Buffer.from(answer.type ? String(answer.body) : JSON.stringify(answer.body));
  // Not by `send`, which would answer 304 where the entity tag is known: what is owed and who may act change without it.
  response
    .type(answer.type ?? 'application/json')
    .set('Content-Length', String(body.length))
    .end(body);
}
