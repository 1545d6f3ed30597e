import { createHash, randomBytes } from 'node:crypto';
import type { Signer } from '../../../signatures/signer.ts';
import { signedAttributes, signedData, timeStampContent } from './cms.ts';
import { inside, int, octets, oid, seq, sha256, time, value } from './der.ts';

/** Who says at what time something existed: gives an RFC 3161 token over a SHA-256 digest. */
export type TimeStamper = { token(digest: Uint8Array): Promise<Buffer> };

/** The policy that development time-stamps name; it belongs to nobody. */
const policy = '1.3.6.1.4.1.99999.1';

/** A time-stamping authority on this machine, by its own clock. Only for development, rehearsals and tests. */
export function localTimeStamper(authority: Signer, clock: () => Date = () => new Date()): TimeStamper {
  return { token: (digest) => tokenBy(authority, digest, clock()) };
}

/** The answer to a request for a time-stamp (RFC 3161): the token, or status 2 with "bad request" for what cannot be read or is not SHA-256. */
export async function answerTimeStampRequest(request: Buffer, authority: Signer, clock: () => Date = () => new Date()): Promise<Buffer> {
  const asked = readRequest(request);
  if (!asked) return seq(seq(int(2)));
  return seq(seq(int(0)), await tokenBy(authority, asked.digest, clock(), asked.nonce));
}

function readRequest(request: Buffer): { digest: Buffer; nonce: Buffer | undefined } | undefined {
  try {
    const [, imprint, ...rest] = inside(request);
    const [algorithm, digest] = imprint ? inside(imprint) : [];
    if (!digest || !algorithm || !inside(algorithm)[0]?.equals(inside(sha256)[0] ?? Buffer.alloc(0))) return undefined;
    return { digest: value(digest), nonce: rest.find((part) => part[0] === 0x02) };
  } catch {
    return undefined;
  }
}

async function tokenBy(authority: Signer, digest: Uint8Array, at: Date, nonce?: Buffer): Promise<Buffer> {
  const serial = randomBytes(10);
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40;
  const imprint = seq(sha256, octets(digest));
  const content = seq(int(1), oid(policy), imprint, int(serial), time(at), seq(int(1)), ...(nonce ? [nonce] : []));
  const certificate = await authority.certificate();
  const attributes = signedAttributes(timeStampContent, createHash('sha256').update(content).digest(), certificate);
  const signature = await authority.sign(attributes);
  return signedData({ contentType: timeStampContent, content, attributes, signature, certificate, chain: await authority.chain() });
}
