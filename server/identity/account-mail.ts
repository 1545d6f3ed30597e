import { randomUUID } from 'node:crypto';
import nodemailer from 'nodemailer';
import type { Environment } from '../../config/environment.ts';
import { pageText } from '../../templates/page-texts.ts';
import type { Parts } from '../parts.ts';

/** Letters about an account itself. */
export const accountLetters = ['reset', 'invitation', 'password-changed', 'factor-on', 'factor-off'] as const;
export type AccountLetter = (typeof accountLetters)[number];
type Person = { id: string; email: string; name: string };

/** Under what letters of accounts stand among those of things. */
const aboutAccount = 'account';
const patience = { connectionTimeout: 8_000, greetingTimeout: 8_000, socketTimeout: 15_000 };

/** A letter in both languages, as one text. */
export function accountLetter(kind: AccountLetter, values: Record<string, string>): { subject: string; body: string } {
  const both = (part: string, between: string) =>
    [pageText(`letter.${kind}.${part}`, 'vi', values), pageText(`letter.${kind}.${part}`, 'en', values)].join(between);
  const link = values.link === undefined ? '' : `\n\n${values.link}`;
  return { subject: both('subject', ' · '), body: `${both('body', '\n\n')}${link}` };
}

/**
 * Sends a letter about somebody's account: by SMTP, and then its words are kept nowhere, since a way to a new password may stand in them; without a mail server it
 * stands in the mailbox on screen. It does not hold up whoever asked: what goes wrong is in the log, and the person asks again.
 */
export async function sendAccountLetter(kind: AccountLetter, person: Person, values: Record<string, string>, parts: Parts): Promise<void> {
  const { environment, reader, time, log } = parts;
  const { subject, body } = accountLetter(kind, { name: person.name, ...values });
  if (environment.smtpUrl === undefined) {
    const at = new Date(await time.now());
    await reader.letter.create({ data: { id: randomUUID(), personId: person.id, thingId: aboutAccount, subject, body, at } });
    return;
  }
  sendBy(environment.smtpUrl, environment, person, subject, body).catch((error: unknown) =>
    log.error({ err: error, kind }, 'letter not sent'),
  );
}

async function sendBy(url: string, { mailFrom }: Environment, person: Person, subject: string, text: string): Promise<void> {
  const mail = nodemailer.createTransport({ url, ...patience });
  try {
    await mail.sendMail({ from: mailFrom, to: { name: person.name, address: person.email }, subject, text });
  } finally {
    mail.close();
  }
}
