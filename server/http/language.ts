import type { Request } from 'express';

/** The languages of answers to people; Vietnamese where nothing else is asked for. */
export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];

/** The cookie in which somebody's own choice on the pages is kept. */
export const languageCookie = 'language';

/** The language that somebody chose on a page, or else the one that Accept-Language prefers. */
export function languageOf(request: Pick<Request, 'headers' | 'acceptsLanguages'>): Language {
  const chosen = /(?:^|;\s*)language=(vi|en)(?:;|$)/.exec(request.headers.cookie ?? '')?.[1];
  if (chosen) return chosen as Language;
  if (request.headers['accept-language'] === undefined) return 'vi';
  return request.acceptsLanguages('vi', 'en') === 'en' ? 'en' : 'vi';
}
