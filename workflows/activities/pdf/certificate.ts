import { createHash, type KeyObject, randomBytes, sign } from 'node:crypto';
import { bits, bool, certificateParts, context, int, keyBits, octets, oid, printable, rsaSha256, seq, set, tlv, utc, utf8 } from './der.ts';

const day = 86_400_000;

/** Name and key of who issues; `certificate` is absent only while a root issues itself. */
export type Issuer = { name: Buffer; key: KeyObject; certificate: Buffer | undefined };

export type CertificateRequest = {
  kind: 'root' | 'authority' | 'signer' | 'time-stamp';
  subject: { name: string; organisation: string; id?: string };
  publicKey: KeyObject;
  now: Date;
  validDays: number;
  /** Where the issuer's list of revoked certificates is. */
  revocationUrl?: string;
};

/** A distinguished name: country, organisation, common name, and a serial number that tells namesakes apart. */
export function distinguishedName({ name, organisation, id }: CertificateRequest['subject']): Buffer {
  const attributes: [string, Buffer][] = [
    ['2.5.4.6', printable('VN')],
    ['2.5.4.10', utf8(organisation)],
    ['2.5.4.3', utf8(name)],
    ...(id === undefined ? [] : [['2.5.4.5', printable(id)] satisfies [string, Buffer]]),
  ];
  return seq(...attributes.map(([type, value]) => set(seq(oid(type), value))));
}

/** Issues an X.509 certificate (RSA with SHA-256), in DER. */
export function issueCertificate(request: CertificateRequest, issuer: Issuer): Buffer {
  const { kind, now } = request;
  const authority = kind === 'root' || kind === 'authority';
  const publicKey = request.publicKey.export({ type: 'spki', format: 'der' });
  const usage = authority ? bits(Buffer.from([0x06]), 1) : bits(Buffer.from([0xc0]), 6); // keyCertSign and cRLSign, or digitalSignature and nonRepudiation
  const extensions = [extension('2.5.29.15', true, usage), extension('2.5.29.14', false, octets(sha1(keyBits(publicKey))))];
  if (authority) extensions.push(extension('2.5.29.19', true, seq(bool(true))));
  if (kind === 'time-stamp') extensions.push(extension('2.5.29.37', true, seq(oid('1.3.6.1.5.5.7.3.8'))));
  if (issuer.certificate) extensions.push(extension('2.5.29.35', false, seq(tlv(0x80, sha1(certificateParts(issuer.certificate).key)))));
  if (request.revocationUrl !== undefined) extensions.push(revocation(request.revocationUrl));
  const serial = randomBytes(12);
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40;
  const validity = seq(utc(new Date(now.getTime() - day)), utc(new Date(now.getTime() + request.validDays * day)));
  const content = seq(
    context(0, int(2)),
    int(serial),
    rsaSha256,
    issuer.name,
    validity,
    distinguishedName(request.subject),
    publicKey,
    context(3, seq(...extensions)),
  );
  return seq(content, rsaSha256, bits(sign('sha256', content, issuer.key)));
}

function extension(type: string, critical: boolean, value: Buffer): Buffer {
  return seq(oid(type), ...(critical ? [bool(true)] : []), octets(value));
}

/** Where the list of revoked certificates is. A list, since poppler trusts no certificate that names an OCSP responder it cannot reach. */
function revocation(url: string): Buffer {
  return extension('2.5.29.31', false, seq(seq(context(0, context(0, tlv(0x86, Buffer.from(url)))))));
}

function sha1(bytes: Uint8Array): Buffer {
  return createHash('sha1').update(bytes).digest();
}

/** A certificate in PEM. */
export function certificatePem(der: Uint8Array): string {
  const lines = Buffer.from(der)
    .toString('base64')
    .replace(/.{1,64}/g, '$&\n');
  return `-----BEGIN CERTIFICATE-----\n${lines}-----END CERTIFICATE-----\n`;
}

/** The certificates of a PEM text, in DER, in the order they stand. */
export function certificatesOf(pem: string): Buffer[] {
  return [...pem.matchAll(/-----BEGIN CERTIFICATE-----([\s\S]+?)-----END CERTIFICATE-----/g)].map(([, body = '']) =>
    Buffer.from(body, 'base64'),
  );
}
