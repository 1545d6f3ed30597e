import { createHash, type KeyObject } from 'node:crypto';
import { holds, publicKeyOf } from './algorithms.ts';
import { children, dotted, expected, instant, type Node, NotDer, onlyNode } from './der.ts';

/** An X.509 certificate, as much of it as judging needs. Names are DER, so that they are compared byte for byte. */
export type Certificate = {
  der: Buffer;
  fingerprint: string;
  serial: Buffer;
  issuer: Buffer;
  subject: Buffer;
  commonName: string;
  organisation: string;
  from: Date;
  to: Date;
  key: KeyObject;
  keyBits: Buffer;
  authority: boolean;
  pathLength: number | undefined;
  /** Bits of keyUsage, undefined where the certificate does not say. */
  usage: number | undefined;
  purposes: string[] | undefined;
  /** A critical extension that is not understood: the certificate may not be relied upon. */
  unknownCritical: boolean;
  /** An OCSP responder's certificate whose own revocation need not be looked up (id-pkix-ocsp-nocheck). */
  noCheck: boolean;
  signed: { content: Buffer; algorithm: Node; signature: Buffer };
};

const known = new Set([
  '2.5.29.14',
  '2.5.29.15',
  '2.5.29.17',
  '2.5.29.18',
  '2.5.29.19',
  '2.5.29.31',
  '2.5.29.32',
  '2.5.29.35',
  '2.5.29.37',
  '1.3.6.1.5.5.7.1.1',
  '1.3.6.1.5.5.7.1.3',
]);

/** Reads a certificate. Throws where it is malformed. */
export function readCertificate(der: Buffer): Certificate {
  const [tbs, algorithm, signature] = children(onlyNode(der));
  if (!tbs || !algorithm) throw new NotDer('no certificate');
  const parts = children(tbs);
  const [version, serial, , issuer, validity, subject, key] = parts;
  if (version?.tag !== 0xa0 || !serial || !issuer || !subject || !key) throw new NotDer('a certificate of another version than 3');
  const [from, to] = children(validity);
  const wrapped = parts.find(({ tag }) => tag === 0xa3);
  const extensions = wrapped ? children(children(wrapped)[0]).map(extension) : [];
  const find = (id: string): Node | undefined => extensions.find((one) => one.id === id)?.value;
  if (new Set(extensions.map(({ id }) => id)).size !== extensions.length) throw new NotDer('an extension twice');
  const constraints = find('2.5.29.19');
  const limits = constraints ? children(constraints) : [];
  const purposes = find('2.5.29.37');
  const length = limits.find(({ tag }) => tag === 2)?.content;
  return {
    der,
    fingerprint: createHash('sha256').update(der).digest('hex'),
    serial: serial.content,
    issuer: issuer.whole,
    subject: subject.whole,
    commonName: attribute(subject, '2.5.4.3'),
    organisation: attribute(subject, '2.5.4.10'),
    from: instant(from),
    to: instant(to),
    key: publicKeyOf(key.whole),
    keyBits: expected(children(key)[1], 3).content.subarray(1),
    authority: limits.some(({ tag, content }) => tag === 1 && content[0] === 0xff),
    pathLength: length && Number.parseInt(length.toString('hex'), 16),
    usage: usageOf(find('2.5.29.15')),
    purposes: purposes && children(purposes).map(dotted),
    unknownCritical: extensions.some(({ id, critical }) => critical && !known.has(id)),
    noCheck: extensions.some(({ id }) => id === '1.3.6.1.5.5.7.48.1.5'),
    signed: { content: tbs.whole, algorithm, signature: expected(signature, 3).content.subarray(1) },
  };
}

function extension(node: Node): { id: string; critical: boolean; value: Node | undefined } {
  const [id, ...rest] = children(node);
  const value = expected(rest.at(-1), 4).content;
  return {
    id: dotted(id),
    critical: rest[0]?.tag === 1 && rest[0].content[0] === 0xff,
    value: value.length > 0 && value[0] !== 5 ? onlyNode(value) : undefined,
  };
}

/** The first two octets of the bits, the first the higher: 0x8000 digitalSignature, 0x4000 nonRepudiation, 0x0400 keyCertSign, 0x0200 cRLSign. */
function usageOf(node: Node | undefined): number | undefined {
  return node && (expected(node, 3).content[1] ?? 0) * 256 + (node.content[2] ?? 0);
}

function attribute(name: Node, type: string): string {
  for (const set of children(name)) {
    for (const pair of children(set)) {
      const [id, value] = children(pair);
      if (dotted(id) === type && value)
        return (value.tag === 0x1e ? Buffer.from(value.content).swap16().toString('utf16le') : value.content.toString('utf8')).normalize(
          'NFC',
        );
    }
  }
  return '';
}

/** Whether the certificate was signed by the other, an authority that may do so. */
export function issuedBy(one: Certificate, above: Certificate): boolean {
  if (!one.issuer.equals(above.subject) || !above.authority || (above.usage !== undefined && (above.usage & 0x0400) === 0)) return false;
  return holds(one.signed.algorithm, undefined, above.key, one.signed.content, one.signed.signature) === 'right';
}

export type Chain =
  | { ok: true; links: Certificate[] }
  | { ok: false; why: 'no-anchors' | 'untrusted' | 'expired' | 'not-yet-valid' | 'unknown-extension' };

/**
 * Climbs from a certificate to one of the anchors. All links but the anchor must be valid at the time: an anchor is trusted because it is
 * named as one. `links` runs from the certificate to the anchor.
 */
export function chainOf(certificate: Certificate, known: Certificate[], anchors: Certificate[], at: Date): Chain {
  if (anchors.length === 0) return { ok: false, why: 'no-anchors' };
  const links = [certificate];
  for (let here = certificate; links.length <= 8; ) {
    if (anchors.some(({ fingerprint }) => fingerprint === here.fingerprint)) return { ok: true, links };
    if (at < here.from) return { ok: false, why: 'not-yet-valid' };
    if (at > here.to) return { ok: false, why: 'expired' };
    if (here.unknownCritical) return { ok: false, why: 'unknown-extension' };
    const below = links.length - 1;
    const isAbove = (one: Certificate): boolean =>
      !links.includes(one) && (one.pathLength === undefined || one.pathLength >= below) && issuedBy(here, one);
    const above = anchors.find(isAbove) ?? known.find(isAbove);
    if (!above) return { ok: false, why: 'untrusted' };
    links.push(above);
    here = above;
  }
  return { ok: false, why: 'untrusted' };
}
