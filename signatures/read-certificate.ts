import { X509Certificate } from 'node:crypto';
import { dotted, inside, value } from '../workflows/activities/pdf/der.ts';

/** What decides about a certificate, read from its DER. */
export type CertificateRead = {
  der: Buffer;
  x509: X509Certificate;
  /** Common name of the holder and of who issued it. */
  name: string;
  issuerName: string;
  from: Date;
  until: Date;
  /** Bits of the key usage, as named in RFC 5280; undefined where it does not say. */
  keyUsage: ReadonlySet<KeyUse> | undefined;
  /** Object identifiers of the extended key usage; empty where it does not say. */
  extendedUsage: string[];
  /** Where its standing can be asked, if it says so. */
  ocspUrl: string | undefined;
  crlUrls: string[];
};

const uses = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
] as const;
export type KeyUse = (typeof uses)[number];

export const timeStamping = '1.3.6.1.5.5.7.3.8';
export const ocspSigning = '1.3.6.1.5.5.7.3.9';

const read = new WeakMap<Buffer, CertificateRead>();

/** Reads a certificate. Throws when it is malformed. */
export function readCertificate(der: Buffer): CertificateRead {
  const known = read.get(der);
  if (known) return known;
  const x509 = new X509Certificate(der);
  const extensions = extensionsOf(der);
  const usage = extensions.get('2.5.29.15');
  const extended = extensions.get('2.5.29.37');
  const subject = x509.toLegacyObject();
  const one: CertificateRead = {
    der,
    x509,
    name: first(subject.subject.CN),
    issuerName: first(subject.issuer.CN),
    from: x509.validFromDate,
    until: x509.validToDate,
    keyUsage: usage && usesIn(value(usage)),
    extendedUsage: extended ? inside(extended).map(dotted) : [],
    ocspUrl: ocspUrlIn(extensions.get('1.3.6.1.5.5.7.1.1')),
    crlUrls: urlsIn(extensions.get('2.5.29.31')),
  };
  read.set(der, one);
  return one;
}

const first = (attribute: string | string[] | undefined): string =>
  (Array.isArray(attribute) ? attribute[0] : attribute)?.normalize('NFC') ?? '';

/** The contents of every extension by its object identifier. */
export function extensionsOf(der: Buffer): Map<string, Buffer> {
  const [tbs] = inside(der);
  const wrapped = tbs && inside(tbs).find((part) => part[0] === 0xa3);
  const [list] = wrapped ? inside(wrapped) : [];
  return new Map(
    (list ? inside(list) : []).flatMap((extension) => {
      const parts = inside(extension);
      const [type] = parts;
      const content = parts.at(-1);
      return type && content ? [[dotted(type), value(content)] as const] : [];
    }),
  );
}

/** A BIT STRING's contents: unused bits, then the bits, the first on the left. */
function usesIn(bitString: Buffer): ReadonlySet<KeyUse> {
  const bits = bitString[1] ?? 0;
  return new Set(uses.filter((_, index) => (bits & (0x80 >> index)) !== 0));
}

/** Authority information access: the location of the first OCSP responder. */
function ocspUrlIn(access: Buffer | undefined): string | undefined {
  for (const description of access ? inside(access) : []) {
    const [method, location] = inside(description);
    if (method && location?.[0] === 0x86 && dotted(method) === '1.3.6.1.5.5.7.48.1') return value(location).toString('latin1');
  }
  return undefined;
}

/** Every http address in the distribution points of revocation lists. */
const urlsIn = (points: Buffer | undefined): string[] => (points ? collect(points).filter((url) => /^https?:/.test(url)) : []);

function collect(der: Buffer): string[] {
  return inside(der).flatMap((part) => {
    if (part[0] === 0x86) return [value(part).toString('latin1')];
    return ((part[0] ?? 0) & 0x20) !== 0 ? collect(part) : [];
  });
}
