import type { Request, Response } from 'express';
import type { Caller } from '../identity/caller.ts';
import { cookieName, cookieOptions, tokenOf } from '../identity/cookie.ts';
import { newToken, tokenHashOf } from '../identity/token.ts';
import type { Parts } from '../parts.ts';
import { readTyped } from './read-typed.ts';

/** A form that came in after the sign-in had ended: where it was posted to, and its fields as a browser writes them. */
export type KeptForm = { action: string; back: string; fields: string };

const lastsMs = 3_600_000;

const nameOf = (publicUrl: string): string => (publicUrl.startsWith('https:') ? '__Host-kept' : 'kept');

/**
 * Keeps what was typed into a form whose writer has to sign in again, for an hour, under a token in the browser's cookie. It is the ended
 * session's person's alone; where nobody knows whose session it was, nothing is kept. `back`: the page on which it stood.
 */
export async function keepForm(back: string, request: Request, response: Response, parts: Parts): Promise<void> {
  const { reader, environment } = parts;
  const [personId, before] = [await endedPerson(request, parts), hashIn(request, parts)];
  if (personId === null) return;
  const fields = await readTyped(request);
  if (fields === null) return;
  const token = newToken();
  const kept = { action: request.originalUrl, back, fields, until: new Date(Date.now() + lastsMs) };
  await reader.keptForm.deleteMany({ where: { OR: [{ until: { lt: new Date() } }, ...(before === null ? [] : [{ tokenHash: before }])] } });
  await reader.keptForm.create({ data: { tokenHash: tokenHashOf(token), personId, ...kept } });
  response.cookie(nameOf(environment.publicUrl), token, { ...cookieOptions(environment.publicUrl), maxAge: lastsMs });
}

/** What this browser's cookie leads to, if it is this person's; another's is let go. */
export async function keptFormOf(caller: Caller, request: Request, response: Response, parts: Parts): Promise<KeptForm | null> {
  const tokenHash = hashIn(request, parts);
  if (tokenHash === null) return null;
  const { keptForm } = parts.reader;
  const open = { tokenHash, until: { gt: new Date() } };
  const found = await keptForm.findFirst({ where: { ...open, personId: caller.id } });
  if (!found) {
    await keptForm.deleteMany({ where: { tokenHash } });
    forget(response, parts);
  }
  return found;
}

/** A form was sent: what was kept of it is not needed any more. */
export async function noteSent(request: Request, response: Response, parts: Parts): Promise<void> {
  const tokenHash = hashIn(request, parts);
  if (tokenHash === null) return;
  const { count } = await parts.reader.keptForm.deleteMany({ where: { tokenHash, action: request.originalUrl } });
  if (count > 0) forget(response, parts);
}

const forget = (response: Response, { environment: { publicUrl } }: Parts): void => {
  response.clearCookie(nameOf(publicUrl), cookieOptions(publicUrl));
};

/** Whose session it was that has ended, as far as the browser still sends it and it is still known. */
async function endedPerson(request: Request, { reader, environment: { publicUrl } }: Parts): Promise<string | null> {
  const token = tokenOf(request, cookieName(publicUrl));
  if (token === null) return null;
  const session = await reader.session.findUnique({ where: { tokenHash: tokenHashOf(token) }, select: { personId: true } });
  return session?.personId ?? null;
}

function hashIn({ headers: { cookie } }: Request, { environment: { publicUrl } }: Parts): string | null {
  const token = new RegExp(`(?:^|;\\s*)${nameOf(publicUrl)}=([\\w-]{20,100})`).exec(cookie ?? '')?.[1];
  return token === undefined ? null : tokenHashOf(token);
}
