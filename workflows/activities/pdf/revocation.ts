import { createHash, type KeyObject, sign } from 'node:crypto';
import { bits, certificateParts, context, dotted, inside, int, nil, octets, oid, rsaSha256, seq, time, tlv, utc, value } from './der.ts';

const day = 86_400_000;

/** An authority that says which of its certificates still hold. */
export type RevocationIssuer = { name: Buffer; key: KeyObject; certificate: Buffer };
/** When a certificate was revoked, by its serial number in hexadecimal; undefined while it holds. */
export type Revoked = (serial: string) => Date | undefined;

const none: Revoked = () => undefined;
const serialOf = (integer: Uint8Array): string => value(integer).toString('hex');

/** The OCSP answer "good" for a certificate (RFC 6960), signed by its issuer, for seven days. */
export function goodStanding(certificate: Uint8Array, issuer: RevocationIssuer, now: Date): Buffer {
  return answered([certificateId(certificateParts(certificate).serial, issuer)], issuer, now, none);
}

/** The answer to an OCSP request: good, revoked, or unknown for a certificate of somebody else. Status 1 (malformed) for what cannot be read. */
export function answerOcspRequest(request: Buffer, issuers: RevocationIssuer[], now: Date, revoked: Revoked): Buffer {
  try {
    const [question] = inside(request);
    const parts = question ? inside(question) : [];
    const ids = inside(parts.find((part) => part[0] === 0x30) ?? Buffer.alloc(0)).map((one) => inside(one)[0] ?? Buffer.alloc(0));
    const [first] = ids;
    const issuer = issuers.find((one) => first && certificateId(inside(first)[3] ?? nil, one).equals(first)) ?? issuers[0];
    if (!first || !issuer) throw new Error('it asks for nothing');
    const [extensions] = parts.filter((part) => part[0] === 0xa2).flatMap(inside);
    const nonce = extensions && inside(extensions).find((one) => dotted(inside(one)[0] ?? nil) === nonceType);
    return answered(ids, issuer, now, revoked, nonce);
  } catch {
    return seq(tlv(0x0a, Buffer.from([1])));
  }
}

const nonceType = '1.3.6.1.5.5.7.48.1.2';

/** How OCSP names a certificate: its issuer's name and key by SHA-1, and its serial number. */
function certificateId(serial: Uint8Array, issuer: RevocationIssuer): Buffer {
  return seq(seq(oid('1.3.14.3.2.26'), nil), octets(sha1(issuer.name)), octets(sha1(certificateParts(issuer.certificate).key)), serial);
}

function answered(ids: Buffer[], issuer: RevocationIssuer, now: Date, revoked: Revoked, nonce?: Buffer): Buffer {
  const singles = ids.map((id) => {
    const serial = inside(id)[3] ?? nil;
    const own = certificateId(serial, issuer).equals(id);
    const at = own ? revoked(serialOf(serial)) : undefined;
    const status = at ? context(1, time(at)) : tlv(own ? 0x80 : 0x82);
    return seq(id, status, time(now), context(0, time(new Date(now.getTime() + 7 * day))));
  });
  const content = seq(context(1, issuer.name), time(now), seq(...singles), ...(nonce ? [context(1, seq(nonce))] : []));
  const basic = seq(content, rsaSha256, bits(sign('sha256', content, issuer.key)), context(0, seq(issuer.certificate)));
  return seq(tlv(0x0a, Buffer.from([0])), context(0, seq(oid('1.3.6.1.5.5.7.48.1.1'), octets(basic))));
}

/** A revocation list (RFC 5280), for thirty days. */
export function revocationList(issuer: RevocationIssuer, now: Date, revoked: ReadonlyMap<string, Date> = new Map()): Buffer {
  const keyId = seq(oid('2.5.29.35'), octets(seq(tlv(0x80, sha1(certificateParts(issuer.certificate).key)))));
  const number = seq(oid('2.5.29.20'), octets(int(Math.floor(now.getTime() / 1000))));
  const entries = [...revoked].map(([serial, at]) => seq(tlv(0x02, Buffer.from(serial, 'hex')), utc(at)));
  const content = seq(
    int(1),
    rsaSha256,
    issuer.name,
    utc(now),
    utc(new Date(now.getTime() + 30 * day)),
    ...(entries.length > 0 ? [seq(...entries)] : []),
    context(0, seq(keyId, number)),
  );
  return seq(content, rsaSha256, bits(sign('sha256', content, issuer.key)));
}

function sha1(bytes: Uint8Array): Buffer {
  return createHash('sha1').update(bytes).digest();
}
