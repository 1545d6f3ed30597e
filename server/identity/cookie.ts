import type { CookieOptions, Request } from 'express';

/** The session's cookie. Over https its name binds it to this host and to secure connections (RFC 6265bis, `__Host-`). */
export const cookieName = (publicUrl: string): string => (publicUrl.startsWith('https:') ? '__Host-session' : 'session');

export const cookieOptions = (publicUrl: string): CookieOptions => ({
  httpOnly: true,
  sameSite: 'lax',
  secure: publicUrl.startsWith('https:'),
  path: '/',
});

/** The token that a request carries: as bearer, or else in the cookie. */
export function tokenOf(request: Request, name: string): string | null {
  const { authorization, cookie } = request.headers;
  if (authorization !== undefined) return /^Bearer ([\w-]{20,100})$/i.exec(authorization)?.[1] ?? null;
  for (const pair of cookie?.split(';') ?? []) {
    const [key, value] = pair.trim().split('=', 2);
    if (key === name && value) return value;
  }
  return null;
}
