import { inflateSync } from 'node:zlib';
import {
  PDFArray,
  PDFBool,
  PDFCatalog,
  PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFObject,
  PDFPageLeaf,
  PDFPageTree,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';

const N = PDFName.of;

/** Where an object stands: at an offset of the file, or in an object stream. */
type Place = { at: number } | { inStream: number; index: number };

/**
 * Opens a PDF that this system or its browser has made, without changing anything in it. An object is read when it is first asked for: signing
 * touches a few of many hundreds. Files from elsewhere are for the library's own parser, which mends what is broken (`openPdf`).
 * @throws Error where the file is not written as ours are.
 */
export function openOwnPdf(bytes: Uint8Array): PDFDocument {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const context = PDFContext.create();
  const source = file.toString('latin1');
  const reader = readerOf(source, file, context);
  const { places, trailer } = crossReferences(source, reader);
  if (trailer.has(N('Encrypt'))) throw new Error('an encrypted PDF');
  Reflect.set(context, 'indirectObjects', new ReadWhenAsked(places, reader, context));
  context.largestObjectNumber = Math.max(...places.keys());
  for (const key of ['Root', 'Info', 'ID'] as const) {
    const value = trailer.get(N(key));
    if (value) context.trailerInfo[key] = value;
  }
  return Reflect.construct(PDFDocument, [context, true, false]);
}

/** The objects of a document, of which each is read when it is asked for. */
class ReadWhenAsked extends Map<PDFRef, PDFObject> {
  readonly #places: Map<number, Place>;
  readonly #reader: Reader;
  readonly #context: PDFContext;
  readonly #streams = new Map<number, PDFObject[]>();

  constructor(places: Map<number, Place>, reader: Reader, context: PDFContext) {
    super();
    this.#places = places;
    this.#reader = reader;
    this.#context = context;
  }

  override get(ref: PDFRef): PDFObject | undefined {
    const known = super.get(ref);
    const place = known ? undefined : this.#places.get(ref.objectNumber);
    if (!place || ref.generationNumber !== 0) return known;
    const read = 'at' in place ? this.#reader.object(place.at) : this.#inStream(place.inStream)[place.index];
    if (read) super.set(ref, read);
    return read;
  }

  override delete(ref: PDFRef): boolean {
    return this.#places.delete(ref.objectNumber) || super.delete(ref);
  }

  override entries(): MapIterator<[PDFRef, PDFObject]> {
    for (const number of this.#places.keys()) this.get(PDFRef.of(number));
    return super.entries();
  }

  #inStream(number: number): PDFObject[] {
    const before = this.#streams.get(number);
    if (before) return before;
    const stream = this.get(PDFRef.of(number));
    if (!(stream instanceof PDFRawStream)) throw new Error('an object stream that is none');
    const text = inflateSync(stream.contents).toString('latin1');
    const first = stream.dict.lookup(N('First'), PDFNumber).asNumber();
    const offsets = text.slice(0, first).trim().split(/\s+/).map(Number);
    const reader = readerOf(text, undefined, this.#context);
    const objects = offsets.flatMap((offset, at) => (at % 2 === 1 ? [reader.value(first + offset)] : []));
    this.#streams.set(number, objects);
    return objects;
  }
}

/** The newest place of each object, and the newest trailer, from the end of the file back. */
function crossReferences(source: string, reader: Reader): { places: Map<number, Place>; trailer: PDFDict } {
  const places = new Map<number, Place>();
  const seen = new Set<number>();
  let newest: PDFDict | undefined;
  let at: number | undefined = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(source.slice(-64))?.[1]);
  while (at !== undefined) {
    if (!(at > 0 && at < source.length) || seen.has(at)) throw new Error('a PDF without cross-references');
    seen.add(at);
    const trailer: PDFDict = source.startsWith('xref', at) ? fromTable(source, at, reader, places) : fromStream(at, reader, places);
    newest ??= trailer;
    at = trailer.lookupMaybe(N('Prev'), PDFNumber)?.asNumber();
  }
  if (!newest) throw new Error('a PDF without trailer');
  return { places, trailer: newest };
}

function fromTable(source: string, start: number, reader: Reader, places: Map<number, Place>): PDFDict {
  const section = /(\d+) (\d+)\s+/y;
  section.lastIndex = source.indexOf('\n', start) + 1;
  for (let head = section.exec(source); head; head = section.exec(source)) {
    const [all, first, count] = head;
    const begin = head.index + all.length;
    for (let at = 0; at < Number(count); at += 1) {
      const entry = begin + 20 * at;
      const number = Number(first) + at;
      if (source[entry + 17] === 'n' && !places.has(number)) places.set(number, { at: Number(source.slice(entry, entry + 10)) });
    }
    section.lastIndex = begin + 20 * Number(count);
  }
  const trailer = reader.value(source.indexOf('trailer', start) + 'trailer'.length);
  if (!(trailer instanceof PDFDict)) throw new Error('a PDF without trailer');
  return trailer;
}

function fromStream(at: number, reader: Reader, places: Map<number, Place>): PDFDict {
  const stream = reader.object(at);
  if (!(stream instanceof PDFRawStream) || stream.dict.has(N('DecodeParms'))) throw new Error('cross-references that cannot be read');
  const table = stream.dict.has(N('Filter')) ? inflateSync(stream.contents) : Buffer.from(stream.contents);
  const numbers = (key: string): number[] | undefined =>
    stream.dict
      .lookupMaybe(N(key), PDFArray)
      ?.asArray()
      .map((one) => (one instanceof PDFNumber ? one.asNumber() : 0));
  const widths = numbers('W') ?? [];
  const [kindWidth = 0, whereWidth = 0, indexWidth = 0] = widths;
  const index = numbers('Index') ?? [0, stream.dict.lookup(N('Size'), PDFNumber).asNumber()];
  const field = (from: number, width: number): number => (width === 0 ? 0 : table.readUIntBE(from, width));
  let entry = 0;
  for (let at = 0; at < index.length; at += 2) {
    for (let number = index[at] ?? 0; number < (index[at] ?? 0) + (index[at + 1] ?? 0); number += 1) {
      const kind = kindWidth === 0 ? 1 : field(entry, kindWidth);
      const where = field(entry + kindWidth, whereWidth);
      const inside = field(entry + kindWidth + whereWidth, indexWidth);
      if (!places.has(number)) {
        if (kind === 1) places.set(number, { at: where });
        else if (kind === 2) places.set(number, { inStream: where, index: inside });
      }
      entry += kindWidth + whereWidth + indexWidth;
    }
  }
  return stream.dict;
}

type Reader = { object(at: number): PDFObject; value(at: number): PDFObject };

/** Reads objects from text that stands for bytes; streams need the bytes themselves. */
function readerOf(source: string, file: Buffer | undefined, context: PDFContext): Reader {
  const names = new Map<string, PDFName>();
  const reference = / (\d+) R/y;
  const number = /[+-]?[\d.]+/y;
  let at = 0;

  const skip = (): void => {
    while (source.charCodeAt(at) <= 32) at += 1;
  };
  const match = (form: RegExp): RegExpExecArray | null => {
    form.lastIndex = at;
    const found = form.exec(source);
    if (found) at = form.lastIndex;
    return found;
  };
  const named = (): PDFName => {
    const start = at;
    do at += 1;
    while (endsName[source.charCodeAt(at)] === 0);
    const raw = source.slice(start, at);
    const known = names.get(raw);
    if (known) return known;
    const made = N(raw.slice(1));
    names.set(raw, made);
    return made;
  };
  /** What begins with a digit: `12`, `12.5` or `12 0 R`. */
  const numeric = (): PDFObject => {
    const start = at;
    let whole = 0;
    for (let sign = source.charCodeAt(at); sign >= 0x30 && sign <= 0x39; sign = source.charCodeAt(at)) {
      whole = 10 * whole + sign - 0x30;
      at += 1;
    }
    if (source[at] === '.') {
      at = start;
      return PDFNumber.of(Number(match(number)?.[0]));
    }
    if (source.startsWith(' 0 R', at)) {
      at += 4;
      return PDFRef.of(whole);
    }
    const generation = match(reference)?.[1];
    return generation === undefined ? (wholeNumbers[whole] ?? PDFNumber.of(whole)) : PDFRef.of(whole, Number(generation));
  };
  const string = (): PDFString => {
    const start = at + 1;
    for (let depth = 0; ; at += 1) {
      const sign = source[at];
      if (sign === undefined) throw new Error('a string without end');
      if (sign === '\\') at += 1;
      else if (sign === '(') depth += 1;
      else if (sign === ')') {
        depth -= 1;
        if (depth === 0) break;
      }
    }
    at += 1;
    return PDFString.of(source.slice(start, at - 1));
  };
  const value = (): PDFObject => {
    skip();
    const sign = source.charCodeAt(at);
    if (sign === 0x2f) return named();
    if (sign === 0x3c) {
      if (source.charCodeAt(at + 1) === 0x3c) return dictionary();
      const end = source.indexOf('>', at);
      const hex = source.slice(at + 1, end);
      at = end + 1;
      return PDFHexString.of(hex);
    }
    if (sign === 0x28) return string();
    if (sign === 0x5b) {
      at += 1;
      const array = PDFArray.withContext(context);
      for (skip(); source.charCodeAt(at) !== 0x5d; skip()) array.push(value());
      at += 1;
      return array;
    }
    if (sign >= 0x30 && sign <= 0x39) return numeric();
    const digits = match(number);
    if (digits) return PDFNumber.of(Number(digits[0]));
    for (const [word, meant] of words) {
      if (source.startsWith(word, at)) {
        at += word.length;
        return meant;
      }
    }
    throw new Error(`nothing that a PDF has at ${at}`);
  };
  const dictionary = (): PDFDict => {
    at += 2;
    const entries = new Map<PDFName, PDFObject>();
    for (skip(); source.charCodeAt(at) !== 0x3e; skip()) entries.set(named(), value());
    at += 2;
    const kind = entries.get(type);
    if (kind === catalog) return PDFCatalog.fromMapWithContext(entries, context);
    if (kind === pages) return PDFPageTree.fromMapWithContext(entries, context);
    if (kind === page) return PDFPageLeaf.fromMapWithContext(entries, context);
    return PDFDict.fromMapWithContext(entries, context);
  };
  const header = /\s*\d+ \d+ obj/y;
  const streamHead = /\s*stream\r?\n/y;
  return {
    value(from) {
      at = from;
      return value();
    },
    object(from) {
      at = from;
      if (!match(header)) throw new Error(`no object at ${from}`);
      const found = value();
      if (!(found instanceof PDFDict) || !file || !match(streamHead)) return found;
      const start = at;
      const length = found.lookup(N('Length'), PDFNumber).asNumber();
      return PDFRawStream.of(found, file.subarray(start, start + length));
    },
  };
}

/** Most numbers are small and whole: each of these is made once. */
const wholeNumbers = Array.from({ length: 1_000 }, (_, number) => PDFNumber.of(number));

/** The signs that end a name, by their codes: white space and what begins or ends something else. */
const endsName = new Uint8Array(256);
for (const sign of '\0\t\n\f\r ()<>[]{}/%') endsName[sign.charCodeAt(0)] = 1;

const [type, catalog, pages, page] = [N('Type'), N('Catalog'), N('Pages'), N('Page')];
const words: [string, PDFObject][] = [
  ['true', PDFBool.True],
  ['false', PDFBool.False],
  ['null', PDFNull],
];
