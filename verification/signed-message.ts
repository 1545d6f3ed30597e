import { createHash } from 'node:crypto';
import { digestOf, holds } from './algorithms.ts';
import { type Certificate, readCertificate } from './certificates.ts';
import { children, dotted, expected, type Node, NotDer, nodeAt, onlyNode } from './der.ts';

/** A CMS message (RFC 5652) with one signer, taken apart. */
export type SignedMessage = {
  certificate: Certificate;
  certificates: Certificate[];
  digest: Node;
  algorithm: Node;
  /** As they are signed: a SET. */
  attributes: Buffer;
  attribute(type: string): Node | undefined;
  signature: Buffer;
  contentType: string;
  /** What a token carries inside; undefined where the content is the file. */
  content: Buffer | undefined;
  /** The time-stamp token over the signature's value, if there is one. */
  timeStamp: Buffer | undefined;
};

const types = {
  content: '1.2.840.113549.1.9.3',
  digest: '1.2.840.113549.1.9.4',
  certificate: '1.2.840.113549.1.9.16.2.47',
  timeStamp: '1.2.840.113549.1.9.16.2.14',
};

/** Takes a message apart. Throws NotDer when it is malformed, has several signers, lacks its signer's certificate, or repeats an attribute. */
export function readMessage(der: Buffer): SignedMessage {
  const [type, wrapped] = children(onlyNode(der));
  if (dotted(type) !== '1.2.840.113549.1.7.2') throw new NotDer('not signed data');
  const parts = children(expected(children(expected(wrapped, 0xa0))[0], 0x30));
  const [, , encapsulated] = parts;
  const certificates = parts
    .filter(({ tag }) => tag === 0xa0)
    .flatMap(children)
    .map(({ whole }) => readCertificate(whole));
  const [signer, ...others] = children(expected(parts.at(-1), 0x31));
  if (!signer || others.length > 0) throw new NotDer('not one signer');
  const [, id, digest, ...rest] = children(signer);
  const signed = rest.find(({ tag }) => tag === 0xa0);
  const unsigned = rest.find(({ tag }) => tag === 0xa1);
  const [algorithm, value] = rest.filter(({ tag }) => tag !== 0xa0 && tag !== 0xa1);
  if (!digest || !algorithm) throw new NotDer('a signer without algorithms');
  const certificate = certificates.find((one) => id?.tag === 0x30 && id.content.equals(Buffer.concat([one.issuer, integer(one.serial)])));
  if (!certificate) throw new NotDer("no certificate of the signer's");
  const [contentType, content] = children(encapsulated);
  const attributes = signed ? attributesOf(signed) : new Map<string, Node>();
  return {
    certificate,
    certificates,
    digest,
    algorithm,
    attributes: signed ? Buffer.concat([Buffer.from([0x31]), signed.whole.subarray(1)]) : Buffer.alloc(0),
    attribute: (wanted) => attributes.get(wanted),
    signature: expected(value, 4).content,
    contentType: dotted(contentType),
    content: content && expected(children(expected(content, 0xa0))[0], 4).content,
    timeStamp: unsigned && attributesOf(unsigned).get(types.timeStamp)?.whole,
  };
}

const integer = (content: Buffer): Buffer => Buffer.concat([Buffer.from([2, content.length]), content]);

function attributesOf(set: Node): Map<string, Node> {
  const out = new Map<string, Node>();
  for (const one of children(set)) {
    const [id, values] = children(one);
    const [first, ...more] = children(expected(values, 0x31));
    if (!first || more.length > 0 || out.has(dotted(id))) throw new NotDer('an attribute that is not there once');
    out.set(dotted(id), first);
  }
  return out;
}

export type MessageFault = 'attributes-missing' | 'certificate-not-named' | 'digest-differs' | 'signature-wrong' | 'weak-algorithm';

/**
 * What is wrong with a message over `covered`: its attributes must name the kind of content, the digest of these bytes and this certificate
 * (PAdES, ETSI EN 319 142-1, 6.2), and the certificate's key must have signed them.
 */
export function faultOf(message: SignedMessage, contentType: string, covered: (digest: string) => Buffer): MessageFault | undefined {
  const { certificate, attributes, signature } = message;
  const digest = digestOf(message.digest);
  if (digest === undefined) return 'weak-algorithm';
  const [type, messageDigest, named] = [
    message.attribute(types.content),
    message.attribute(types.digest),
    message.attribute(types.certificate),
  ];
  if (!type || !messageDigest || !named) return 'attributes-missing';
  if (dotted(type) !== contentType || message.contentType !== contentType || !expected(messageDigest, 4).content.equals(covered(digest)))
    return 'digest-differs';
  if (!names(named, certificate)) return 'certificate-not-named';
  const said = holds(message.algorithm, digest, certificate.key, attributes, signature);
  return said === 'right' ? undefined : said === 'weak' ? 'weak-algorithm' : 'signature-wrong';
}

/** signing-certificate-v2 (RFC 5035): the digest of the certificate, by SHA-256 unless another is named. */
function names(attribute: Node, certificate: Certificate): boolean {
  const [identifier] = children(children(attribute)[0]);
  const parts = children(identifier);
  const digest = parts[0]?.tag === 0x30 ? digestOf(parts[0]) : 'sha256';
  const hash = parts.find(({ tag }) => tag === 4);
  return digest !== undefined && hash !== undefined && createHash(digest).update(certificate.der).digest().equals(hash.content);
}

/** The message at the beginning of a signature's place, and whether nothing but zeros follow it. */
export function messageIn(place: Buffer): { der: Buffer; filled: boolean } {
  const der = nodeAt(place).whole;
  return { der, filled: place.subarray(der.length).every((byte) => byte === 0) };
}
