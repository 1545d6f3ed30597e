import { z } from 'zod';
import { pageText } from '../../../templates/page-texts.ts';
import type { Language } from '../../http/language.ts';
import { ProblemError } from '../../http/problem.ts';
import { openSession, proveByCode } from '../../identity/sign-in.ts';
import { ownPath } from '../own-path.ts';
import { openPage, type Page, type PageAnswer } from '../page.ts';
import { forgetHalfSignIn, halfSignedIn } from './half-sign-in.ts';

const codePage = (next: string, language: Language, problem: string | null = null, status = 200): PageAnswer => ({
  view: 'account/sign-in-code',
  title: pageText('account.code.title', language),
  status,
  model: { next, problem },
});
const again = (next: string): PageAnswer => ({ redirect: `/sign-in?next=${encodeURIComponent(next)}` });

const show = openPage({
  path: '/sign-in/code',
  input: { query: z.object({ next: z.string().max(2_000).optional() }) },
  async run({ query, caller, request, language }, parts) {
    const next = ownPath(query.next);
    if (caller) return { redirect: next };
    return halfSignedIn(request, parts) ? codePage(next, language) : again(next);
  },
});

const send = openPage({
  method: 'post',
  path: '/sign-in/code',
  input: {},
  async run({ posted, request, response, language }, parts) {
    const next = ownPath(posted.next);
    const half = halfSignedIn(request, parts);
    if (!half) return again(next);
    try {
      await proveByCode(half, typeof posted.code === 'string' ? posted.code.slice(0, 40) : '', parts);
    } catch (error) {
      if (!(error instanceof ProblemError) || (error.status !== 401 && error.status !== 429)) throw error;
      return codePage(next, language, error.status === 429 ? 'sign-in.too-many' : 'account.code.wrong', error.status);
    }
    forgetHalfSignIn(response, parts);
    await openSession(half.id, request, response, parts);
    return { redirect: next };
  },
});

export const signInCodePages: Page[] = [show, send];
