import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** Work factors of new hashes: 16 MiB and some 40 ms each. A stored hash names its own, so these may be raised at any time. */
const cost = { N: 16_384, r: 8, p: 1 };
const keyLength = 32;
const memory = 64 * 1024 * 1024;

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** A password for keeping: `scrypt$N$r$p$salt$hash`, salt and hash in base64. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password.normalize('NFC'), salt, keyLength, { ...cost, maxmem: memory });
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64'), key.toString('base64')].join('$');
}

/** Whether the password is the one that was kept. Takes as long for a wrong one; false for a hash of unknown form. */
export async function verifyPassword(password: string, kept: string): Promise<boolean> {
  const [method, N, r, p, salt, hash] = kept.split('$');
  if (method !== 'scrypt' || !N || !r || !p || !salt || !hash) return false;
  const expected = Buffer.from(hash, 'base64');
  const options = { N: Number(N), r: Number(r), p: Number(p), maxmem: memory };
  try {
    const key = await derive(password.normalize('NFC'), Buffer.from(salt, 'base64'), expected.length, options);
    return timingSafeEqual(key, expected);
  } catch {
    return false;
  }
}
