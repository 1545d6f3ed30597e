import { limits, malformed, Unreadable } from './limits.ts';
import { type Inflater, openInflater } from './pdf-streams.ts';
import {
  type Dict,
  type Found,
  type Indirect,
  indirectAt,
  isDict,
  isList,
  isRef,
  isStream,
  keyword,
  nameOf,
  onlySpace,
  type Ref,
  skipSpace,
  type Value,
  valueAt,
  wholeNumber,
} from './pdf-syntax.ts';

/** Where an object stands in a revision: at a place of the file, in an object stream, or nowhere. */
export type Entry = { kind: 'free' } | { kind: 'at'; offset: number; generation: number } | { kind: 'in'; stream: number; index: number };

/** What one increment of the file added. Its bytes run from `from` to `end`, the line break after %%EOF included. */
export type Revision = {
  from: number;
  end: number;
  entries: Map<number, Entry>;
  trailer: Dict;
  table: { at: number; end: number; object: number | null };
};

/** The file as its reader at one revision sees it. */
export type View = {
  revision: number;
  trailer: Dict;
  catalog: Dict;
  catalogRef: Ref;
  entry(number: number): Entry | undefined;
  /** The object behind a number, null where there is none. */
  object(number: number): Value;
  /** The value itself, or what the reference in it leads to. */
  resolve(value: Value | undefined): Value;
};

export type PdfFile = {
  bytes: Buffer;
  /** Oldest first. */
  revisions: Revision[];
  /** Bytes after the last %%EOF and its line break. */
  trailing: number;
  inflate: Inflater;
  view(revision: number): View;
  /** An object that stands by itself in the file. */
  indirect(offset: number): Indirect;
};

type Section = { at: number; end: number; object: number | null; entries: Map<number, Entry>; trailer: Dict };

const noLength = (): number => {
  throw malformed('a cross-reference stream without a length of its own');
};

/**
 * Reads how a file is built: its revisions and where their objects stand. Nothing is repaired: a file in which readers could see different
 * things is refused. Objects are read when they are asked for. Throws Unreadable.
 */
export function openFile(bytes: Buffer): PdfFile {
  if (bytes.length > limits.bytes) throw new Unreadable('too-much', 'a file that is too large');
  if (!/^%PDF-[12]\.\d/.test(bytes.toString('latin1', 0, 8))) throw new Unreadable('not-a-pdf', 'it does not begin as a PDF');
  const inflate = openInflater();
  const { start, end } = lastEnd(bytes);
  const revisions = readRevisions(bytes, start, inflate);
  if (revisions.at(-1)?.end !== end) throw malformed('a last end that leads back to an earlier revision');
  const parsed = new Map<number, Indirect>();
  const opening = new Set<number>();

  const file: PdfFile = {
    bytes,
    revisions,
    trailing: bytes.length - end,
    inflate,
    view: (revision) => viewOf(file, revision),
    indirect(offset) {
      const known = parsed.get(offset);
      if (known) return known;
      if (opening.has(offset) || parsed.size > limits.objects) throw malformed('objects that lead round in a circle');
      opening.add(offset);
      const found = indirectAt(bytes, offset, (ref) => {
        const length = file.view(revisions.length - 1).resolve(ref);
        return typeof length === 'number' ? length : -1;
      });
      opening.delete(offset);
      parsed.set(offset, found);
      return found;
    },
  };
  return file;
}

/** The last `startxref N %%EOF`, and where its line ends. */
function lastEnd(bytes: Buffer): { start: number; end: number } {
  const eof = bytes.lastIndexOf('%%EOF');
  const before = eof < 0 ? null : /startxref\s{1,4}(\d{1,10})\s{1,4}$/.exec(bytes.toString('latin1', Math.max(0, eof - 48), eof));
  if (!before) throw malformed('the end of the file is missing');
  return { start: Number(before[1]), end: afterLine(bytes, eof + 5) };
}

/** Past one line break. */
function afterLine(bytes: Buffer, at: number): number {
  if (bytes[at] === 13) return bytes[at + 1] === 10 ? at + 2 : at + 1;
  return bytes[at] === 10 ? at + 1 : at;
}

