import type { Parts } from '../parts.ts';
import { hashPassword, verifyPassword } from './password.ts';
import { endSessions } from './sessions.ts';

export const shortestPassword = 12;
export const longestPassword = 200;

/** Why a new password is not taken; each has its text on the pages. */
export type PasswordObjection = 'too-short' | 'too-long' | 'too-plain' | 'holds-name' | 'not-twice';

/**
 * What speaks against a new password: length alone makes it strong (NIST SP 800-63B), so nothing is asked of its signs, but that it is not one
 * sign over and over, nor the account's own name.
 */
export function objectionToPassword(password: string, again: string, email: string): PasswordObjection | null {
  const text = password.normalize('NFC');
  const length = [...text].length;
  if (length < shortestPassword) return 'too-short';
  if (length > longestPassword) return 'too-long';
  if (new Set(text).size < 5) return 'too-plain';
  const [name = ''] = email.split('@');
  if (name.length >= 4 && text.toLowerCase().includes(name.toLowerCase())) return 'holds-name';
  return text === again.normalize('NFC') ? null : 'not-twice';
}

/** Gives a person a new password. Their sessions end, all but the one that asks; ways to a new password that were sent earlier lead nowhere. */
export async function setPassword(personId: string, password: string, keep: string | null, parts: Parts): Promise<void> {
  const { reader } = parts;
  await reader.person.update({ where: { id: personId }, data: { passwordHash: await hashPassword(password) } });
  await reader.passwordReset.updateMany({ where: { personId, usedAt: null }, data: { usedAt: new Date() } });
  await endSessions(personId, keep, parts);
}

/** Whether this is the person's password. Wrong ones count as failed sign-ins do. @throws ProblemError 429 */
export async function isPasswordOf(personId: string, password: string, { reader, attempts }: Parts): Promise<boolean> {
  const { email, passwordHash } = await reader.person.findUniqueOrThrow({
    where: { id: personId },
    select: { email: true, passwordHash: true },
  });
  await attempts.allow(email);
  const right = await verifyPassword(password, passwordHash);
  if (right) await attempts.succeeded(email);
  else await attempts.failed(email);
  return right;
}
