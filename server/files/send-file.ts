import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import type { FileStore } from '../../files/store.ts';
import { ProblemError } from '../http/problem.ts';

export type Sent = { sha256: string; mime: string; name: string };

/** A name as a header may carry it: plain letters for the old, and the whole name in UTF-8 (RFC 6266). */
export function disposition(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/[^\w .()-]/g, '_');
  const whole = encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `inline; filename="${plain}"; filename*=UTF-8''${whole}`;
}

/** Whether If-None-Match names the tag, alone or in a list, also as a proxy that packs answers weakens it (RFC 9110, 13.1.2). */
const isNamed = (etag: string, asked = ''): boolean =>
  asked === '*' || asked.split(',').some((one) => one.trim().replace(/^W\//, '') === etag);

function rangeOf(header: string | undefined, size: number): { start: number; end: number } | null {
  const found = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!found || (found[1] === '' && found[2] === '')) return null;
  const start = found[1] === '' ? Math.max(0, size - Number(found[2])) : Number(found[1]);
  const end = found[1] === '' || found[2] === '' ? size - 1 : Math.min(Number(found[2]), size - 1);
  if (start > end || start >= size) throw new ProblemError('range-not-satisfiable', {}, { 'Content-Range': `bytes */${size}` });
  return { start, end };
}

const sealedOff = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/**
 * Streams a file out of the store, whole or the range asked for. Its entity tag is its SHA-256: a file never changes. `policy` is for files of
 * our own making that a page shows in a frame: browsers show no PDF in a sandbox.
 */
export async function sendFile(
  { sha256, mime, name }: Sent,
  files: FileStore,
  request: Request,
  response: Response,
  policy = sealedOff,
): Promise<null> {
  const size = await files.size(sha256);
  if (size === null) throw new ProblemError('not-found');
  const etag = `"${sha256}"`;
  response.set({
    ETag: etag,
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'private, no-cache',
    'Content-Type': mime,
    'Content-Disposition': disposition(name),
    'Content-Security-Policy': policy,
  });
  if (isNamed(etag, request.headers['if-none-match'])) {
    response.status(304).end();
    return null;
  }
  const ifRange = request.headers['if-range'];
  const range = ifRange === undefined || ifRange === etag ? rangeOf(request.headers.range, size) : null;
  if (range) response.status(206).set('Content-Range', `bytes ${range.start}-${range.end}/${size}`);
  response.set('Content-Length', String(range ? range.end - range.start + 1 : size));
  if (request.method === 'HEAD') {
    response.end();
    return null;
  }
  await pipeline(files.read(sha256, range ?? undefined), response).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  });
  return null;
}