/** Follows the chain of cross-references from the last to the first. */
function readRevisions(bytes: Buffer, last: number, inflate: Inflater): Revision[] {
  const sections: Section[] = [];
  let objects = 0;
  for (let at: number | undefined = last; at !== undefined; ) {
    if (sections.some((one) => one.at === at)) throw malformed('cross-references that lead round in a circle');
    if (sections.length > limits.revisions) throw new Unreadable('too-much', 'too many revisions');
    const section = sectionAt(bytes, at, inflate);
    objects += section.entries.size;
    if (objects > limits.objects) throw new Unreadable('too-much', 'too many objects');
    sections.push(section);
    const previous = section.trailer.entries.get('Prev');
    if (previous !== undefined && (typeof previous !== 'number' || !Number.isInteger(previous) || previous < 0))
      throw malformed('a cross-reference to nowhere');
    at = previous;
  }
  return asRevisions(bytes, sections.toReversed());
}

/** A section a revision; the two parts of a linearised original, of which the newer stands before the older, are one. */
function asRevisions(bytes: Buffer, sections: Section[]): Revision[] {
  const [first, second] = sections;
  const linearised = first && second && second.at < first.at;
  const merged = linearised
    ? [{ ...first, end: first.end, trailer: second.trailer, entries: new Map([...first.entries, ...second.entries]) }, ...sections.slice(2)]
    : sections;
  let from = 0;
  return merged.map((section, index) => {
    if (section.at < from) throw malformed('cross-references out of their order');
    const end = endOf(bytes, section, linearised === true && index === 0);
    const revision = {
      from,
      end,
      entries: section.entries,
      trailer: section.trailer,
      table: { at: section.at, end: section.end, object: section.object },
    };
    from = end;
    return revision;
  });
}

/** Where the revision of a section ends: behind its own startxref and %%EOF, and nothing but white space before them. */
function endOf(bytes: Buffer, section: Section, linearised: boolean): number {
  const at = skipSpace(bytes, section.end);
  if (!onlySpace(bytes, section.end, at)) throw malformed('something between a cross-reference and its end');
  const place = wholeNumber(bytes, keyword(bytes, at, 'startxref'));
  if (place.value !== section.at && !linearised) throw malformed('an end that names another cross-reference than its own');
  let eof = place.end;
  while (bytes[eof] === 10 || bytes[eof] === 13 || bytes[eof] === 32) eof += 1;
  if (bytes.toString('latin1', eof, eof + 5) !== '%%EOF') throw malformed('an increment without its end');
  return afterLine(bytes, eof + 5);
}

function sectionAt(bytes: Buffer, at: number, inflate: Inflater): Section {
  if (at >= bytes.length) throw malformed('a cross-reference beyond the file');
  const section = bytes.toString('latin1', at, at + 4) === 'xref' ? tableAt(bytes, at) : streamAt(bytes, at, inflate);
  if (section.trailer.entries.has('Encrypt')) throw new Unreadable('encrypted', 'an encrypted file');
  if (section.trailer.entries.has('XRefStm')) throw new Unreadable('hybrid', 'a file with two cross-references in one');
  return section;
}

function tableAt(bytes: Buffer, at: number): Section {
  const entries = new Map<number, Entry>();
  let here = skipSpace(bytes, at + 4);
  while (bytes[here] !== 0x74) {
    const first = wholeNumber(bytes, here);
    const count = wholeNumber(bytes, first.end);
    if (count.value > limits.objects || entries.size + count.value > limits.objects) throw new Unreadable('too-much', 'too many objects');
    here = skipSpace(bytes, count.end);
    for (let index = 0; index < count.value; index += 1, here += 20) {
      const line = /^(\d{10}) (\d{5}) ([nf])[\r\n ]{2}$/.exec(bytes.toString('latin1', here, here + 20));
      if (!line) throw malformed(`a cross-reference that cannot be read at ${here}`);
      const entry: Entry = line[3] === 'n' ? { kind: 'at', offset: Number(line[1]), generation: Number(line[2]) } : { kind: 'free' };
      note(entries, first.value + index, entry);
    }
    here = skipSpace(bytes, here);
  }
  const trailer = valueAt(bytes, keyword(bytes, here, 'trailer'));
  if (!isDict(trailer.value)) throw malformed('a trailer that is none');
  return { at, end: trailer.end, object: null, entries, trailer: trailer.value };
}

function note(entries: Map<number, Entry>, number: number, entry: Entry): void {
  if (entries.has(number)) throw malformed(`object ${number} twice in one cross-reference`);
  entries.set(number, entry);
}

