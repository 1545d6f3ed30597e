import { pageText } from '../../../templates/page-texts.ts';
import { positionsOf } from '../../identity/positions-of.ts';
import { secondFactorOf } from '../../identity/second-factor.ts';
import { sessionsOf } from '../../identity/sessions.ts';
import { type Page, page } from '../page.ts';

/** Who one is here: positions, language, sessions, password and second factor. */
const show = page({
  path: '/account',
  input: {},
  async run({ caller, language }, parts) {
    const [person, positions, sessions, factor] = await Promise.all([
      parts.reader.person.findUniqueOrThrow({ where: { id: caller.id }, select: { name: true, email: true } }),
      positionsOf(caller, language, parts),
      sessionsOf(caller.id, caller.tokenHash, parts),
      secondFactorOf(caller.id, parts),
    ]);
    return {
      view: 'account/account',
      title: pageText('account.title', language),
      model: {
        person,
        positions,
        sessions: sessions.map((one) => ({ ...one, called: calledOf(one.browser, language) })),
        hasOthers: sessions.length > 1,
        factor: { on: factor.state === 'on', begun: factor.state === 'begun', codesLeft: factor.codesLeft },
        languages: (['vi', 'en'] as const).map((one) => ({ code: one, current: one === language })),
      },
    };
  },
});

/** "Chrome trên Windows", as far as the browser said so. */
function calledOf({ browser, system }: { browser: string | null; system: string | null }, language: 'vi' | 'en'): string {
  if (browser && system) return pageText('account.session.browser', language, { browser, system });
  return browser ?? system ?? pageText('account.session.unknown', language);
}

export const accountPage: Page[] = [show];
