import { deflateSync } from 'node:zlib';
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNull,
  type PDFObject,
  PDFRawStream,
  type PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';

const N = PDFName.of;

/** So many objects go into one compressed stream. */
const objectsAStream = 200;

/**
 * The whole document as a file: objects other than streams in compressed object streams, then a cross-reference stream, then a line break, without
 * which the first increment breaks rule 6.1.9 of PDF/A. What is not compressed yet is, but for metadata. The same document gives the same bytes.
 */
export function writePdf(doc: PDFDocument): Buffer {
  const { context } = doc;
  const { Root, Info, ID } = context.trailerInfo;
  if (!Root || !Info || !ID) throw new Error('a file without catalog, information or identifier');
  const objects = context.enumerateIndirectObjects();
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  let at = parts[0]?.length ?? 0;
  const entries = new Map<number, [kind: number, where: number, index: number]>([[0, [0, 0, 65_535]]]);
  const write = (number: number, object: PDFObject): void => {
    entries.set(number, [1, at, 0]);
    const bytes = Buffer.concat([Buffer.from(`${number} 0 obj\n`), serialised(object), Buffer.from('\nendobj\n')]);
    parts.push(bytes);
    at += bytes.length;
  };

  const streams: [number, PDFObject][] = objects.flatMap(([ref, object]) =>
    object instanceof PDFStream ? [[ref.objectNumber, small(object)]] : [],
  );
  const plain = objects.filter(([, object]) => !(object instanceof PDFStream));
  let next = context.largestObjectNumber + 1;
  for (let from = 0; from < plain.length; from += objectsAStream, next += 1) {
    const some = plain.slice(from, from + objectsAStream);
    for (const [index, [ref]] of some.entries()) entries.set(ref.objectNumber, [2, next, index]);
    streams.push([next, objectStream(context, some)]);
  }
  for (const [number, stream] of streams) write(number, stream);
  const start = at;
  entries.set(next, [1, start, 0]);
  const table = Buffer.alloc(7 * (next + 1));
  for (const [number, [kind, where, index]] of entries) {
    table[7 * number] = kind;
    table.writeUInt32BE(where, 7 * number + 1);
    table.writeUInt16BE(index, 7 * number + 5);
  }
  const dictionary = { Type: 'XRef', Size: next + 1, W: [1, 4, 2], Root, Info, ID, Filter: 'FlateDecode' };
  write(next, context.stream(deflateSync(table), dictionary));
  return Buffer.concat([...parts, Buffer.from(`startxref\n${start}\n%%EOF\n`)]);
}

/** Objects one after the other, behind a table of their numbers and offsets. */
function objectStream(context: PDFContext, objects: readonly [PDFRef, PDFObject][]): PDFObject {
  const offsets: string[] = [];
  const bodies: string[] = [];
  let at = 0;
  for (const [ref, object] of objects) {
    const body = written(object);
    offsets.push(`${ref.objectNumber} ${at}`);
    bodies.push(body);
    at += body.length + 1;
  }
  const head = `${offsets.join(' ')}\n`;
  const data = deflateSync(Buffer.from(`${head}${bodies.join('\n')}`, 'latin1'), { level: 4 });
  return context.stream(data, { Type: 'ObjStm', N: objects.length, First: head.length, Filter: 'FlateDecode' });
}

/** An object as the library's `toString` writes it, in half the time. */
function written(object: PDFObject): string {
  if (object instanceof PDFDict) {
    let text = '<<\n';
    for (const key of object.keys()) text += `${key.asString()} ${written(object.get(key, true) ?? PDFNull)}\n`;
    return `${text}>>`;
  }
  if (object instanceof PDFArray) {
    let text = '[ ';
    for (let at = 0; at < object.size(); at += 1) text += `${written(object.get(at))} `;
    return `${text}]`;
  }
  return object.toString();
}

/** A stream as it is, or compressed where it is not and may be: metadata stays readable for everybody. */
function small(stream: PDFStream): PDFObject {
  if (!(stream instanceof PDFRawStream) || stream.dict.has(N('Filter')) || stream.dict.get(N('Type')) === N('Metadata')) return stream;
  stream.dict.set(N('Filter'), N('FlateDecode'));
  return PDFRawStream.of(stream.dict, deflateSync(stream.contents, { level: 4 }));
}

function serialised(object: PDFObject): Buffer {
  const bytes = Buffer.alloc(object.sizeInBytes());
  object.copyBytesInto(bytes, 0);
  return bytes;
}