function streamAt(bytes: Buffer, at: number, inflate: Inflater): Section {
  const { value, number, end } = indirectAt(bytes, at, noLength);
  if (!isStream(value) || nameOf(value.dict.entries.get('Type')) !== 'XRef') throw malformed('a cross-reference that is none');
  const trailer = value.dict;
  const widths = numbersOf(trailer.entries.get('W'));
  const size = trailer.entries.get('Size');
  if (widths.length !== 3 || widths.some((width) => width > 6) || typeof size !== 'number')
    throw malformed('a cross-reference that cannot be read');
  const [kindWidth = 0, secondWidth = 0, thirdWidth = 0] = widths;
  const row = kindWidth + secondWidth + thirdWidth;
  const data = inflate(value);
  const index = trailer.entries.has('Index') ? numbersOf(trailer.entries.get('Index')) : [0, size];
  const entries = new Map<number, Entry>();
  const part = (from: number, width: number, missing: number) => (width === 0 ? missing : data.readUIntBE(from, width));
  let place = 0;
  for (let pair = 0; pair < index.length; pair += 2) {
    const [first = 0, count = 0] = index.slice(pair, pair + 2);
    if (entries.size + count > limits.objects) throw new Unreadable('too-much', 'too many objects');
    for (let nth = 0; nth < count; nth += 1, place += row) {
      if (row === 0 || place + row > data.length) throw malformed('a cross-reference that ends too early');
      const kind = part(place, kindWidth, 1);
      const second = part(place + kindWidth, secondWidth, 0);
      const third = part(place + kindWidth + secondWidth, thirdWidth, 0);
      if (kind > 2) throw malformed('a cross-reference of an unknown kind');
      note(
        entries,
        first + nth,
        kind === 0
          ? { kind: 'free' }
          : kind === 1
            ? { kind: 'at', offset: second, generation: third }
            : { kind: 'in', stream: second, index: third },
      );
    }
  }
  if (place !== data.length) throw malformed('a cross-reference with more in it than it says');
  return { at, end, object: number, entries, trailer };
}

function numbersOf(value: Value | undefined): number[] {
  const numbers = isList(value) ? value.items : [];
  if (numbers.some((number) => typeof number !== 'number' || !Number.isInteger(number) || number < 0))
    throw malformed('numbers that cannot be');
  return numbers as number[];
}

function viewOf(file: PdfFile, revision: number): View {
  const { revisions } = file;
  const newest = revisions[revision];
  if (!newest) throw malformed('no such revision');
  const packed = new Map<number, Map<number, Value>>();
  const entry = (number: number): Entry | undefined => {
    for (let at = revision; at >= 0; at -= 1) {
      const found = revisions[at]?.entries.get(number);
      if (found) return found;
    }
    return undefined;
  };
  const object = (number: number): Value => {
    const found = entry(number);
    if (!found || found.kind === 'free') return null;
    if (found.kind === 'at') {
      if (found.offset >= newest.end) throw malformed('an object beyond its revision');
      const indirect = file.indirect(found.offset);
      if (indirect.number !== number || indirect.generation !== found.generation)
        throw malformed(`another object where ${number} should be`);
      return indirect.value;
    }
    const holder = entry(found.stream);
    if (holder?.kind !== 'at') throw malformed('an object stream that is none');
    const inside = packed.get(found.stream) ?? unpacked(file, object(found.stream));
    packed.set(found.stream, inside);
    if (!inside.has(number)) throw malformed(`object ${number} is not where it should be`);
    return inside.get(number) ?? null;
  };
  const resolve = (value: Value | undefined): Value => {
    let here = value ?? null;
    for (let steps = 0; isRef(here); steps += 1) {
      if (steps > 8) throw malformed('references that lead round in a circle');
      here = object(here.number);
    }
    return here;
  };
  const catalogRef = newest.trailer.entries.get('Root');
  const catalog = resolve(catalogRef);
  if (!isRef(catalogRef) || !isDict(catalog)) throw malformed('a file without catalog');
  return { revision, trailer: newest.trailer, catalog, catalogRef, entry, object, resolve };
}

/** The objects in an object stream by their numbers. */
function unpacked(file: PdfFile, value: Value): Map<number, Value> {
  if (!isStream(value) || nameOf(value.dict.entries.get('Type')) !== 'ObjStm') throw malformed('an object stream that is none');
  const [count, first] = [value.dict.entries.get('N'), value.dict.entries.get('First')];
  if (typeof count !== 'number' || typeof first !== 'number' || count > limits.objects)
    throw malformed('an object stream that cannot be read');
  const data = file.inflate(value);
  const out = new Map<number, Value>();
  let at = 0;
  for (let nth = 0; nth < count; nth += 1) {
    const number: Found<number> = wholeNumber(data, at);
    const offset = wholeNumber(data, number.end);
    at = offset.end;
    if (out.has(number.value)) throw malformed(`object ${number.value} twice in one stream`);
    out.set(number.value, valueAt(data, first + offset.value).value);
  }
  return out;
}
