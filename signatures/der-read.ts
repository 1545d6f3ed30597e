import { createHash, verify, type X509Certificate } from 'node:crypto';
import { dotted, inside, value } from '../workflows/activities/pdf/der.ts';

/** A UTCTime or GeneralizedTime as a date. Throws where it is neither. */
export function instantIn(der: Buffer): Date {
  const text = value(der).toString('latin1');
  const whole = der[0] === 0x17 ? `${Number(text.slice(0, 2)) < 50 ? '20' : '19'}${text}` : text;
  const digits = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.\d+)?Z$/.exec(whole);
  if (!digits) throw new Error(`not a time: ${text}`);
  const [, year, month, day, hour, minute, second] = digits;
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

const digests: Record<string, string> = {
  '1.2.840.113549.1.1.5': 'sha1',
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
};

/** Whether an authority signed `content`, by the algorithm that the structure names; false for one that is not known here. */
export function signedBy(authority: X509Certificate, content: Buffer, algorithm: Buffer, bitString: Buffer): boolean {
  const [type] = inside(algorithm);
  const digest = type && digests[dotted(type)];
  return digest !== undefined && verify(digest, content, authority.publicKey, value(bitString).subarray(1));
}

export const sha1 = (bytes: Uint8Array): Buffer => createHash('sha1').update(bytes).digest();
export const sha256Of = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();
