import { createHash } from 'node:crypto';
import { PDFArray, PDFHexString, PDFName, PDFNumber, PDFRef } from '@cantoo/pdf-lib';
import { appearance, append, type Change, signatureFieldsOf } from './increment.ts';
import { openOwnPdf } from './own-pdf.ts';

const N = PDFName.of;
const rangePlace = '[0 0000000000 0000000000 0000000000]';

/** What a signature says of itself, and what it looks like on the page. */
export type SignaturePlace = {
  /** Name of a field that is prepared and empty. */
  field: string;
  at: Date;
  name?: string;
  reason?: string;
  location?: string;
  /** The first signature certifies: afterwards only signing is allowed (DocMDP, P=2). */
  certify?: boolean;
  /** Operators that draw the signature's picture in a box of so many points. */
  drawing?: (width: number, height: number) => string;
  /** A document time-stamp (RFC 3161) instead of a signature. */
  timeStamp?: boolean;
  /** Bytes kept free for the CMS message or token. */
  reserve: number;
};

/** A revision with an empty signature, and the SHA-256 of all its other bytes. It may be stored until the signature comes. */
export type PendingSignature = { bytes: Buffer; from: number; to: number; digest: Buffer };

/**
 * Appends an empty signature to a prepared or signed file. The key then signs the attributes made of `digest` (see `cms.ts`), wherever it is:
 * in a file, a token, a security module, a remote service. Throws when there is no such field or it is signed already.
 */
export async function prepareSignature(base: Uint8Array, place: SignaturePlace): Promise<PendingSignature> {
  const doc = openOwnPdf(base);
  const { context, catalog } = doc;
  const [ref, field] = signatureFieldsOf(doc).get(place.field) ?? [];
  if (!ref || !field) throw new Error(`no signature field ${place.field}`);
  if (field.has(N('V'))) throw new Error(`${place.field} is signed already`);
  const signature = context.nextRef();
  field.set(N('V'), signature);
  const changes: Change[] = [[ref, field]];
  if (place.drawing) {
    const picture = context.nextRef();
    const rect = field.lookup(N('Rect'), PDFArray).asArray();
    const [left = 0, bottom = 0, right = 0, top = 0] = rect.map((side) => context.lookup(side, PDFNumber).asNumber());
    changes.push([picture, appearance(context, [left, bottom, right, top], place.drawing(right - left, top - bottom))]);
    field.set(N('AP'), context.obj({ N: picture }));
  }
  if (place.certify) {
    const { Root } = context.trailerInfo;
    if (!(Root instanceof PDFRef)) throw new Error('a file without catalog');
    catalog.set(N('Perms'), context.obj({ DocMDP: signature }));
    changes.push([Root, catalog]);
  }
  changes.push([signature, Buffer.from(signatureDictionary(place))]);
  return reserved(append(base, doc, changes), base.length, place.reserve);
}

function signatureDictionary(place: SignaturePlace): string {
  const text = (key: string, value: string | undefined): string =>
    value === undefined ? '' : `/${key} ${PDFHexString.fromText(value).toString()}`;
  const entries = [
    `/Type /${place.timeStamp ? 'DocTimeStamp' : 'Sig'} /Filter /Adobe.PPKLite`,
    `/SubFilter /${place.timeStamp ? 'ETSI.RFC3161' : 'ETSI.CAdES.detached'}`,
    place.timeStamp ? '' : `/M (D:${place.at.toISOString().replace(/\D/g, '').slice(0, 14)}+00'00')`,
    text('Name', place.name),
    text('Reason', place.reason),
    text('Location', place.location),
    place.certify ? '/Reference [<</Type /SigRef /TransformMethod /DocMDP /TransformParams <</Type /TransformParams /P 2 /V /1.2>>>>]' : '',
    `/ByteRange ${rangePlace} /Contents <${'0'.repeat(2 * place.reserve)}>`,
  ];
  return `<<${entries.filter((entry) => entry !== '').join('\n')}>>`;
}

/** Writes the byte range and digests what it covers. Blanks, not leading zeros, fill its numbers up: some readers refuse zeros. */
function reserved(bytes: Buffer, start: number, reserve: number): PendingSignature {
  const from = bytes.indexOf('/Contents <00', start) + '/Contents '.length;
  const to = from + 2 * reserve + 2;
  const numbers = [from, to, bytes.length - to].map((number) => String(number).padStart(10, ' '));
  bytes.write(`[0 ${numbers.join(' ')}]`, bytes.indexOf(rangePlace, start), 'latin1');
  return { bytes, from, to, digest: createHash('sha256').update(bytes.subarray(0, from)).update(bytes.subarray(to)).digest() };
}

/** Puts the CMS message or time-stamp token into its place. Throws when the room kept free is too small. */
export function embedSignature({ bytes, from, to }: PendingSignature, message: Uint8Array): Buffer {
  const room = to - from - 2;
  if (2 * message.length > room) throw new Error(`a signature of ${message.length} bytes has room for ${room / 2}`);
  const signed = Buffer.from(bytes);
  signed.write(Buffer.from(message).toString('hex').padEnd(room, '0'), from + 1, 'latin1');
  return signed;
}
