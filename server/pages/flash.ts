import type { Request, Response } from 'express';
import { pageTexts } from '../../templates/page-texts.ts';
import type { Flash } from './page.ts';

const name = 'flash';
const longestCookie = 1_500;

/** Keeps what the next page says at its head, for that one page. */
export function keepFlash(flash: Flash, response: Response): void {
  const value = Buffer.from(JSON.stringify(flash)).toString('base64url');
  if (value.length <= longestCookie) response.cookie(name, value, { httpOnly: true, sameSite: 'lax', path: '/', maxAge: 60_000 });
}

/** What the page before left to be said, once. Only texts of the locale files are said, whatever somebody put into the cookie. */
export function takeFlash(request: Request, response: Response): Flash | null {
  const kept = new RegExp(`(?:^|;\\s*)${name}=([\\w-]+)`).exec(request.headers.cookie ?? '')?.[1];
  if (!kept) return null;
  response.clearCookie(name, { path: '/' });
  try {
    const { kind, key, values } = JSON.parse(Buffer.from(kept, 'base64url').toString('utf8')) as Flash;
    return pageTexts.has(key) ? { kind: kind === 'warning' ? 'warning' : 'success', key, ...(values && { values }) } : null;
  } catch {
    return null;
  }
}
