import type { Request, Response } from 'express';
import { languageOf } from '../http/language.ts';
import { ProblemError } from '../http/problem.ts';
import { readInput } from '../http/read-input.ts';
import type { Caller } from '../identity/caller.ts';
import type { Parts } from '../parts.ts';
import { isFragment } from './failure-page.ts';
import { type KeptForm, keptFormOf } from './kept-form.ts';
import type { Page, PageAnswer } from './page.ts';
import { nested } from './read-posted.ts';

/** Buttons that do more than send: what they would have done is not done unasked. */
const buttons = ['_discard', '_restore'];

/**
 * A page with what its reader had typed into its form when their sign-in ended: as the form shows itself where something is wrong with it,
 * nothing having been done. Null where nothing was kept of this page, or the form is not open to them any more.
 */
export async function shownAgain(
  one: Page,
  pages: Page[],
  caller: Caller,
  request: Request,
  response: Response,
  parts: Parts,
): Promise<PageAnswer> {
  if (one.method !== 'get' || isFragment(request)) return null;
  const kept = await keptFormOf(caller, request, response, parts);
  const [path = '', search = ''] = kept?.action.split('?') ?? [];
  if (!kept || (kept.back !== request.originalUrl && path !== request.path)) return null;
  const found = formAt(path, pages);
  if (!found) return null;
  const language = languageOf(request);
  const asked = Object.create(request, {
    params: { value: found.params },
    query: { value: Object.fromEntries(new URLSearchParams(search)) },
  });
  try {
    const input = readInput(found.form.input, asked, language);
    const given = { ...input, posted: postedIn(kept), caller, language, request, response };
    const answer = await found.form.run(given as unknown as Parameters<Page['run']>[0], parts);
    return answer && 'view' in answer ? { ...answer, status: 200 } : null;
  } catch (error) {
    if (error instanceof ProblemError) return null;
    throw error;
  }
}

const postedIn = ({ fields }: KeptForm): Record<string, unknown> => ({
  ...Object.fromEntries(Object.entries(nested(fields)).filter(([name]) => !buttons.includes(name))),
  _kept: '1',
});

/** The form that is sent to an address, and what the address says. */
function formAt(path: string, pages: Page[]): { form: Page; params: Record<string, string> } | null {
  for (const form of pages) {
    if (form.method !== 'post') continue;
    const names = [...form.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => String(name));
    const values = new RegExp(`^${form.path.replace(/\{\w+\}/g, '([^/]+)')}$`).exec(path)?.slice(1);
    if (!values) continue;
    return form.keeps ? { form, params: Object.fromEntries(names.map((name, at) => [name, decodeURIComponent(values[at] ?? '')])) } : null;
  }
  return null;
}
