import { canonicalJson } from './canonical.ts';

/** First 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2), and of their square roots (5.3.3). */
const primes = firstPrimes(64);
const roundConstants = primes.map((prime) => fraction(Math.cbrt(prime)));
const initialHash = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));

/** SHA-256 (FIPS 180-4) of a text in UTF-8, 64 hexadecimal digits. Written out here because the rules import nothing from the machine they run on. */
export function sha256(text: string): string {
  const bytes = padded(new TextEncoder().encode(text));
  const view = new DataView(bytes.buffer);
  const hash = [...initialHash];
  const words = new Array<number>(64).fill(0);
  for (let block = 0; block < bytes.length; block += 64) {
    for (let i = 0; i < 64; i += 1) words[i] = i < 16 ? view.getUint32(block + i * 4) : scheduled(words, i);
    compress(hash, words);
  }
  return hash.map((word) => word.toString(16).padStart(8, '0')).join('');
}

/** The digest that approvals are bound to: SHA-256 of the canonical JSON of what was read. */
export const digestOf = (value: unknown): string => sha256(canonicalJson(value));

function padded(message: Uint8Array): Uint8Array<ArrayBuffer> {
  const length = Math.ceil((message.length + 9) / 64) * 64;
  const bytes = new Uint8Array(length);
  bytes.set(message);
  bytes[message.length] = 0x80;
  const bits = new DataView(bytes.buffer);
  bits.setUint32(length - 8, Math.floor(message.length / 0x20000000));
  bits.setUint32(length - 4, (message.length << 3) >>> 0);
  return bytes;
}

function scheduled(words: readonly number[], i: number): number {
  const a = words[i - 15] ?? 0;
  const b = words[i - 2] ?? 0;
  const s0 = turned(a, 7) ^ turned(a, 18) ^ (a >>> 3);
  const s1 = turned(b, 17) ^ turned(b, 19) ^ (b >>> 10);
  return ((words[i - 16] ?? 0) + s0 + (words[i - 7] ?? 0) + s1) >>> 0;
}

function compress(hash: number[], words: readonly number[]): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash;
  for (let i = 0; i < 64; i += 1) {
    const s1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const choice = (e & f) ^ (~e & g);
    const one = (h + s1 + choice + (roundConstants[i] ?? 0) + (words[i] ?? 0)) >>> 0;
    const s0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) >>> 0, c, b, a, (one + s0 + majority) >>> 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => {
    hash[i] = ((hash[i] ?? 0) + word) >>> 0;
  });
}

const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

function fraction(root: number): number {
  return Math.floor((root - Math.floor(root)) * 2 ** 32);
}

function firstPrimes(count: number): number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n += 1) if (found.every((prime) => n % prime !== 0)) found.push(n);
  return found;
}
