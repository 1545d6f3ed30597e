import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const told = (response: ServerResponse, status: number, code: string) =>
  response
    .writeHead(status, { 'content-type': 'application/xml' })
    .end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`);

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/**
 * As much of S3 as the file store uses, in memory, so that its requests are tried wherever the tests run: buckets, PUT, GET with a range, HEAD.
 * It looks at no signature. `objects` lie open, by `/bucket/key`, to be damaged; `refuse` answers the next requests with these errors. `kept` is
 * waited for between keeping an object and saying so.
 */
export async function objectStoreInMemory({ kept = async (): Promise<void> => undefined } = {}) {
  const buckets = new Set<string>();
  const objects = new Map<string, Buffer>();
  const refusals: { status: number; code: string }[] = [];

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
    const path = new URL(request.url ?? '/', 'http://s3').pathname.replace(/\/$/, '');
    const body = await bodyOf(request);
    const refusal = refusals.shift();
    if (refusal) return told(response, refusal.status, refusal.code);
    const [, bucket = '', ...key] = path.split('/');
    if (key.length === 0) {
      if (request.method === 'PUT') buckets.add(bucket);
      return response.writeHead(buckets.has(bucket) ? 200 : 404).end();
    }
    if (!buckets.has(bucket)) return told(response, 404, 'NoSuchBucket');
    if (request.method === 'PUT') {
      const hash = createHash('sha256').update(body);
      if (request.headers['x-amz-content-sha256'] !== hash.copy().digest('hex')) return told(response, 400, 'XAmzContentSHA256Mismatch');
      if (request.headers['x-amz-checksum-sha256'] !== hash.digest('base64')) return told(response, 400, 'BadDigest');
      objects.set(path, body);
      await kept();
      return response.end();
    }
    const object = objects.get(path);
    if (!object) return told(response, 404, 'NoSuchKey');
    const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '');
    const part = range ? object.subarray(Number(range[1]), Number(range[2]) + 1) : object;
    response.writeHead(range ? 206 : 200, { 'content-length': part.length });
    return response.end(request.method === 'HEAD' ? undefined : part);
  }

  const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    refuse: (...errors: typeof refusals) => refusals.push(...errors),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
