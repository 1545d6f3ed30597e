/** DER (X.690), as much of it as signatures, certificates, OCSP answers, revocation lists and time-stamps need. */
type Part = Uint8Array;

/** One value: tag, length, contents. */
export function tlv(tag: number, ...parts: Part[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag, ...lengthOctets(body.length)]), body]);
}

function lengthOctets(length: number): number[] {
  if (length < 0x80) return [length];
  const octets = [...bigEndian(length)];
  return [0x80 + octets.length, ...octets];
}

function bigEndian(value: number): Buffer {
  const hex = value.toString(16);
  return Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
}

export const seq = (...parts: Part[]): Buffer => tlv(0x30, ...parts);
/** A SET OF: DER sorts its members. */
export const set = (...parts: Part[]): Buffer => tlv(0x31, ...parts.toSorted(Buffer.compare));
/** Context-specific and constructed: [number]. */
export const context = (number: number, ...parts: Part[]): Buffer => tlv(0xa0 + number, ...parts);
export const octets = (bytes: Part): Buffer => tlv(0x04, bytes);
export const bits = (bytes: Part, unused = 0): Buffer => tlv(0x03, Buffer.from([unused]), bytes);
export const bool = (value: boolean): Buffer => tlv(0x01, Buffer.from([value ? 0xff : 0]));
export const nil: Buffer = tlv(0x05);
export const utf8 = (text: string): Buffer => tlv(0x0c, Buffer.from(text));
export const printable = (text: string): Buffer => tlv(0x13, Buffer.from(text));

/** A whole number that is not negative. */
export function int(value: number | Part): Buffer {
  const bytes = typeof value === 'number' ? bigEndian(value) : Buffer.from(value);
  return tlv(0x02, (bytes[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.alloc(1), bytes]) : bytes);
}

/** GeneralizedTime, to the second. */
export const time = (at: Date): Buffer => tlv(0x18, Buffer.from(`${digits(at)}Z`));
/** UTCTime, for the years 1950 to 2049. */
export const utc = (at: Date): Buffer => tlv(0x17, Buffer.from(`${digits(at).slice(2)}Z`));

function digits(at: Date): string {
  return at.toISOString().replace(/\D/g, '').slice(0, 14);
}

export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return tlv(0x06, Buffer.from([40 * first + second, ...rest.flatMap(base128)]));
}

function base128(value: number): number[] {
  const out = [value & 0x7f];
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) out.unshift((rest & 0x7f) | 0x80);
  return out;
}

/** SHA-256, as an AlgorithmIdentifier. */
export const sha256: Buffer = seq(oid('2.16.840.1.101.3.4.2.1'));
/** RSA with SHA-256 (PKCS #1 v1.5), as an AlgorithmIdentifier. */
export const rsaSha256: Buffer = seq(oid('1.2.840.113549.1.1.11'), nil);

/** Where the contents of the value at `at` begin, and how long they are. Throws on lengths that do not fit the bytes. */
function contents(bytes: Buffer, at: number): { start: number; length: number } {
  const first = bytes[at + 1];
  if (first === undefined) throw new Error('DER ends too early');
  const count = first < 0x80 ? 0 : first & 0x7f;
  if (count > 6 || at + 2 + count > bytes.length) throw new Error('DER has a length that does not fit');
  const length = count === 0 ? first : bytes.readUIntBE(at + 2, count);
  const start = at + 2 + count;
  if (start + length > bytes.length) throw new Error('DER ends too early');
  return { start, length };
}

const view = (der: Part): Buffer => Buffer.from(der.buffer, der.byteOffset, der.byteLength);

/** The values inside one constructed value, each with its own tag and length. */
export function inside(der: Part): Buffer[] {
  const bytes = view(der);
  const { start, length } = contents(bytes, 0);
  const out: Buffer[] = [];
  for (let at = start; at < start + length; ) {
    const inner = contents(bytes, at);
    out.push(bytes.subarray(at, inner.start + inner.length));
    at = inner.start + inner.length;
  }
  return out;
}

/** The contents of a value, without tag and length. */
export function value(der: Part): Buffer {
  const bytes = view(der);
  const { start, length } = contents(bytes, 0);
  return bytes.subarray(start, start + length);
}

/** The value itself without what follows it, for example the zeros that fill up a signature's place. */
export function trimmed(der: Part): Buffer {
  const bytes = view(der);
  const { start, length } = contents(bytes, 0);
  return bytes.subarray(0, start + length);
}

/** An object identifier in dotted form. */
export function dotted(der: Part): string {
  const numbers: number[] = [];
  let number = 0;
  for (const octet of value(der)) {
    number = number * 128 + (octet & 0x7f);
    if (octet < 0x80) {
      numbers.push(number);
      number = 0;
    }
  }
  const [first = 0, ...rest] = numbers;
  return [Math.min(2, Math.floor(first / 40)), first - 40 * Math.min(2, Math.floor(first / 40)), ...rest].join('.');
}

/** What others need of a certificate, as it stands in it: serial number, issuer, subject, and the bits of the key. */
export function certificateParts(certificate: Part): { serial: Buffer; issuer: Buffer; subject: Buffer; key: Buffer } {
  const [tbs] = inside(certificate);
  const [, serial, , issuer, , subject, publicKey] = tbs ? inside(tbs) : [];
  if (!serial || !issuer || !subject || !publicKey) throw new Error('not a certificate');
  return { serial, issuer, subject, key: keyBits(publicKey) };
}

/** The bits of a SubjectPublicKeyInfo's key, from which key identifiers are made. */
export function keyBits(publicKey: Part): Buffer {
  const [, key] = inside(publicKey);
  if (!key) throw new Error('not a public key');
  return value(key).subarray(1);
}
