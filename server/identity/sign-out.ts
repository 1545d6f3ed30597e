import type { Request, Response } from 'express';
import type { Parts } from '../parts.ts';
import { cookieName, cookieOptions, tokenOf } from './cookie.ts';
import { tokenHashOf } from './token.ts';

/** Forgets the session that a request carries, here and in the browser. */
export async function closeSession(
  request: Request,
  response: Response,
  { reader, environment: { publicUrl }, identity }: Parts,
): Promise<void> {
  const token = tokenOf(request, cookieName(publicUrl));
  if (token) {
    const tokenHash = tokenHashOf(token);
    await reader.session.deleteMany({ where: { tokenHash } });
    identity.forget(tokenHash);
  }
  response.clearCookie(cookieName(publicUrl), cookieOptions(publicUrl));
}
