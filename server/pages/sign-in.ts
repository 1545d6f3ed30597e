import { z } from 'zod';
import { pageText } from '../../templates/page-texts.ts';
import { type Language, languageCookie } from '../http/language.ts';
import { ProblemError } from '../http/problem.ts';
import { openSession, recognise } from '../identity/sign-in.ts';
import { closeSession } from '../identity/sign-out.ts';
import type { Parts } from '../parts.ts';
import { keepHalfSignIn } from './account/half-sign-in.ts';
import { ownPath } from './own-path.ts';
import { openPage, type Page, type PageAnswer } from './page.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const sampleDomain = '@mau.test';
const year = 365 * 24 * 3_600_000;

type Shown = { next: string; expired?: boolean; email?: string; problem?: string; status?: number };

async function signInPage(
  { next, expired = false, email = '', problem, status = 200 }: Shown,
  language: Language,
  parts: Parts,
): Promise<PageAnswer> {
  const persons = parts.committing.rehearsal ? await samplePersons(parts) : [];
  return {
    view: 'sign-in',
    title: pageText('sign-in.title', language),
    status,
    model: { next, expired, email, problem: problem ?? null, persons },
  };
}

/** The invented persons of a rehearsal, by whom one may come in with a click. */
async function samplePersons({ reader }: Parts): Promise<{ email: string; name: string; titles: string }[]> {
  const found = await reader.person.findMany({
    where: { email: { endsWith: sampleDomain } },
    select: { email: true, name: true, positions: { select: { title: true, organisation: { select: { shortName: true } } } } },
    orderBy: { email: 'asc' },
  });
  return found.map(({ email, name, positions }) => ({
    email,
    name,
    titles: positions.map(({ title, organisation }) => `${title}, ${organisation.shortName}`).join('; '),
  }));
}

const show = openPage({
  path: '/sign-in',
  input: { query: z.object({ next: z.string().max(2_000).optional() }) },
  async run({ query, caller, language }, parts) {
    const next = ownPath(query.next);
    if (caller) return { redirect: next };
    return signInPage({ next, expired: query.next !== undefined && next !== '/' }, language, parts);
  },
});

const enter = openPage({
  method: 'post',
  path: '/sign-in',
  input: {},
  async run({ posted, language, request, response }, parts) {
    const next = ownPath(posted.next);
    const email = text(posted.email).slice(0, 200);
    try {
      const person = await recognise(email, text(posted.password).slice(0, 200), parts);
      if (person.needsCode) {
        keepHalfSignIn(person, response, parts);
        return { redirect: `/sign-in/code?next=${encodeURIComponent(next)}` };
      }
      await openSession(person.id, request, response, parts);
      return { redirect: next };
    } catch (error) {
      if (!(error instanceof ProblemError) || (error.status !== 401 && error.status !== 429)) throw error;
      const problem = error.status === 429 ? 'sign-in.too-many' : 'sign-in.failed';
      return signInPage({ next, email, problem, status: error.status }, language, parts);
    }
  },
});

/** Comes in as a sample person without a password: in a rehearsal only, where everybody knows it anyway. */
const enterAsSample = openPage({
  method: 'post',
  path: '/sign-in/demo',
  input: {},
  async run({ posted, request, response }, parts) {
    const email = text(posted.email);
    if (!parts.committing.rehearsal || !email.endsWith(sampleDomain)) throw new ProblemError('not-found');
    const person = await parts.reader.person.findUnique({ where: { email }, select: { id: true } });
    if (!person) throw new ProblemError('not-found');
    await openSession(person.id, request, response, parts);
    return { redirect: ownPath(posted.next) };
  },
});

const leave = openPage({
  method: 'post',
  path: '/sign-out',
  input: {},
  async run({ request, response }, parts) {
    await closeSession(request, response, parts);
    return { redirect: '/sign-in' };
  },
});

const speak = openPage({
  method: 'post',
  path: '/language',
  input: {},
  async run({ posted, response }, { environment: { publicUrl } }) {
    const language = posted.language === 'en' ? 'en' : 'vi';
    response.cookie(languageCookie, language, { sameSite: 'lax', secure: publicUrl.startsWith('https:'), path: '/', maxAge: year });
    return { redirect: ownPath(posted.next) };
  },
});

export const signInPages: Page[] = [show, enter, enterAsSample, leave, speak];
