import { certificateParts, dotted, inside, nil, octets, oid, seq, value } from '../workflows/activities/pdf/der.ts';
import { instantIn, sha1, signedBy } from './der-read.ts';
import { ocspSigning, readCertificate } from './read-certificate.ts';

/** What an authority says of a certificate now. */
export type Standing = { status: 'good' } | { status: 'revoked'; at: Date } | { status: 'unknown' };
/** A standing with its proof, in DER. `until`: it says nothing of later times. */
export type ProvenStanding = Standing & { proof: Buffer; made: Date; until: Date | undefined };

const basicResponse = '1.3.6.1.5.5.7.48.1.1';

/** How OCSP names a certificate: its issuer's name and key by SHA-1, and its serial number (RFC 6960). */
export function certificateId(certificate: Buffer, issuer: Buffer): Buffer {
  const { serial } = certificateParts(certificate);
  const above = certificateParts(issuer);
  return seq(seq(oid('1.3.14.3.2.26'), nil), octets(sha1(above.subject)), octets(sha1(above.key)), serial);
}

/** The question whether a certificate still holds. */
export const ocspRequest = (certificate: Buffer, issuer: Buffer): Buffer => seq(seq(seq(seq(certificateId(certificate, issuer)))));

/**
 * Reads an answer about a certificate. Throws where it is no answer about it, is not signed by its issuer or by a responder that the issuer
 * appointed, or is out of date.
 */
export function readOcsp(answer: Buffer, certificate: Buffer, issuer: Buffer, now: Date): ProvenStanding {
  const [status, wrapped] = inside(answer);
  if (!status || value(status)[0] !== 0 || !wrapped) throw new Error('the OCSP responder gives no answer');
  const [type, content] = inside(inside(wrapped)[0] ?? Buffer.alloc(0));
  if (!type || dotted(type) !== basicResponse || !content) throw new Error('an OCSP answer of another kind');
  const [data, algorithm, signature, enclosed] = inside(value(content));
  if (!data || !algorithm || !signature) throw new Error('an OCSP answer that cannot be read');
  const [list] = enclosed ? inside(enclosed) : [];
  if (!isFromIssuer(data, algorithm, signature, list ? inside(list) : [], issuer, now)) throw new Error('an OCSP answer by somebody else');
  const responses = inside(data).find((part, index, all) => part[0] === 0x30 && all[index - 1]?.[0] === 0x18);
  const id = certificateId(certificate, issuer);
  const single = (responses ? inside(responses) : []).map(inside).find(([named]) => named?.equals(id));
  const [, state, thisUpdate, ...rest] = single ?? [];
  if (!state || !thisUpdate) throw new Error('an OCSP answer about another certificate');
  const [nextUpdate] = rest.filter((part) => part[0] === 0xa0).flatMap(inside);
  const made = instantIn(thisUpdate);
  const until = nextUpdate && instantIn(nextUpdate);
  if (made.getTime() > now.getTime() + skewMs || (until && until < now)) throw new Error('an OCSP answer out of date');
  return { ...standingIn(state), proof: answer, made, until };
}

/** Clocks of two machines may differ by so much. */
const skewMs = 300_000;

function standingIn(state: Buffer): Standing {
  if (state[0] === 0x80) return { status: 'good' };
  const [at] = state[0] === 0xa1 ? inside(state) : [];
  return at ? { status: 'revoked', at: instantIn(at) } : { status: 'unknown' };
}

function isFromIssuer(data: Buffer, algorithm: Buffer, signature: Buffer, enclosed: Buffer[], issuer: Buffer, now: Date): boolean {
  const authority = readCertificate(issuer).x509;
  if (signedBy(authority, data, algorithm, signature)) return true;
  return enclosed
    .map(readCertificate)
    .some(
      ({ x509, extendedUsage, from, until }) =>
        extendedUsage.includes(ocspSigning) &&
        from <= now &&
        now <= until &&
        x509.checkIssued(authority) &&
        x509.verify(authority.publicKey) &&
        signedBy(x509, data, algorithm, signature),
    );
}
