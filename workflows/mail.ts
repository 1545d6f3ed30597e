import nodemailer from 'nodemailer';
import type { Committing } from '../commit/commit.ts';
import type { Environment } from '../config/environment.ts';

export type Person = { id: string; email: string; name: string };
/** Takes a letter to the mail server; null where there is none, and letters are read on screen. */
export type Mail = ((to: Person, letter: { id: string; subject: string; text: string }) => Promise<void>) | null;

/** A mail server that does not answer is asked again later, by whoever sends. */
const patience = { connectionTimeout: 8_000, greetingTimeout: 8_000, socketTimeout: 15_000 };

export function openMail({ smtpUrl, mailFrom }: Pick<Environment, 'smtpUrl' | 'mailFrom'>): Mail {
  if (!smtpUrl) return null;
  const mail = nodemailer.createTransport({ url: smtpUrl, ...patience });
  return async ({ name, email }, { id, subject, text }) => {
    await mail.sendMail({ from: mailFrom, to: { name, address: email }, subject, text, messageId: `<${id}@de-an>` });
  };
}

/** What is sent once: a letter by itself, or a digest with the letters that it tells. */
const tables = {
  letter: 'SELECT sent_at IS NOT NULL OR held AS sent FROM letter',
  digest: 'SELECT sent_at IS NOT NULL AS sent FROM digest',
};

/**
 * Sends what was not sent yet, and marks it. Its row is locked meanwhile: whoever carries the same out at the same time waits, and finds it
 * sent. Only a process that dies between the mail server's answer and the mark makes it go twice, under the same message id.
 */
export async function sendOnce(
  { database }: Pick<Committing, 'database'>,
  table: keyof typeof tables,
  id: string,
  send: () => Promise<unknown>,
): Promise<void> {
  const client = await database.connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query<{ sent: boolean }>(`${tables[table]} WHERE id = $1 FOR UPDATE`, [id]);
    if (rows[0]?.sent === false) {
      await send();
      await client.query(`UPDATE ${table} SET sent_at = now() WHERE id = $1`, [id]);
      if (table === 'digest') await client.query('UPDATE letter SET sent_at = now() WHERE digest_id = $1', [id]);
    }
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
