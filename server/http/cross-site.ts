import type { RequestHandler } from 'express';
import { ProblemError } from './problem.ts';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses what changes something and was sent by a browser from a page that is not ours, so that no other site can act in the name of
 * somebody signed in here. Browsers say where a request comes from: by Fetch Metadata (`Sec-Fetch-Site` must be `same-origin` or `none`),
 * older ones by `Origin`, which must be this host or PUBLIC_URL. A request with neither comes from a program, which nobody can trick into
 * sending another's cookie; a bearer token is never sent by a browser by itself, so it is let through.
 */
export function refuseCrossSite(publicUrl: string): RequestHandler {
  const ours = new URL(publicUrl).origin;
  return (request, _, next) => {
    if (safe.has(request.method) || request.headers.authorization !== undefined) return next();
    const site = request.headers['sec-fetch-site'];
    const { origin } = request.headers;
    if (
      site !== undefined ? site === 'same-origin' || site === 'none' : origin === undefined || isOurs(origin, ours, request.headers.host)
    ) {
      return next();
    }
    throw new ProblemError('cross-site');
  };
}

function isOurs(origin: string, ours: string, host: string | undefined): boolean {
  return origin === ours || (URL.canParse(origin) && host !== undefined && new URL(origin).host === host);
}
