import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { z } from 'zod';
import type { DevelopmentAuthority } from '../workflows/activities/pdf/dev-certificates.ts';

const limitBytes = 100_000;
const Line = z.string().trim().min(1).max(300);
const Wanted = z.strictObject({
  holder: z.strictObject({ kind: z.enum(['person', 'organisation']), id: Line, name: Line, organisation: Line }),
  publicKey: z.string().max(2_000),
});

type Reply = { status: number; type: string; body: Buffer | string };
const der = (type: string, body: Buffer): Reply => ({ status: 200, type, body });
const said = (status: number, body: string): Reply => ({ status, type: 'text/plain; charset=utf-8', body });

/**
 * The development authority over HTTP: certificates for samples, what holds and what does not (OCSP, lists), time-stamps (RFC 3161). For this
 * machine alone: who may reach it may have any certificate.
 */
export function serveAuthority(authority: DevelopmentAuthority): Server {
  const posts: Record<string, (body: Buffer) => Promise<Reply>> = {
    '/certificates': async (body) => {
      const wanted = Wanted.safeParse(JSON.parse(body.toString('utf8')));
      if (!wanted.success) return said(400, z.prettifyError(wanted.error));
      return { status: 200, type: 'application/x-pem-file', body: authority.certify(wanted.data.holder, wanted.data.publicKey) };
    },
    '/ocsp': async (body) => der('application/ocsp-response', await authority.answerOcsp(body)),
    '/tsa': async (body) => der('application/timestamp-reply', await authority.answerTimeStamp(body)),
  };
  const gets: Record<string, () => Promise<Reply>> = {
    '/healthz': async () => said(200, 'ok'),
    '/root.pem': async () => ({ status: 200, type: 'application/x-pem-file', body: authority.exportRoot() }),
    '/goc.crl': async () => der('application/pkix-crl', await authority.list('root')),
    '/cap.crl': async () => der('application/pkix-crl', await authority.list('issuing')),
  };

  async function replyTo(request: IncomingMessage): Promise<Reply> {
    const path = request.url ?? '';
    if (request.method === 'GET') return (await gets[path]?.()) ?? said(404, 'not here');
    const post = request.method === 'POST' ? posts[path] : undefined;
    if (!post) return said(404, 'not here');
    const body = await bodyOf(request);
    return body ? post(body) : said(413, `at most ${limitBytes} bytes`);
  }

  return createServer((request, response) => {
    replyTo(request).then(
      (reply) => send(response, reply),
      (error: unknown) => {
        console.error(error);
        send(response, said(error instanceof SyntaxError ? 400 : 500, 'no answer'));
      },
    );
  });
}

function send(response: ServerResponse, { status, type, body }: Reply): void {
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) }).end(body);
}

async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request) {
    bytes += (part as Buffer).length;
    if (bytes > limitBytes) return undefined;
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts);
}
