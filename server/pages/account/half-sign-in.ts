import type { Request, Response } from 'express';
import { z } from 'zod';
import { cookieOptions } from '../../identity/cookie.ts';
import type { Recognised } from '../../identity/sign-in.ts';
import type { Parts } from '../../parts.ts';

/** A sign-in whose password was right and whose code is still to come: in a sealed cookie of the browser, for some minutes, and nowhere else. */
const purpose = 'half-sign-in';
const lastsMs = 5 * 60_000;
const path = '/sign-in';
const Half = z.object({ id: z.string(), email: z.string(), until: z.number() });
type Half = Pick<Recognised, 'id' | 'email'>;

const nameOf = (publicUrl: string): string => (publicUrl.startsWith('https:') ? '__Secure-half' : 'half');

export function keepHalfSignIn({ id, email }: Half, response: Response, { sealing, environment: { publicUrl } }: Parts): void {
  const sealed = sealing.seal(JSON.stringify({ id, email, until: Date.now() + lastsMs }), purpose, path);
  response.cookie(nameOf(publicUrl), sealed, { ...cookieOptions(publicUrl), path, sameSite: 'strict', maxAge: lastsMs });
}

/** Who is half signed in; null where nobody is, or no longer. */
export function halfSignedIn(request: Request, { sealing, environment: { publicUrl } }: Parts): Half | null {
  const sealed = new RegExp(`(?:^|;\\s*)${nameOf(publicUrl)}=([\\w-]+)`).exec(request.headers.cookie ?? '')?.[1];
  const opened = sealed === undefined ? null : sealing.open(sealed, purpose, path);
  if (opened === null) return null;
  const { until, ...half } = Half.parse(JSON.parse(opened));
  return until > Date.now() ? half : null;
}

export function forgetHalfSignIn(response: Response, { environment: { publicUrl } }: Parts): void {
  response.clearCookie(nameOf(publicUrl), { ...cookieOptions(publicUrl), path, sameSite: 'strict' });
}
