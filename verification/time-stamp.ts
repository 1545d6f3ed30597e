import { createHash } from 'node:crypto';
import { digestOf } from './algorithms.ts';
import type { Certificate } from './certificates.ts';
import { children, dotted, expected, instant, onlyNode } from './der.ts';
import { faultOf, type MessageFault, readMessage } from './signed-message.ts';

/** A time-stamp token (RFC 3161), its own signature checked; whether its authority is trusted is another question. */
export type TimeStamp = { at: Date; certificate: Certificate; certificates: Certificate[] };

const tokenContent = '1.2.840.113549.1.9.16.1.4';

/**
 * Reads a token over bytes that `covered` digests. A fault where it is over something else, broken, weak, or by a certificate that may not
 * stamp time. Throws NotDer where it is malformed.
 */
export function readTimeStamp(
  der: Buffer,
  covered: (digest: string) => Buffer,
): TimeStamp | { fault: MessageFault | 'not-for-time-stamps' } {
  const message = readMessage(der);
  const { content, certificate, certificates } = message;
  if (!content) return { fault: 'attributes-missing' };
  const parts = children(onlyNode(content));
  const [algorithm, imprint] = children(expected(parts[2], 0x30));
  const digest = digestOf(algorithm);
  if (digest === undefined) return { fault: 'weak-algorithm' };
  if (dotted(parts[1]) === '' || !expected(imprint, 4).content.equals(covered(digest))) return { fault: 'digest-differs' };
  const fault = faultOf(message, tokenContent, (name) => createHash(name).update(content).digest());
  if (fault) return { fault };
  if (certificate.purposes?.length !== 1 || certificate.purposes[0] !== '1.3.6.1.5.5.7.3.8') return { fault: 'not-for-time-stamps' };
  return { at: instant(parts.find(({ tag }) => tag === 0x18)), certificate, certificates };
}
