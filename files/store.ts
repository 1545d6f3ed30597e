import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';

/** Files by their content: the name of a file is its SHA-256, so a file can be neither changed nor kept twice. */
export type FileStore = {
  /** Keeps a file and gives its SHA-256 and size in bytes. Fails with TooLarge past the limit; nothing half written stays. */
  put(content: Uint8Array | Readable, limitBytes?: number): Promise<{ sha256: string; bytes: number }>;
  /** The whole file; throws if there is none, or if its bytes are no longer what they were. */
  get(sha256: string): Promise<Buffer>;
  /** A stream of it, or of a part (first and last byte, both in it), for pages. Fails like `get`, but does not look at the hash. */
  read(sha256: string, range?: { start: number; end: number }): Readable;
  /** Its size in bytes, or null if there is none. */
  size(sha256: string): Promise<number | null>;
  /** Whether the store is there to be written into; false where it cannot be reached. */
  writable(): Promise<boolean>;
};

/** More bytes than the caller allows. */
export class TooLarge extends Error {
  override name = 'TooLarge';
}

/** The store cannot do what it was asked for. The message says what, why, and how to mend it. */
export class FileStoreError extends Error {
  override name = 'FileStoreError';
}

export const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

/** Where a file lies in its store: `aa/bb/aabb…`, so that no folder grows without end. Throws a RangeError for anything but a SHA-256. */
export function placeOf(sha256: string): string {
  if (!isHash(sha256)) throw new RangeError(`Not a SHA-256: ${sha256}.`);
  return `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;
}

export const missing = (sha256: string, where: string): FileStoreError =>
  new FileStoreError(`The file ${sha256} is not in ${where}, though it is asked for. Restore it from the backup (docs/operations.md).`);

/** The content, proven to be that of its name. */
export function proven(content: Buffer, sha256: string): Buffer {
  if (createHash('sha256').update(content).digest('hex') === sha256) return content;
  throw new FileStoreError(
    `The file ${sha256} is damaged: its bytes are not what they were. Restore it from the backup (docs/operations.md).`,
  );
}
