import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { pageText } from '../../../templates/page-texts.ts';
import { accountLetter, accountLetters } from '../../identity/account-mail.ts';
import { type Page, page } from '../page.ts';
import { assertSees } from './access.ts';
import { adminCrumbs, sectionTitle } from './crumbs.ts';

const Both = z.object({ vi: z.string(), en: z.string() });
const Letters = z.record(z.string(), z.object({ subject: Both, body: Both }));
const letters = Letters.parse(JSON.parse(readFileSync(new URL('../../../templates/locales/letters.json', import.meta.url), 'utf8')));

type Preview = { key: string; subject: string; body: string };

/** The letters that people get, filled with sample values as they are sent: both languages in one. */
const show = page({
  path: '/admin/letters',
  input: {},
  async run({ caller, language }, { environment: { publicUrl, smtpUrl, mailFrom } }) {
    assertSees(caller);
    const values = sampleValues(publicUrl);
    const filled = (text: string) => text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
    const ofThings: Preview[] = Object.entries(letters).map(([key, { subject, body }]) => ({
      key,
      subject: filled(`${subject.vi} · ${subject.en}`),
      body: `${filled(body.vi)}\n\n${filled(body.en)}\n\n${values.link}`,
    }));
    const ofAccounts: Preview[] = accountLetters.map((key) => ({
      key,
      ...accountLetter(key, {
        name: values.name ?? '',
        ...((key === 'reset' || key === 'invitation') && { link: `${publicUrl}/new-password?token=…` }),
      }),
    }));
    const title = sectionTitle('letters', language);
    return {
      view: 'admin/letters',
      title,
      nav: 'admin',
      crumbs: adminCrumbs(language, { text: title }),
      model: { ofThings, ofAccounts, sends: smtpUrl !== undefined, mailFrom },
    };
  },
});

/** What stands in the places of a letter for its preview. */
function sampleValues(publicUrl: string): Record<string, string> {
  const both = (name: string) => ({
    [name]: pageText(`admin.sample.${name}`, 'vi'),
    [`${name}En`]: pageText(`admin.sample.${name}`, 'en'),
  });
  return { ...both('name'), ...both('title'), ...both('state'), ...both('clock'), due: '31/03/2022', link: `${publicUrl}/schemes/…` };
}

export const lettersPages: Page[] = [show];
