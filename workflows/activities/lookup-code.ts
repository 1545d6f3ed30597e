import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Letters and digits that nobody mistakes for one another (RFC 4648 base32). */
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const length = 16;

/**
 * The secret of this machine's codes, invented once; only its owner may read it. It is put in its place whole, so that of several that
 * invent at once all agree on the first, and none reads an empty one.
 */
async function secretIn(dataDir: string): Promise<string> {
  const file = join(dataDir, 'secrets', 'lookup-codes');
  if (!existsSync(file)) {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    const invented = `${file}.${randomUUID()}`;
    await writeFile(invented, randomBytes(32).toString('base64url'), { mode: 0o600 });
    await link(invented, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
    await rm(invented);
  }
  const secret = await readFile(file, 'utf8');
  if (secret === '') throw new Error(`${file} is empty: restore it from the backup, or remove it, so that another is invented.`);
  return secret;
}

/**
 * Makes the codes under which anyone may look documents up: 80 bits that cannot be guessed without the secret in `dataDir`, and the same
 * for the same obligation however often it is carried out. `codes('key')(0)` → `'K7QX…'`, 16 letters and digits.
 */
export async function lookupCodes(dataDir: string): Promise<(key: string) => (nth: number) => string> {
  const secret = await secretIn(dataDir);
  return (key) => (nth) => {
    const digest = createHmac('sha256', secret).update(`${key}/${nth}`).digest();
    return Array.from(digest.subarray(0, length), (byte) => alphabet.charAt(byte % alphabet.length)).join('');
  };
}
