import { createHash, verify, X509Certificate } from 'node:crypto';
import { messageDigestAttribute, signingCertificateAttribute, timeStampAttribute } from './cms.ts';
import { certificateParts, dotted, inside, tlv, value } from './der.ts';

/** A CMS message with one signer, taken apart. */
export type SignedMessage = {
  certificate: Buffer;
  /** All certificates in it, the signer's own among them. */
  certificates: Buffer[];
  attributes: Buffer;
  signature: Buffer;
  /** What a token carries inside; undefined where the content is the file. */
  content: Buffer | undefined;
  /** The time-stamp token over the signature's value, if there is one. */
  timeStamp: Buffer | undefined;
};

/** Takes a message apart. Throws when it is malformed, has several signers or lacks its signer's certificate. */
export function readMessage(der: Buffer): SignedMessage {
  const [, wrapped] = inside(der);
  const [signedData] = wrapped ? inside(wrapped) : [];
  const parts = signedData ? inside(signedData) : [];
  const [, , encapsulated] = parts;
  const certificates = parts.filter((part) => part[0] === 0xa0).flatMap(inside);
  const [signer, ...others] = inside(parts.at(-1) ?? Buffer.alloc(0));
  const [, id, , attributes, , signature, unsigned] = signer ? inside(signer) : [];
  if (!encapsulated || !id || !attributes || attributes[0] !== 0xa0 || !signature || others.length > 0) {
    throw new Error('a signature that is not CMS with one signer');
  }
  const certificate = certificates.find((candidate) => {
    const { issuer, serial } = certificateParts(candidate);
    return Buffer.concat([issuer, serial]).equals(value(id));
  });
  if (!certificate) throw new Error("a signature without its signer's certificate");
  const [, content] = inside(encapsulated);
  const [carried] = content ? inside(content) : [];
  return {
    certificate,
    certificates,
    attributes: tlv(0x31, value(attributes)),
    signature: value(signature),
    content: carried && value(carried),
    timeStamp: unsigned && attributeOf(unsigned, timeStampAttribute),
  };
}

/** The first value of an attribute in a set of them. */
function attributeOf(attributes: Buffer, type: string): Buffer | undefined {
  const [, values] =
    inside(attributes)
      .map(inside)
      .find(([id]) => id && dotted(id) === type) ?? [];
  return values && inside(values)[0];
}

/** The attributes name this kind of content, these bytes and this certificate, and its key signed them. */
export function isIntact({ certificate, attributes, signature }: SignedMessage, contentType: string, digest: Buffer): boolean {
  const named = attributeOf(attributes, signingCertificateAttribute);
  const [identifier] = named ? inside(named).flatMap(inside) : [];
  const [certificateHash] = identifier ? inside(identifier) : [];
  const type = attributeOf(attributes, '1.2.840.113549.1.9.3');
  const signedDigest = attributeOf(attributes, messageDigestAttribute);
  return (
    type !== undefined &&
    dotted(type) === contentType &&
    signedDigest !== undefined &&
    value(signedDigest).equals(digest) &&
    certificateHash !== undefined &&
    value(certificateHash).equals(createHash('sha256').update(certificate).digest()) &&
    verify('sha256', attributes, new X509Certificate(certificate).publicKey, signature)
  );
}
