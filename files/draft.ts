import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { TooLarge } from './store.ts';

/** A file on its way into a store: whole, on disk, its name known. */
export type Draft = { path: string; sha256: string; bytes: number };

/** Writes content beside the store and hashes it on the way. Fails with TooLarge past the limit; a draft that fails is removed. */
export async function writeDraft(folder: string, content: Uint8Array | Readable, limitBytes: number): Promise<Draft> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, randomUUID());
  const hash = createHash('sha256');
  let bytes = 0;
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of content instanceof Uint8Array ? [content] : content) {
      bytes += chunk.length;
      if (bytes > limitBytes) throw new TooLarge(`The file has more than ${limitBytes} bytes.`);
      hash.update(chunk);
      await file.write(chunk);
    }
    await file.sync();
  } catch (error) {
    await file.close();
    await rm(path, { force: true });
    throw error;
  }
  await file.close();
  return { path, sha256: hash.digest('hex'), bytes };
}
