/** A signature or document time-stamp as it lies in a file: its message (CMS, DER) and the bytes that its byte range names. */
export type SignedPart = { kind: 'signature' | 'time-stamp'; message: Buffer; content: Buffer };

const range = /\/ByteRange *\[ *(\d+) +(\d+) +(\d+) +(\d+) *\]/g;

/** Finds them by their byte ranges alone, as any program may that knows nothing of this one. In the order of the file. */
export function signedPartsOf(pdf: Buffer): SignedPart[] {
  const text = pdf.toString('latin1');
  return [...text.matchAll(range)].map((found) => {
    const [start = 0, length = 0, next = 0, rest = 0] = found.slice(1).map(Number);
    const dictionary = text.slice(text.lastIndexOf(' obj', found.index), text.indexOf('endobj', found.index));
    const hex = Buffer.from(text.slice(start + length + 1, next - 1), 'hex');
    return {
      kind: dictionary.includes('/ETSI.RFC3161') ? 'time-stamp' : 'signature',
      message: hex.subarray(0, lengthOfDer(hex)),
      content: Buffer.concat([pdf.subarray(start, start + length), pdf.subarray(next, next + rest)]),
    };
  });
}

/** Without the zeros that fill the place kept for it. */
function lengthOfDer(bytes: Buffer): number {
  const first = bytes[1] ?? 0;
  return first < 0x80 ? 2 + first : 2 + (first & 0x7f) + bytes.readUIntBE(2, first & 0x7f);
}
