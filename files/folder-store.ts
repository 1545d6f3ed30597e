import { createReadStream } from 'node:fs';
import { access, mkdir, readFile, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeDraft } from './draft.ts';
import { type FileStore, isHash, missing, placeOf, proven } from './store.ts';

/** Files in a folder of this machine. A draft is renamed to its name when it is whole. */
export function openFolderStore(folder: string): FileStore {
  const drafts = join(folder, 'drafts');
  const place = (sha256: string): string => join(folder, placeOf(sha256));
  const absent = (sha256: string) => (error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? missing(sha256, folder) : error;
  };
  return {
    async put(content, limitBytes = Number.POSITIVE_INFINITY) {
      const { path, sha256, bytes } = await writeDraft(drafts, content, limitBytes);
      await mkdir(dirname(place(sha256)), { recursive: true });
      await rename(path, place(sha256));
      return { sha256, bytes };
    },
    get: async (sha256) => proven(await readFile(place(sha256)).catch(absent(sha256)), sha256),
    read: (sha256, range) => createReadStream(place(sha256), range),
    async size(sha256) {
      if (!isHash(sha256)) return null;
      return (await stat(place(sha256)).catch(() => null))?.size ?? null;
    },
    async writable() {
      try {
        await mkdir(drafts, { recursive: true });
        await access(folder, 2);
        return true;
      } catch {
        return false;
      }
    },
  };
}
