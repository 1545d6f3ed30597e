import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { objectStoreInMemory } from '../test/support/object-store.ts';
import { openFolderStore } from './folder-store.ts';
import { makeBucket } from './s3-bucket.ts';
import type { S3Settings } from './s3-client.ts';
import { openS3Store } from './s3-store.ts';
import { type FileStore, FileStoreError, TooLarge } from './store.ts';

const sha256 = (content: Uint8Array | string) => createHash('sha256').update(content).digest('hex');
const all = async (stream: Readable) => Buffer.concat(await stream.toArray());

type Opened = { store: FileStore; drafts: string; close(): Promise<void> };
const inFolder = async (dir: string): Promise<Opened> => ({
  store: openFolderStore(dir),
  drafts: join(dir, 'drafts'),
  close: async () => {},
});

async function inBucket(dir: string, settings: S3Settings, close = async () => {}): Promise<Opened> {
  await makeBucket(settings);
  return { store: openS3Store(settings, join(dir, 'drafts')), drafts: join(dir, 'drafts'), close };
}
const ownSettings = { region: 'us-east-1', bucket: `files-${randomBytes(6).toString('hex')}`, accessKey: 'test', secretKey: 'test-secret' };

const stores: [name: string, open: (dir: string) => Promise<Opened>][] = [
  ['a folder', inFolder],
  [
    'an object store in memory',
    async (dir) => {
      const server = await objectStoreInMemory();
      return inBucket(dir, { ...ownSettings, endpoint: server.endpoint }, server.close);
    },
  ],
];
// A real one, where there is one: docs/operations.md says how, and which it was tried with.
const { S3_TEST_ENDPOINT: endpoint, S3_TEST_ACCESS_KEY: accessKey = '', S3_TEST_SECRET_KEY: secretKey = '' } = process.env;
if (endpoint) stores.push([`the object store at ${endpoint}`, (dir) => inBucket(dir, { ...ownSettings, endpoint, accessKey, secretKey })]);

describe.each(stores)('files in %s', (_, open) => {
  let dir: string;
  let opened: Opened;
  let store: FileStore;
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'files-'));
    opened = await open(dir);
    store = opened.store;
  });
  afterAll(async () => {
    await opened.close();
    rmSync(dir, { recursive: true });
  });
  const draftsLeft = () => (existsSync(opened.drafts) ? readdirSync(opened.drafts) : []);

  test.each([
    // what           bytes
    ['nothing', Buffer.alloc(0)],
    ['a line', Buffer.from('Đề án 645 – bản mẫu\n')],
    ['three megabytes', randomBytes(3_000_001)],
  ])('%s comes back as it went in, by its SHA-256', async (_, content) => {
    const kept = { sha256: sha256(content), bytes: content.length };
    expect(await store.put(content)).toEqual(kept);
    expect(await store.size(kept.sha256)).toBe(content.length);
    expect(content.equals(await store.get(kept.sha256))).toBe(true);
    expect(content.equals(await all(store.read(kept.sha256)))).toBe(true);
  });

  test('a stream is kept like bytes, also twice, and twice at once', async () => {
    const parts = [randomBytes(100_000), randomBytes(1), randomBytes(70_000)];
    const whole = Buffer.concat(parts);
    const answers = await Promise.all([store.put(Readable.from(parts)), store.put(Readable.from(parts)), store.put(whole)]);
    expect(answers).toEqual(Array(3).fill({ sha256: sha256(whole), bytes: whole.length }));
    expect(whole.equals(await store.get(sha256(whole)))).toBe(true);
  });

  test('as many bytes as allowed are kept; one more is too large, and nothing of it stays', async () => {
    const content = randomBytes(50_000);
    expect(await store.put(Readable.from([content]), 50_000)).toMatchObject({ bytes: 50_000 });
    const larger = randomBytes(50_001);
    for (const way of [larger, Readable.from([larger.subarray(0, 30_000), larger.subarray(30_000)])])
      await expect(store.put(way, 50_000)).rejects.toThrow(TooLarge);
    expect(await store.size(sha256(larger))).toBeNull();
    expect(draftsLeft()).toEqual([]);
  });

  test('a stream that breaks off leaves nothing', async () => {
    const begun = randomBytes(20_000);
    const broken = Readable.from(
      (async function* () {
        yield begun;
        throw new Error('the line broke');
      })(),
    );
    await expect(store.put(broken)).rejects.toThrow('the line broke');
    expect(await store.size(sha256(begun))).toBeNull();
    expect(draftsLeft()).toEqual([]);
  });

  test.each([
    // first   last     then
    [0, 0, 'a'],
    [0, 25, 'abcdefghijklmnopqrstuvwxyz'],
    [3, 5, 'def'],
    [25, 25, 'z'],
    [20, 90, 'uvwxyz'],
  ])('of 26 letters, %d to %d are %s', async (start, end, then) => {
    const kept = await store.put(Buffer.from('abcdefghijklmnopqrstuvwxyz'));
    expect((await all(store.read(kept.sha256, { start, end }))).toString()).toBe(then);
  });

  test('a reader may leave in the middle', async () => {
    const { sha256: name } = await store.put(randomBytes(2_000_000));
    for await (const chunk of store.read(name)) {
      expect(chunk.length).toBeGreaterThan(0);
      break;
    }
    expect(await store.size(name)).toBe(2_000_000);
  });

  test('what is not there has no size, and is missed by name', async () => {
    const nowhere = sha256(randomBytes(8));
    expect(await store.size(nowhere)).toBeNull();
    await expect(store.get(nowhere)).rejects.toThrow(FileStoreError);
    await expect(store.get(nowhere)).rejects.toThrow(`The file ${nowhere} is not in `);
    await expect(all(store.read(nowhere))).rejects.toThrow(nowhere);
  });

  test.each(['', 'abc', '../../etc/passwd', 'A'.repeat(64), `${'a'.repeat(64)}/`])('%j is no name of a file', async (name) => {
    expect(await store.size(name)).toBeNull();
    await expect(store.get(name)).rejects.toThrow(RangeError);
    expect(() => store.read(name)).toThrow(RangeError);
  });

  test('it can be written', async () => {
    expect(await store.writable()).toBe(true);
  });
});
