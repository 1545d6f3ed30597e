import { certificateParts, inside } from '../workflows/activities/pdf/der.ts';
import { instantIn, signedBy } from './der-read.ts';
import type { ProvenStanding } from './ocsp.ts';
import { readCertificate } from './read-certificate.ts';

/** What a list of revoked certificates (RFC 5280) says of one. Throws where it is not its issuer's, or out of date. */
export function readRevocationList(list: Buffer, certificate: Buffer, issuer: Buffer, now: Date): ProvenStanding {
  const [content, algorithm, signature] = inside(list);
  if (!content || !algorithm || !signature) throw new Error('a revocation list that cannot be read');
  const [, , issuedBy, made, until, revoked] = withVersion(inside(content));
  const above = certificateParts(issuer);
  if (!issuedBy?.equals(above.subject)) throw new Error('a revocation list by somebody else');
  if (!signedBy(readCertificate(issuer).x509, content, algorithm, signature))
    throw new Error('a revocation list that its issuer did not sign');
  if (!made || !until || instantIn(until) < now) throw new Error('a revocation list out of date');
  const { serial } = certificateParts(certificate);
  const entry = (revoked?.[0] === 0x30 ? inside(revoked) : []).map(inside).find(([number]) => number?.equals(serial));
  const proof = { proof: list, made: instantIn(made), until: instantIn(until) };
  const [, at] = entry ?? [];
  return at ? { status: 'revoked', at: instantIn(at), ...proof } : { status: 'good', ...proof };
}

/** Version 1 lists leave their version out. */
const withVersion = (parts: Buffer[]): (Buffer | undefined)[] => (parts[0]?.[0] === 0x02 ? parts : [undefined, ...parts]);

/** A list in DER; an address may give it in PEM. */
export function asDer(bytes: Buffer): Buffer {
  const pem = /-----BEGIN X509 CRL-----([\s\S]+?)-----END X509 CRL-----/.exec(bytes.toString('latin1'));
  return pem ? Buffer.from(pem[1] ?? '', 'base64') : bytes;
}
