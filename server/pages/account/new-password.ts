import { z } from 'zod';
import { pageText } from '../../../templates/page-texts.ts';
import type { Language } from '../../http/language.ts';
import { objectionToPassword, type PasswordObjection, shortestPassword } from '../../identity/new-password.ts';
import { ownerOfReset, resetPassword } from '../../identity/password-reset.ts';
import { openPage, type Page, type PageAnswer } from '../page.ts';

const Token = z.string().regex(/^[\w-]{20,100}$/);

const formPage = (
  token: string,
  { name, email }: { name: string; email: string },
  language: Language,
  objection: PasswordObjection | null = null,
): PageAnswer => ({
  view: 'account/new-password',
  title: pageText('account.new-password.title', language),
  status: objection ? 422 : 200,
  model: { token, name, email, shortest: shortestPassword, problem: objection && `account.password.${objection}` },
});
const gonePage = (language: Language): PageAnswer => ({
  view: 'account/new-password-gone',
  title: pageText('account.new-password.gone-title', language),
  status: 410,
  model: {},
});

const show = openPage({
  path: '/new-password',
  input: { query: z.object({ token: z.string().max(200).optional() }) },
  async run({ query, language }, parts) {
    const token = Token.safeParse(query.token);
    const owner = token.success ? await ownerOfReset(token.data, parts) : null;
    return token.success && owner ? formPage(token.data, owner, language) : gonePage(language);
  },
});

const set = openPage({
  method: 'post',
  path: '/new-password',
  input: {},
  async run({ posted, language }, parts) {
    const token = Token.safeParse(posted.token);
    const owner = token.success ? await ownerOfReset(token.data, parts) : null;
    if (!token.success || !owner) return gonePage(language);
    const [password, again] = [posted.password, posted.again].map((one) => (typeof one === 'string' ? one : '')) as [string, string];
    const objection = objectionToPassword(password, again, owner.email);
    if (objection) return formPage(token.data, owner, language, objection);
    if (!(await resetPassword(token.data, password, parts))) return gonePage(language);
    return { redirect: '/sign-in', flash: { kind: 'success', key: 'account.new-password.done' } };
  },
});

export const newPasswordPages: Page[] = [show, set];
