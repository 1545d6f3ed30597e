import type { NextFunction, Request, Response } from 'express';
import { findPageText } from '../../templates/page-texts.ts';
import { renderPage, renderView } from '../../templates/pages.ts';
import { asProblem } from '../http/failure.ts';
import { languageOf } from '../http/language.ts';
import { type ProblemCode, problemBody } from '../http/problem.ts';
import type { Caller } from '../identity/caller.ts';
import type { Parts } from '../parts.ts';
import { shellOf } from './shell.ts';

/** Whether a piece of a page is asked for by a page that is open. */
export const isFragment = (request: Request): boolean => request.get('HX-Request') === 'true' && request.get('HX-Boosted') !== 'true';

/** What may have been recorded all the same: nobody knows before it is looked up. */
const uncertain = new Set<ProblemCode>(['away', 'broken']);
/** What passes by itself, so that the same may be tried again. */
const passing = new Set<ProblemCode>(['away', 'busy', 'broken', 'too-many']);

/** What went wrong, as a page: what happened, what was kept, and what to do. Whoever has not signed in, or no longer is, is led there and back. */
export async function failPage(error: unknown, caller: Caller | null, request: Request, response: Response, parts: Parts): Promise<void> {
  const problem = asProblem(error);
  if (response.headersSent) {
    response.destroy();
    return;
  }
  if (problem.status === 500) parts.log.error({ err: error, requestId: response.getHeader('X-Request-Id') }, 'broken');
  response.set('Cache-Control', 'private, no-store').set(problem.headers);
  if (problem.code === 'not-signed-in') {
    leadToSignIn(request, response);
    return;
  }
  const language = languageOf(request);
  const { code } = problem;
  const body = problemBody(problem, request.path, language);
  const posted = request.method === 'POST';
  const content = renderView(
    'error',
    {
      status: problem.status,
      happened: findPageText(`error.say.${code}`, language) ?? body.detail,
      advice: findPageText(`error.do.${code}`, language) ?? null,
      errors: body.errors ?? [],
      legalBasis: body.legalBasis ?? null,
      kept: posted ? (uncertain.has(code) ? 'maybe' : 'nothing') : null,
      retrySeconds: Number(problem.headers['Retry-After']) || null,
      again: passing.has(code) && !posted ? request.originalUrl : null,
      signedIn: caller !== null,
      requestId: String(response.getHeader('X-Request-Id') ?? ''),
    },
    language,
  );
  // The frame asks the database too, which may be what is away.
  const shell = await shellOf({ caller, language, title: body.title, here: '/' }, parts).catch(() =>
    shellOf({ caller: null, language, title: body.title, here: '/' }, withoutDatabase(parts)),
  );
  response
    .status(problem.status)
    .type('text/html; charset=utf-8')
    .send(isFragment(request) ? content : renderPage(shell, content, language));
}

/** The last stop of a browser's request that went wrong outside of the pages: an address that is not there, too many requests, a file that is too large. */
export function failuresAsPages(parts: Parts) {
  return (error: unknown, request: Request, response: Response, next: NextFunction): void => {
    if (response.headersSent || request.path.startsWith('/api/') || request.accepts(['json', 'html']) !== 'html') {
      next(error);
      return;
    }
    parts.identity
      .callerOf(request)
      .catch(() => null)
      .then((caller) => failPage(error, caller, request, response, parts))
      .catch(next);
  };
}

function leadToSignIn(request: Request, response: Response): void {
  response.removeHeader('WWW-Authenticate');
  const to = `/sign-in?next=${encodeURIComponent(pageOf(request))}`;
  if (isFragment(request)) response.status(401).set('HX-Redirect', to).end();
  else response.redirect(303, to);
}

/** The page that is asked for, or on which stands what was sent. */
export const pageOf = (request: Request): string =>
  request.method === 'GET' && !isFragment(request)
    ? request.originalUrl
    : (pathOf(request.get('HX-Current-URL') ?? request.get('referer')) ?? '/');

const withoutDatabase = (parts: Parts): Parts => ({ ...parts, time: { ...parts.time, now: async () => new Date().toISOString() } });

/** Path and query of an address, if it can be read. */
const pathOf = (address: string | undefined): string | null => {
  if (!address || !URL.canParse(address)) return null;
  const { pathname, search } = new URL(address);
  return pathname + search;
};
