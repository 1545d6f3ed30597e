import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { readCertificate } from '../read-certificate.ts';
import type { Signer } from '../signer.ts';
import type { Api } from './api.ts';
import { documentPage, listPage, outcomePage } from './page.ts';
import { fetchToSign, signatureOf } from './to-sign.ts';

type Reply = { status: number; type: string; body: string | Buffer };
const html = (body: string, status = 200): Reply => ({ status, type: 'text/html; charset=utf-8', body });
const headers = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; form-action 'self'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

/**
 * The helper on an official's own computer: shows what is about to be signed and signs it once they say so. It answers this machine alone, to
 * requests for its own address, and signs only from its own page: each start has a mark of its own that no other page knows.
 */
export function serveAgent(api: Api, signer: Signer): Server {
  const mark = randomBytes(24).toString('hex');

  async function replyTo(request: IncomingMessage): Promise<Reply> {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (request.method === 'GET' && pathname === '/') return html(listPage(await api.waiting()));
    const [, id, file] = /^\/documents\/([^/]+)(\/file\.pdf)?$/.exec(pathname) ?? [];
    if (id === undefined) return html(outcomePage('Không có trang này. · There is no such page.'), 404);
    const wanted = await fetchToSign(api, decodeURIComponent(id));
    if (request.method === 'GET') {
      if (file) return { status: 200, type: 'application/pdf', body: wanted.file };
      return html(documentPage(wanted, readCertificate(await signer.certificate()), mark));
    }
    if (request.method !== 'POST' || file || !isOwn(request, mark, await formOf(request)))
      return html(outcomePage('Yêu cầu không đến từ trang của công cụ ký. · The request is not from this helper’s page.'), 403);
    const refused = await api.embed(wanted.document.id, wanted.approved, await signatureOf(signer, wanted.digest));
    return html(outcomePage(refused), refused === null ? 200 : 409);
  }

  return createServer((request, response) => {
    const local = /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? '');
    const reply = local ? replyTo(request) : Promise.resolve(html(outcomePage('Địa chỉ không đúng. · Another address.'), 421));
    reply
      .catch((error: unknown) => html(outcomePage(error instanceof Error ? error.message : String(error)), 502))
      .then(({ status, type, body }) => response.writeHead(status, { ...headers, 'Content-Type': type }).end(body));
  });
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  const parts: Buffer[] = [];
  for await (const part of request) if (parts.length < 4) parts.push(part as Buffer);
  return new URLSearchParams(Buffer.concat(parts).toString('utf8').slice(0, 1_000));
}

function isOwn(request: IncomingMessage, mark: string, form: URLSearchParams): boolean {
  const given = Buffer.from(form.get('mark') ?? '');
  const own = Buffer.from(mark);
  const { origin, host } = request.headers;
  return (origin === undefined || origin === `http://${host}`) && given.length === own.length && timingSafeEqual(given, own);
}
