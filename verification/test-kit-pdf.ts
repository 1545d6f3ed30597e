import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFObject, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import { append, type Change, openPdf } from '../workflows/activities/pdf/increment.ts';

/** What whoever changes a document has at hand: a PDF opened for one more increment. */
export type Opened = {
  doc: PDFDocument;
  root: PDFRef;
  pages: PDFRef[];
  dict(ref: PDFRef): PDFDict;
  /** A new stream; its dictionary in PDF's own terms. */
  stream(content: string, dict?: Record<string, string | number | number[]>): [PDFRef, PDFObject];
  field(name: string): [PDFRef, PDFDict];
  /** The first object that is like this. */
  find(like: (object: PDFObject) => boolean): [PDFRef, PDFObject];
};

export const N = (name: string): PDFName => PDFName.of(name);

export async function opened(bytes: Buffer): Promise<Opened> {
  const doc = await openPdf(bytes);
  const { context } = doc;
  const root = context.trailerInfo.Root;
  if (!(root instanceof PDFRef)) throw new Error('no catalog');
  const objects = context.enumerateIndirectObjects();
  const find = (like: (object: PDFObject) => boolean): [PDFRef, PDFObject] => {
    const found = objects.find(([, object]) => like(object));
    if (!found) throw new Error('the document has nothing like that');
    return found;
  };
  return {
    doc,
    root,
    pages: doc.getPages().map(({ ref }) => ref),
    dict: (ref) => context.lookup(ref, PDFDict),
    stream: (content, dict = {}) => [context.nextRef(), context.stream(content, dict)],
    field(name) {
      const fields = doc.catalog.lookup(N('AcroForm'), PDFDict).lookup(N('Fields'), PDFArray).asArray();
      for (const ref of fields) {
        const dict = context.lookup(ref, PDFDict);
        if (ref instanceof PDFRef && dict.lookup(N('T'))?.toString().toUpperCase() === hexText(name)) return [ref, dict];
      }
      throw new Error(`no field ${name}`);
    },
    find,
  };
}

const hexText = (text: string): string => `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;

/** The file with one more increment, written as the product writes its own. */
export async function withIncrement(bytes: Buffer, change: (of: Opened) => Change[]): Promise<Buffer> {
  const at = await opened(bytes);
  return append(bytes, at.doc, change(at));
}

/** Something of the catalog changed. */
export const inCatalog = (bytes: Buffer, change: (catalog: PDFDict, of: Opened) => Change[] | undefined): Promise<Buffer> =>
  withIncrement(bytes, (of) => [...(change(of.doc.catalog, of) ?? []), [of.root, of.doc.catalog]]);

/** Something of the first page changed. */
export const onPage = (bytes: Buffer, change: (page: PDFDict, of: Opened) => Change[] | undefined): Promise<Buffer> =>
  withIncrement(bytes, (of) => {
    const [first] = of.pages;
    if (!first) throw new Error('no page');
    const page = of.dict(first);
    return [...(change(page, of) ?? []), [first, page]];
  });

export const typed =
  (type: string, key = 'Type') =>
  (object: PDFObject): boolean => {
    const dict = object instanceof PDFRawStream ? object.dict : object;
    return dict instanceof PDFDict && dict.get(N(key)) === N(type);
  };

/** An increment by hand, with a cross-reference table: objects as text, numbers that are freed or lead to a place, more for the trailer. */
export function withTable(
  bytes: Buffer,
  objects: Record<number, string>,
  { freed = [], placed = [], trailer = '', root }: { freed?: number[]; placed?: [number, number][]; trailer?: string; root?: string } = {},
): Buffer {
  const text = bytes.toString('latin1');
  const last = (pattern: RegExp): string => [...text.matchAll(pattern)].at(-1)?.[1] ?? '';
  const previous = last(/startxref\s+(\d+)/g);
  const size = Math.max(Number(last(/\/Size (\d+)/g)), ...Object.keys(objects).map((number) => Number(number) + 1));
  const own = { Root: root ?? last(/\/Root (\d+ \d+ R)/g), Info: last(/\/Info (\d+ \d+ R)/g), ID: last(/\/ID (\[[^\]]*\])/g) };
  let out = '';
  const lines: [number, string][] = freed.map((number) => [number, '0000000000 00001 f\r\n']);
  for (const [number, offset] of placed) lines.push([number, `${String(offset).padStart(10, '0')} 00000 n\r\n`]);
  for (const [number, body] of Object.entries(objects)) {
    lines.push([Number(number), `${String(bytes.length + out.length).padStart(10, '0')} 00000 n\r\n`]);
    out += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const table = lines
    .toSorted(([one], [other]) => one - other)
    .map(([number, line]) => `${number} 1\n${line}`)
    .join('');
  const start = bytes.length + out.length;
  out += `xref\n${table}trailer\n<</Size ${size} /Root ${own.Root} /Info ${own.Info} /ID ${own.ID} /Prev ${previous}${trailer}>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.concat([bytes, Buffer.from(out, 'latin1')]);
}

/** Bytes exchanged for as many others: the first or last place where they stand. */
export function patched(bytes: Buffer, from: string | RegExp, to: (found: string) => string, which: 'first' | 'last' = 'last'): Buffer {
  const text = bytes.toString('latin1');
  const all = [...text.matchAll(typeof from === 'string' ? new RegExp(from.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'g') : from)];
  const found = which === 'first' ? all[0] : all.at(-1);
  if (!found) throw new Error(`nothing like ${from} in the file`);
  const changed = to(found[0]);
  if (changed.length !== found[0].length) throw new Error('it would not be as long');
  return Buffer.concat([bytes.subarray(0, found.index), Buffer.from(changed, 'latin1'), bytes.subarray(found.index + changed.length)]);
}
