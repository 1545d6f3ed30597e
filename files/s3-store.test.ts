import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { readEnvironment } from '../config/environment.ts';
import { objectStoreInMemory } from '../test/support/object-store.ts';
import { openFiles } from './open-files.ts';
import { makeBucket } from './s3-bucket.ts';
import { openS3Store } from './s3-store.ts';
import { FileStoreError, placeOf } from './store.ts';

describe('files in an object store', () => {
  let server: Awaited<ReturnType<typeof objectStoreInMemory>>;
  let drafts: string;
  const settings = () => ({ endpoint: server.endpoint, region: 'us-east-1', bucket: 'files', accessKey: 'key', secretKey: 'geheim' });
  beforeAll(async () => {
    server = await objectStoreInMemory();
    drafts = mkdtempSync(join(tmpdir(), 'drafts-'));
    await makeBucket(settings());
  });
  afterEach(() => expect(readdirSync(drafts)).toEqual([]));
  afterAll(async () => {
    await server.close();
    rmSync(drafts, { recursive: true });
  });
  const content = Buffer.from('as it was');

  test('are meant where S3_ENDPOINT is set', async () => {
    const environment = readEnvironment({
      DATA_DIR: join(drafts, '..', 'unused'),
      S3_ENDPOINT: server.endpoint,
      S3_BUCKET: 'files',
      S3_ACCESS_KEY: 'key',
      S3_SECRET_KEY: 'geheim',
    });
    const { sha256 } = await openFiles({ ...environment, dataDir: drafts }).put(Buffer.from('settings'));
    expect(server.objects.get(`/files/${placeOf(sha256)}`)?.toString()).toBe('settings');
    rmSync(join(drafts, 'drafts'), { recursive: true });
  });

  test('a bucket is made once', async () => {
    const other = { ...settings(), bucket: 'other' };
    expect([await makeBucket(other), await makeBucket(other)]).toEqual([true, false]);
  });

  test('a bucket that may not be made is explained', async () => {
    server.refuse({ status: 403, code: 'Forbidden' }, { status: 403, code: 'AccessDenied' });
    await expect(makeBucket(settings())).rejects.toThrow(/nor to make it: .* says AccessDenied .* Correct S3_ACCESS_KEY and S3_SECRET_KEY/);
  });

  test('a file whose bytes were changed is damaged, until it is kept once more', async () => {
    const store = openS3Store(settings(), drafts);
    const { sha256 } = await store.put(content);
    server.objects.set(`/files/${placeOf(sha256)}`, Buffer.from('as it is'));
    await expect(store.get(sha256)).rejects.toThrow(`The file ${sha256} is damaged`);
    await store.put(content);
    expect((await store.get(sha256)).toString()).toBe('as it was');
  });

  test('a store that stumbles is asked again; one that refuses is not', async () => {
    const store = openS3Store(settings(), drafts);
    server.refuse({ status: 503, code: 'SlowDown' }, { status: 500, code: 'InternalError' });
    expect(await store.put(content)).toMatchObject({ bytes: content.length });
    server.refuse({ status: 403, code: 'AccessDenied' });
    await expect(store.put(content)).rejects.toThrow('says AccessDenied');
    expect(await store.put(content)).toMatchObject({ bytes: content.length });
  });

  test.each([
    // the store says                                  the message shows the way out
    [{ status: 403, code: 'SignatureDoesNotMatch' }, 'Correct S3_ACCESS_KEY and S3_SECRET_KEY'],
    [{ status: 404, code: 'NoSuchBucket' }, 'There is no bucket files: make it with scripts/prepare-bucket.ts, or correct S3_BUCKET.'],
    [{ status: 400, code: 'AuthorizationHeaderMalformed' }, 'The bucket is not in us-east-1: correct S3_REGION.'],
    [{ status: 403, code: 'RequestTimeTooSkewed' }, 'set both by a time server'],
    [{ status: 400, code: 'QuotaExceeded' }, 'Look into the log of the object store'],
  ])('%j: %s', async (error, wayOut) => {
    const store = openS3Store(settings(), drafts);
    server.refuse(error, error);
    for (const asked of [() => store.put(content), () => store.get('a'.repeat(64))]) {
      const said = await asked().catch((failure: unknown) => failure);
      expect(said).toBeInstanceOf(FileStoreError);
      expect(String(said)).toContain(error.code);
      expect(String(said)).toContain(wayOut);
      expect(String(said)).not.toContain('geheim');
    }
  });

  test('a store that is away is named, with the setting that names it', async () => {
    const gone = await objectStoreInMemory();
    await gone.close();
    const away = { ...settings(), endpoint: gone.endpoint };
    const store = openS3Store(away, drafts);
    const message = `the object store at ${gone.endpoint} does not answer (ECONNREFUSED). Start it, or correct S3_ENDPOINT.`;
    expect(await store.writable()).toBe(false);
    for (const asked of [
      () => store.put(content),
      () => store.get('a'.repeat(64)),
      () => store.size('a'.repeat(64)),
      () => makeBucket(away),
    ])
      await expect(asked()).rejects.toThrow(message);
  });
});
