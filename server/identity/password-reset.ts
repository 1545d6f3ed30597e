import type { Parts } from '../parts.ts';
import { type AccountLetter, sendAccountLetter } from './account-mail.ts';
import { setPassword } from './new-password.ts';
import { accountOf, hasEnded } from './sign-in.ts';
import { newToken, tokenHashOf } from './token.ts';

const minute = 60_000;
const lasts = { reset: 30 * minute, invitation: 3 * 24 * 60 * minute } as const;
/** Nobody's mailbox is filled: so many letters an hour to one person. */
const mostAnHour = 5;

type Person = { id: string; email: string; name: string };

/**
 * Sends the person with this address, if there is one, a letter with the way to a new password. Whoever asks is told nothing of it: they do not
 * wait for it, and what goes wrong stays in the log.
 */
export async function askForReset(address: string, parts: Parts): Promise<void> {
  const { reader, time } = parts;
  const person = await reader.person.findUnique({
    where: { email: accountOf(address) },
    select: { id: true, email: true, name: true, endedOn: true },
  });
  if (!person || hasEnded(person.endedOn, await time.today())) return;
  const lately = await reader.passwordReset.count({
    where: { personId: person.id, createdAt: { gt: new Date(Date.now() - 60 * minute) } },
  });
  if (lately < mostAnHour) await sendReset(person, 'reset', parts);
}

/** Sends a person the way to a new password; to somebody new, as an invitation that holds longer. */
export async function sendReset(person: Person, kind: AccountLetter & keyof typeof lasts, parts: Parts): Promise<void> {
  const token = newToken();
  const expiresAt = new Date(Date.now() + lasts[kind]);
  await parts.reader.passwordReset.create({ data: { tokenHash: tokenHashOf(token), personId: person.id, expiresAt } });
  await sendAccountLetter(kind, person, { link: `${parts.environment.publicUrl}/new-password?token=${token}` }, parts);
}

/** Whose way to a new password this is, as long as it leads there. */
export async function ownerOfReset(token: string, { reader }: Pick<Parts, 'reader'>): Promise<Person | null> {
  const found = await reader.passwordReset.findUnique({
    where: { tokenHash: tokenHashOf(token) },
    select: { usedAt: true, expiresAt: true, person: { select: { id: true, email: true, name: true } } },
  });
  return found && found.usedAt === null && found.expiresAt > new Date() ? found.person : null;
}

/** Uses the way to a new password: once, of two at the same time too. All sessions end. False where it leads nowhere any more. */
export async function resetPassword(token: string, password: string, parts: Parts): Promise<boolean> {
  const owner = await ownerOfReset(token, parts);
  if (!owner) return false;
  const { count } = await parts.reader.passwordReset.updateMany({
    where: { tokenHash: tokenHashOf(token), usedAt: null, expiresAt: { gt: new Date() } },
    data: { usedAt: new Date() },
  });
  if (count === 0) return false;
  await setPassword(owner.id, password, null, parts);
  await parts.attempts.succeeded(owner.email);
  await sendAccountLetter('password-changed', owner, {}, parts);
  return true;
}
