import QRCode from 'qrcode';
import { pageText } from '../../../templates/page-texts.ts';
import type { Language } from '../../http/language.ts';
import { ProblemError } from '../../http/problem.ts';
import { sendAccountLetter } from '../../identity/account-mail.ts';
import type { Caller } from '../../identity/caller.ts';
import { isPasswordOf } from '../../identity/new-password.ts';
import {
  beginSecondFactor,
  confirmSecondFactor,
  type Enrolment,
  endSecondFactor,
  enrolmentOf,
  secondFactorOf,
} from '../../identity/second-factor.ts';
import type { Parts } from '../../parts.ts';
import { type Page, type PageAnswer, type Posted, page } from '../page.ts';

const here = '/account/second-factor';
const text = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 200) : '');

type Shown = { problem?: string | null; status?: number; codes?: string[] | null };

async function factorPage(
  caller: Caller,
  language: Language,
  parts: Parts,
  { problem = null, status = 200, codes = null }: Shown = {},
): Promise<PageAnswer> {
  const { email } = await parts.reader.person.findUniqueOrThrow({ where: { id: caller.id }, select: { email: true } });
  const [{ state, codesLeft }, enrolment] = await Promise.all([secondFactorOf(caller.id, parts), enrolmentOf(caller.id, email, parts)]);
  const title = pageText('account.factor.title', language);
  return {
    view: 'account/second-factor',
    title,
    crumbs: [{ text: pageText('account.title', language), href: '/account' }, { text: title }],
    status,
    model: {
      email,
      isOn: state === 'on',
      codesLeft,
      enrolment: enrolment && { ...enrolment, image: await imageOf(enrolment) },
      problem,
      codes,
    },
  };
}

/** The link as a QR code, drawn here: the secret goes to no other server. */
const imageOf = async ({ link }: Enrolment): Promise<string> =>
  `data:image/svg+xml;base64,${Buffer.from(await QRCode.toString(link, { type: 'svg', margin: 1 })).toString('base64')}`;

const show = page({ path: here, input: {}, run: async ({ caller, language }, parts) => factorPage(caller, language, parts) });

/** What changes the second factor asks for the password first. The problem to show, or null. */
async function objection(posted: Posted, caller: Caller, parts: Parts): Promise<{ problem: string; status: number } | null> {
  try {
    return (await isPasswordOf(caller.id, text(posted.password), parts)) ? null : { problem: 'account.password.wrong', status: 422 };
  } catch (error) {
    if (error instanceof ProblemError && error.status === 429) return { problem: 'sign-in.too-many', status: 429 };
    throw error;
  }
}

const tell = async (kind: 'factor-on' | 'factor-off', caller: Caller, parts: Parts): Promise<void> => {
  const person = await parts.reader.person.findUniqueOrThrow({ where: { id: caller.id }, select: { id: true, email: true, name: true } });
  await sendAccountLetter(kind, person, {}, parts);
};

const begin = page({
  method: 'post',
  path: `${here}/begin`,
  input: {},
  async run({ posted, caller, language }, parts) {
    const wrong = await objection(posted, caller, parts);
    if (wrong) return factorPage(caller, language, parts, wrong);
    await beginSecondFactor(caller.id, parts);
    return { redirect: here };
  },
});

const confirm = page({
  method: 'post',
  path: `${here}/confirm`,
  input: {},
  async run({ posted, caller, language }, parts) {
    const codes = await confirmSecondFactor(caller.id, text(posted.code), parts);
    if (!codes) return factorPage(caller, language, parts, { problem: 'account.code.wrong', status: 422 });
    await tell('factor-on', caller, parts);
    return factorPage(caller, language, parts, { codes });
  },
});

const end = page({
  method: 'post',
  path: `${here}/end`,
  input: {},
  async run({ posted, caller, language }, parts) {
    const wrong = await objection(posted, caller, parts);
    if (wrong) return factorPage(caller, language, parts, wrong);
    await endSecondFactor(caller.id, parts);
    await tell('factor-off', caller, parts);
    return { redirect: '/account', flash: { kind: 'success', key: 'account.factor.ended' } };
  },
});

export const secondFactorPages: Page[] = [show, begin, confirm, end];
