import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { GetObjectCommand, HeadBucketCommand, HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { type Draft, writeDraft } from './draft.ts';
import { explainS3, isAbsent, isRefused, openS3, type S3Settings } from './s3-client.ts';
import { type FileStore, FileStoreError, isHash, missing, placeOf, proven } from './store.ts';

const attempts = 3;

/**
 * Files in a bucket of an object store that speaks S3. A file is written into `drafts`, a folder of this machine, until it is whole and its hash
 * is known; then it goes over in one request, which an object store takes whole or not at all, and refuses if the bytes are not those of the hash.
 */
export function openS3Store(settings: S3Settings, drafts: string): FileStore {
  const client = openS3(settings);
  const where = `the bucket ${settings.bucket} at ${settings.endpoint}`;
  const at = (sha256: string) => ({ Bucket: settings.bucket, Key: placeOf(sha256) });
  const failed = (error: unknown, what: string) => (error instanceof FileStoreError ? error : explainS3(error, what, settings));

  async function send({ path, sha256, bytes }: Draft): Promise<void> {
    const put = new PutObjectCommand({
      ...at(sha256),
      Body: createReadStream(path),
      ContentLength: bytes,
      ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
    });
    // Signed with the hash that is known already: the library would read the file once more for it.
    put.middlewareStack.add(
      (next) => (args) => {
        Object.assign((args.request as { headers: Record<string, string> }).headers, { 'x-amz-content-sha256': sha256 });
        return next(args);
      },
      { step: 'build', name: 'knownHash' },
    );
    await client.send(put);
  }

  async function open(sha256: string, range?: { start: number; end: number }): Promise<Readable> {
    const what = `The file ${sha256} cannot be read`;
    const { Body } = await client
      .send(new GetObjectCommand({ ...at(sha256), ...(range && { Range: `bytes=${range.start}-${range.end}` }) }))
      .catch((error: unknown) => {
        throw isAbsent(error) && (error as Error).name !== 'NoSuchBucket' ? missing(sha256, where) : failed(error, what);
      });
    if (Body instanceof Readable) return Body;
    throw new FileStoreError(`${what}: ${where} answered without content. Look whether S3_ENDPOINT is an object store.`);
  }

  async function* parts(sha256: string, range?: { start: number; end: number }): AsyncGenerator<Buffer> {
    const body = await open(sha256, range);
    try {
      yield* body;
    } catch (error) {
      throw failed(error, `The file ${sha256} cannot be read to its end`);
    }
  }

  return {
    async put(content, limitBytes = Number.POSITIVE_INFINITY) {
      const draft = await writeDraft(drafts, content, limitBytes);
      try {
        // The library sends a stream once only.
        for (let attempt = 1; ; attempt++) {
          try {
            await send(draft);
            return { sha256: draft.sha256, bytes: draft.bytes };
          } catch (error) {
            if (attempt === attempts || isRefused(error)) throw failed(error, `The file ${draft.sha256} cannot be kept`);
          }
        }
      } finally {
        await rm(draft.path, { force: true });
      }
    },
    async get(sha256) {
      const chunks: Buffer[] = [];
      for await (const chunk of parts(sha256)) chunks.push(chunk);
      return proven(Buffer.concat(chunks), sha256);
    },
    read(sha256, range) {
      placeOf(sha256); // what is no hash fails at once
      return Readable.from(parts(sha256, range), { objectMode: false });
    },
    async size(sha256) {
      if (!isHash(sha256)) return null;
      try {
        return (await client.send(new HeadObjectCommand(at(sha256)))).ContentLength ?? null;
      } catch (error) {
        if (isAbsent(error)) return null;
        throw failed(error, `The file ${sha256} cannot be looked for`);
      }
    },
    async writable() {
      // Asked every few seconds: it looks for the bucket, and writes nothing that a bucket under retention would have to keep.
      return client.send(new HeadBucketCommand({ Bucket: settings.bucket })).then(
        () => true,
        () => false,
      );
    },
  };
}
