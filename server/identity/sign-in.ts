import type { Request, Response } from 'express';
import { noPassword } from '../../commit/reference/persons.ts';
import { ProblemError } from '../http/problem.ts';
import type { Parts } from '../parts.ts';
import { cookieName, cookieOptions, tokenOf } from './cookie.ts';
import { verifyPassword } from './password.ts';
import { takeCode } from './second-factor.ts';
import { newToken, tokenHashOf } from './token.ts';

const lastsMs = 12 * 3_600_000;
/** The browser sends an ended session's cookie for a day more, so that what is typed meanwhile is kept for the person whose it was. */
const toldMs = lastsMs + 24 * 3_600_000;
const longestUserAgent = 300;
const signInAgain = { 'WWW-Authenticate': 'Bearer' };

export type Opened = { token: string; expiresAt: Date };
/** Whose password was right. Who has a second factor has not come in by it yet. */
export type Recognised = { id: string; email: string; needsCode: boolean };

/** An address as accounts are known by. */
export const accountOf = (address: string): string => address.trim().toLowerCase();

/**
 * Whose address and password these are. @throws ProblemError 401 where they do not belong together, nobody has them, or the person serves no
 * more; 429 after too many failures
 */
export async function recognise(address: string, password: string, { reader, attempts, time }: Parts): Promise<Recognised> {
  const email = accountOf(address);
  await attempts.allow(email);
  const [person, today] = await Promise.all([
    reader.person.findUnique({
      where: { email },
      select: { id: true, passwordHash: true, endedOn: true, secondFactor: { select: { confirmedAt: true } } },
    }),
    time.today(),
  ]);
  const right = await verifyPassword(password, person?.passwordHash ?? noPassword);
  if (!person || !right || hasEnded(person.endedOn, today)) {
    await attempts.failed(email);
    throw new ProblemError('sign-in-failed', {}, signInAgain);
  }
  const needsCode = Boolean(person.secondFactor?.confirmedAt);
  if (!needsCode) await attempts.succeeded(email);
  return { id: person.id, email, needsCode };
}

/** Whether somebody serves no more on a day. */
export const hasEnded = (endedOn: Date | null, today: string): boolean => endedOn !== null && endedOn.toISOString().slice(0, 10) <= today;

/** Takes the second factor's code of somebody whose password was right. Wrong codes count like wrong passwords. @throws ProblemError 401, 429 */
export async function proveByCode({ id, email }: Pick<Recognised, 'id' | 'email'>, code: string, parts: Parts): Promise<void> {
  await parts.attempts.allow(email);
  if (!(await takeCode(id, code, parts))) {
    await parts.attempts.failed(email);
    throw new ProblemError('code-wrong', {}, signInAgain);
  }
  await parts.attempts.succeeded(email);
}

/** Who signs in with everything at once, as programs do. @throws ProblemError 401 also where a code is needed and none was sent; 429 */
export async function personOf(address: string, password: string, code: string | undefined, parts: Parts): Promise<string> {
  const person = await recognise(address, password, parts);
  if (!person.needsCode) return person.id;
  if (code === undefined) throw new ProblemError('code-needed', {}, signInAgain);
  await proveByCode(person, code, parts);
  return person.id;
}

/**
 * Opens a session of a person who has proven to be it, under a token of its own, and gives the browser its cookie. The session whose cookie the
 * browser sent, whoever put it there, ends; so do those of the person whose time is over.
 */
export async function openSession(
  personId: string,
  request: Request,
  response: Response,
  { reader, identity, environment: { publicUrl } }: Parts,
): Promise<Opened> {
  const token = newToken();
  const expiresAt = new Date(Date.now() + lastsMs);
  const userAgent = request.get('user-agent')?.slice(0, longestUserAgent) ?? null;
  const former = request.headers.authorization === undefined ? tokenOf(request, cookieName(publicUrl)) : null;
  const formerHash = former === null ? null : tokenHashOf(former);
  await reader.session.deleteMany({
    where: { OR: [{ personId, expiresAt: { lt: new Date() } }, ...(formerHash === null ? [] : [{ tokenHash: formerHash }])] },
  });
  if (formerHash !== null) identity.forget(formerHash);
  await reader.session.create({ data: { tokenHash: tokenHashOf(token), personId, expiresAt, userAgent } });
  response.cookie(cookieName(publicUrl), token, { ...cookieOptions(publicUrl), maxAge: toldMs });
  return { token, expiresAt };
}
