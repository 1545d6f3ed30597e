import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Environment } from '../../config/environment.ts';

/** Texts that only a server can read. What is sealed for one purpose and one owner opens for no other. */
export type Sealing = {
  seal(text: string, purpose: string, owner: string): string;
  /** Null where it was not sealed by this secret, for this purpose and owner. */
  open(sealed: string, purpose: string, owner: string): string | null;
};

const cipher = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

/** Seals with SERVER_SECRET, or with a secret that is invented once and kept in DATA_DIR; it is read when it is first needed. */
export function openSealing({ serverSecret, dataDir }: Pick<Environment, 'serverSecret' | 'dataDir'>): Sealing {
  let known: string | undefined;
  const secret = () => {
    known ??= serverSecret ?? keptSecret(join(dataDir, 'secrets', 'server'));
    return known;
  };
  const keyFor = (purpose: string) => Buffer.from(hkdfSync('sha256', secret(), '', purpose, 32));
  return {
    seal(text, purpose, owner) {
      const iv = randomBytes(ivBytes);
      const sealing = createCipheriv(cipher, keyFor(purpose), iv).setAAD(Buffer.from(owner));
      const body = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()]);
      return Buffer.concat([iv, sealing.getAuthTag(), body]).toString('base64url');
    },
    open(sealed, purpose, owner) {
      const bytes = Buffer.from(sealed, 'base64url');
      if (bytes.length < ivBytes + tagBytes) return null;
      try {
        const opening = createDecipheriv(cipher, keyFor(purpose), bytes.subarray(0, ivBytes), { authTagLength: tagBytes });
        opening.setAAD(Buffer.from(owner)).setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
        return opening.update(bytes.subarray(ivBytes + tagBytes), undefined, 'utf8') + opening.final('utf8');
      } catch {
        return null;
      }
    },
  };
}

/** Reads the secret from its file; whoever comes first invents it. */
function keptSecret(file: string): string {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
