import { createHash } from 'node:crypto';
import { certificateParts, context, dotted, inside, int, octets, oid, rsaSha256, seq, set, sha256, tlv, value } from './der.ts';

/** Content types of a signature over a document, and of a time-stamp token. */
export const documentContent = '1.2.840.113549.1.7.1';
export const timeStampContent = '1.2.840.113549.1.9.16.1.4';

export const messageDigestAttribute = '1.2.840.113549.1.9.4';
export const signingCertificateAttribute = '1.2.840.113549.1.9.16.2.47';
export const timeStampAttribute = '1.2.840.113549.1.9.16.2.14';

function digest(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

function attribute(type: string, content: Uint8Array): Buffer {
  return seq(oid(type), set(content));
}

/**
 * The attributes that a key signs: content-type, message-digest, signing-certificate-v2 (PAdES baseline, ETSI EN 319 142-1).
 * No signing-time: PAdES keeps that in the signature dictionary's /M. What is signed is these bytes; a token or a remote
 * service gets them or their SHA-256.
 */
export function signedAttributes(contentType: string, messageDigest: Uint8Array, certificate: Uint8Array): Buffer {
  const { issuer, serial } = certificateParts(certificate);
  const issuerSerial = seq(seq(context(4, issuer)), serial);
  const certificateId = seq(octets(digest(certificate)), issuerSerial);
  return set(
    attribute('1.2.840.113549.1.9.3', oid(contentType)),
    attribute(messageDigestAttribute, octets(messageDigest)),
    attribute(signingCertificateAttribute, seq(seq(certificateId))),
  );
}

/** What goes into a signed message. `chain` runs from the issuer of `certificate` up to the root. */
export type SignedParts = {
  contentType: string;
  /** Only in tokens that carry what they sign. */
  content?: Uint8Array;
  attributes: Buffer;
  signature: Uint8Array;
  certificate: Uint8Array;
  chain: Uint8Array[];
  /** RFC 3161 token over the signature's value. */
  timeStamp?: Uint8Array;
};

/** The CMS message (RFC 5652) with one signer, RSA with SHA-256. */
export function signedData(parts: SignedParts): Buffer {
  const { issuer, serial } = certificateParts(parts.certificate);
  const signer = seq(
    int(1),
    seq(issuer, serial),
    sha256,
    tlv(0xa0, value(parts.attributes)),
    rsaSha256,
    octets(parts.signature),
    ...(parts.timeStamp ? [tlv(0xa1, attribute(timeStampAttribute, parts.timeStamp))] : []),
  );
  const data = seq(
    int(parts.contentType === documentContent ? 1 : 3),
    set(sha256),
    seq(oid(parts.contentType), ...(parts.content ? [context(0, octets(parts.content))] : [])),
    tlv(0xa0, parts.certificate, ...parts.chain),
    set(signer),
  );
  return seq(oid('1.2.840.113549.1.7.2'), context(0, data));
}

/** The same message with a time-stamp token over its signature's value; one that has a token already stays as it is. */
export function withTimeStamp(message: Buffer, token: Uint8Array): Buffer {
  const [type, wrapped] = inside(message);
  const parts = wrapped ? inside(inside(wrapped)[0] ?? Buffer.alloc(0)) : [];
  const [signer] = inside(parts.at(-1) ?? Buffer.alloc(0));
  if (!type || !signer) throw new Error('a signature that is not CMS with one signer');
  const fields = inside(signer);
  const unsigned = fields.filter((part) => part[0] === 0xa1).flatMap(inside);
  if (unsigned.some((one) => dotted(inside(one)[0] ?? Buffer.alloc(0)) === timeStampAttribute)) return message;
  const attributes = tlv(0xa1, ...[...unsigned, attribute(timeStampAttribute, token)].toSorted(Buffer.compare));
  const signed = seq(...fields.filter((part) => part[0] !== 0xa1), attributes);
  return seq(type, context(0, seq(...parts.slice(0, -1), set(signed))));
}
