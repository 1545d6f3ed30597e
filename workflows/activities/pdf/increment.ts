import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import {
  ParseSpeeds,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRef,
  type PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';

/** Opens a PDF without changing anything in it. */
export function openPdf(bytes: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
}

/** A changed or new object with the reference it is written under. */
export type Change = [PDFRef, PDFObject | Buffer];

function serialised(object: PDFObject | Buffer): Buffer {
  if (Buffer.isBuffer(object)) return object;
  const bytes = Buffer.alloc(object.sizeInBytes());
  object.copyBytesInto(bytes, 0);
  return bytes;
}

/**
 * The file with an incremental update appended: the given objects, then a cross-reference stream.
 * Not a byte of the file before is touched, so earlier signatures stay valid.
 */
export function append(base: Uint8Array, doc: PDFDocument, changes: Change[]): Buffer {
  const { context } = doc;
  const { Root, Info, ID } = context.trailerInfo;
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(Buffer.from(base.subarray(-64)).toString('latin1'))?.[1];
  if (previous === undefined || Root === undefined || Info === undefined || !(ID instanceof PDFArray))
    throw new Error('not a prepared PDF');
  const parts: Buffer[] = [Buffer.from(base.buffer, base.byteOffset, base.byteLength)];
  let at = base.length;
  const write = (bytes: Buffer): void => {
    parts.push(bytes);
    at += bytes.length;
  };
  const own = context.nextRef();
  const entries: [number, number][] = [];
  for (const [ref, object] of changes) {
    entries.push([ref.objectNumber, at]);
    write(Buffer.from(`${ref.objectNumber} 0 obj\n`));
    write(serialised(object));
    write(Buffer.from('\nendobj\n'));
  }
  entries.push([own.objectNumber, at]);
  entries.sort(([a], [b]) => a - b);
  const offsets = Buffer.alloc(5 * entries.length);
  entries.forEach(([, offset], index) => {
    offsets[5 * index] = 1;
    offsets.writeUInt32BE(offset, 5 * index + 1);
  });
  const revision = createHash('sha256').update(base.subarray(-4096)).update(String(at)).digest('hex').slice(0, 32);
  const table = context.stream(offsets, {
    Type: 'XRef',
    Size: context.largestObjectNumber + 1,
    W: [1, 4, 0],
    Index: entries.flatMap(([number]) => [number, 1]),
    Prev: Number(previous),
    Root,
    Info,
    ID: [ID.get(0), PDFHexString.of(revision)],
  });
  const start = at;
  write(Buffer.from(`${own.objectNumber} 0 obj\n`));
  write(serialised(table));
  write(Buffer.from(`\nendobj\nstartxref\n${start}\n%%EOF\n`));
  return Buffer.concat(parts);
}

/** The picture of a signature: drawing operators in a box of the widget's size. */
export function appearance(context: PDFContext, rect: readonly number[], drawing: string): PDFStream {
  const [left = 0, bottom = 0, right = 0, top = 0] = rect;
  return context.stream(deflateSync(drawing), {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, right - left, top - bottom],
    Resources: {},
    Filter: 'FlateDecode',
  });
}

/** The signature fields of a prepared file by name. */
export function signatureFieldsOf(doc: PDFDocument): Map<string, [PDFRef, PDFDict]> {
  const found = new Map<string, [PDFRef, PDFDict]>();
  const form = doc.catalog.lookupMaybe(PDFName.of('AcroForm'), PDFDict);
  for (const ref of form?.lookupMaybe(PDFName.of('Fields'), PDFArray)?.asArray() ?? []) {
    if (!(ref instanceof PDFRef)) continue;
    const field = doc.context.lookup(ref, PDFDict);
    const name = field.lookup(PDFName.of('T'));
    if (field.get(PDFName.of('FT')) === PDFName.of('Sig') && (name instanceof PDFHexString || name instanceof PDFString))
      found.set(name.decodeText(), [ref, field]);
  }
  return found;
}
