import { pageText } from '../../../templates/page-texts.ts';
import type { Language } from '../../http/language.ts';
import { ProblemError } from '../../http/problem.ts';
import { sendAccountLetter } from '../../identity/account-mail.ts';
import { isPasswordOf, objectionToPassword, setPassword, shortestPassword } from '../../identity/new-password.ts';
import type { Parts } from '../../parts.ts';
import { type Page, type PageAnswer, page } from '../page.ts';

const here = '/account/password';

const formPage = (email: string, language: Language, problem: string | null = null, status = 200): PageAnswer => ({
  view: 'account/change-password',
  title: pageText('account.password.title', language),
  crumbs: [{ text: pageText('account.title', language), href: '/account' }, { text: pageText('account.password.title', language) }],
  status,
  model: { email, shortest: shortestPassword, problem },
});

const show = page({
  path: here,
  input: {},
  run: async ({ caller, language }, parts) => formPage((await personOf(caller.id, parts)).email, language),
});

const personOf = (id: string, { reader }: Parts) =>
  reader.person.findUniqueOrThrow({ where: { id }, select: { id: true, email: true, name: true } });

/** The old password is asked for, so that an open screen is not enough; sessions elsewhere end. */
const change = page({
  method: 'post',
  path: here,
  input: {},
  async run({ posted, caller, language }, parts) {
    const [former, password, again] = [posted.former, posted.password, posted.again].map((one) => (typeof one === 'string' ? one : '')) as [
      string,
      string,
      string,
    ];
    const person = await personOf(caller.id, parts);
    try {
      if (!(await isPasswordOf(caller.id, former.slice(0, 200), parts)))
        return formPage(person.email, language, 'account.password.wrong', 422);
    } catch (error) {
      if (error instanceof ProblemError && error.status === 429) return formPage(person.email, language, 'sign-in.too-many', 429);
      throw error;
    }
    const objection = former === password ? 'same-as-before' : objectionToPassword(password, again, person.email);
    if (objection) return formPage(person.email, language, `account.password.${objection}`, 422);
    await setPassword(caller.id, password, caller.tokenHash, parts);
    await sendAccountLetter('password-changed', person, {}, parts);
    return { redirect: '/account', flash: { kind: 'success', key: 'account.password.done' } };
  },
});

export const changePasswordPages: Page[] = [show, change];
