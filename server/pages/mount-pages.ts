import type { Express, Request, RequestHandler, Response } from 'express';
import { renderPage, renderView } from '../../templates/pages.ts';
import { languageOf } from '../http/language.ts';
import { inTime, patienceMs } from '../http/patience.ts';
import { ProblemError } from '../http/problem.ts';
import { readInput } from '../http/read-input.ts';
import type { Caller } from '../identity/caller.ts';
import type { Parts } from '../parts.ts';
import { mountAssets } from './assets.ts';
import { failPage, isFragment, pageOf } from './failure-page.ts';
import { keepFlash, takeFlash } from './flash.ts';
import { keepForm, noteSent } from './kept-form.ts';
import type { Flash, Page, PageAnswer, Posted } from './page.ts';
import { readPosted } from './read-posted.ts';
import { shellOf } from './shell.ts';
import { shownAgain } from './shown-again.ts';

/** How long a form with files may take to come in. */
const uploadMs = 120_000;
const routed = (path: string) => path.replace(/\{(\w+)\}/g, ':$1');

/** Puts the pages at their addresses. What goes wrong in one is told as a page. */
export function mountPages(app: Express, pages: Page[], parts: Parts): void {
  mountAssets(app);
  for (const one of pages) app[one.method](routed(one.path), handler(one, pages, parts));
}

function handler(one: Page, pages: Page[], parts: Parts): RequestHandler {
  return async (request, response) => {
    response.locals.path = one.path;
    let caller: Caller | null = null;
    try {
      caller = await callerOf(one, request, response, parts);
      const language = languageOf(request);
      const { params, query } = readInput(one.input, request, language);
      const posted: Posted = one.method === 'post' ? await readPosted(request, caller, one.files === true, parts) : {};
      const seq = await seqOf(one, request, parts);
      const asked = { params, query, posted, caller, language, request, response } as unknown as Parameters<Page['run']>[0];
      const again = caller && (await shownAgain(one, pages, caller, request, response, parts));
      const answer = again ?? (await inTime(one.run(asked, parts), response, patienceMs + (one.files ? uploadMs : 0)));
      if (one.keeps) await noteSent(request, response, parts);
      await send(answer, caller, seq, again ? keptTyped : null, request, response, parts);
    } catch (error) {
      if (one.keeps && !caller && needsSignIn(error) && !isFragment(request))
        await inTime(keepForm(pageOf(request), request, response, parts), response, uploadMs).catch((failed: unknown) =>
          parts.log.error({ err: failed }, 'form not kept'),
        );
      await failPage(error, caller, request, response, parts);
    }
  };
}

async function callerOf(one: Page, request: Request, response: Response, parts: Parts): Promise<Caller | null> {
  const known = inTime(parts.identity.callerOf(request), response, patienceMs);
  if (one.access === 'signed-in') return known;
  return known.catch((error: unknown) => {
    if (needsSignIn(error)) return null;
    throw error;
  });
}

const needsSignIn = (error: unknown): boolean => error instanceof ProblemError && error.status === 401;
const keptTyped: Flash = { kind: 'warning', key: 'shell.kept-typed' };

/** The newest sequence of the thing that a page shows, read before it: the page knows at least that. */
async function seqOf({ method }: Page, { params: { id } }: Request, { reader }: Parts): Promise<number | null> {
  if (method !== 'get' || typeof id !== 'string') return null;
  return (await reader.thing.findUnique({ where: { id }, select: { seq: true } }))?.seq ?? null;
}

async function send(
  answer: PageAnswer,
  caller: Caller | null,
  seq: number | null,
  said: Flash | null,
  request: Request,
  response: Response,
  parts: Parts,
): Promise<void> {
  if (answer === null) return;
  const language = languageOf(request);
  response.set('Cache-Control', 'private, no-store').vary('Accept-Language').vary('Cookie').vary('HX-Request');
  if ('redirect' in answer) {
    if (answer.flash) keepFlash(answer.flash, response);
    if (isFragment(request)) response.status(204).set('HX-Redirect', answer.redirect).end();
    else response.redirect(303, answer.redirect);
    return;
  }
  if ('file' in answer) {
    if (answer.name) response.attachment(answer.name);
    response.type(answer.type).send(answer.file);
    return;
  }
  if ('fragment' in answer) {
    if (answer.headers) response.set(answer.headers);
    html(renderView(answer.fragment, answer.model, language), answer.status ?? 200, response);
    return;
  }
  const flash = takeFlash(request, response) ?? said;
  const { title, nav, crumbs, wide, scripts } = answer;
  const shell = await shellOf({ caller, language, title, nav, crumbs, wide, scripts, flash, seq, here: request.originalUrl }, parts);
  html(renderPage(shell, renderView(answer.view, answer.model, language), language), answer.status ?? 200, response);
}

function html(text: string, status: number, response: Response): void {
  response.status(status).type('text/html; charset=utf-8').send(text);
}
