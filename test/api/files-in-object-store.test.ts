import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeBucket } from '../../files/s3-bucket.ts';
import { objectStoreInMemory } from '../support/object-store.ts';
import { type Served, serve } from './server.ts';

let memory: Awaited<ReturnType<typeof objectStoreInMemory>>;
let served: Served;
beforeAll(async () => {
  memory = await objectStoreInMemory();
  // The real one, where there is one (docs/operations.md).
  const { S3_TEST_ENDPOINT: endpoint = memory.endpoint, S3_TEST_ACCESS_KEY = 'key', S3_TEST_SECRET_KEY = 'secret' } = process.env;
  const bucket = `files-${randomBytes(6).toString('hex')}`;
  await makeBucket({ endpoint, region: 'us-east-1', bucket, accessKey: S3_TEST_ACCESS_KEY, secretKey: S3_TEST_SECRET_KEY });
  served = await serve({
    S3_ENDPOINT: endpoint,
    S3_BUCKET: bucket,
    S3_ACCESS_KEY: S3_TEST_ACCESS_KEY,
    S3_SECRET_KEY: S3_TEST_SECRET_KEY,
  });
});
afterAll(async () => {
  await served.close();
  await memory.close();
});

const sha256 = (content: Uint8Array | string) => createHash('sha256').update(content).digest('hex');
const upload = (content: Uint8Array<ArrayBuffer>) =>
  served.send('POST', '/api/files', { as: 'host-drafter.vecom', raw: { content, type: 'application/pdf' } });

describe('with S3_ENDPOINT set', () => {
  test('an upload lies in the bucket, and is given back whole or in part', async () => {
    const pdf = new TextEncoder().encode('%PDF-1.7\n%mẫu thử\n%%EOF\n');
    const path = `/api/files/${(await upload(pdf)).body.sha256}`;
    const fetched = (headers: Record<string, string>) =>
      served
        .token('host-drafter.vecom')
        .then((token) => fetch(`${served.url}${path}`, { headers: { authorization: `Bearer ${token}`, ...headers } }));
    expect(sha256(new Uint8Array(await (await fetched({})).arrayBuffer()))).toBe(sha256(pdf));
    const part = await fetched({ range: 'bytes=0-3' });
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([206, `bytes 0-3/${pdf.length}`, '%PDF']);
    expect(await served.parts.files.size(sha256(pdf))).toBe(pdf.length);
    expect(existsSync(served.parts.environment.fileStore)).toBe(false);
  });

  test('beyond 25 MB it is cut off, and nothing of it stays', async () => {
    const large = new Uint8Array(25_000_001);
    large.set(Buffer.from('%PDF-1.7'));
    expect((await upload(large)).status).toBe(413);
    expect(await served.parts.files.size(sha256(large))).toBeNull();
    expect(readdirSync(join(served.parts.environment.dataDir, 'drafts'))).toEqual([]);
  });

  test('readiness looks at the bucket', async () => {
    expect((await served.send('GET', '/readyz')).body).toMatchObject({ files: { state: 'up' } });
  });
});
