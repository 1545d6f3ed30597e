import { pageText } from '../../../templates/page-texts.ts';
import { askForReset } from '../../identity/password-reset.ts';
import { openPage, type Page } from '../page.ts';

const show = openPage({
  path: '/forgotten',
  input: {},
  run: async ({ language }) => ({
    view: 'account/forgotten',
    title: pageText('account.forgotten.title', language),
    model: { sent: false },
  }),
});

/** Says the same to everybody, as quickly: whether somebody has this address is told to their mailbox alone. */
const ask = openPage({
  method: 'post',
  path: '/forgotten',
  input: {},
  async run({ posted, language }, parts) {
    const email = typeof posted.email === 'string' ? posted.email.slice(0, 200) : '';
    askForReset(email, parts).catch((error: unknown) => parts.log.error({ err: error }, 'reset not sent'));
    return { view: 'account/forgotten', title: pageText('account.forgotten.title', language), model: { sent: true } };
  },
});

export const forgottenPages: Page[] = [show, ask];
