import { limits, malformed, Unreadable } from './limits.ts';

export type Name = { kind: 'name'; name: string };
export type Ref = { kind: 'ref'; number: number; generation: number };
/** A string; `at` and `end` say where it stands in the bytes, delimiters included. */
export type Text = { kind: 'text'; bytes: Buffer; hex: boolean; at: number; end: number };
export type Dict = { kind: 'dict'; entries: Map<string, Value> };
export type Stream = { kind: 'stream'; dict: Dict; raw: Buffer };
export type List = { kind: 'list'; items: Value[] };
export type Value = null | boolean | number | Name | Ref | Text | List | Dict | Stream;

/** What stands at a place: the value, and where it ends. */
export type Found<T> = { value: T; end: number };
/** An indirect object as it stands in the file. */
export type Indirect = { number: number; generation: number; value: Value; at: number; end: number };

export const isDict = (value: Value | undefined): value is Dict => typeof value === 'object' && value?.kind === 'dict';
export const isStream = (value: Value | undefined): value is Stream => typeof value === 'object' && value?.kind === 'stream';
export const isList = (value: Value | undefined): value is List => typeof value === 'object' && value?.kind === 'list';
export const isRef = (value: Value | undefined): value is Ref => typeof value === 'object' && value?.kind === 'ref';
export const isText = (value: Value | undefined): value is Text => typeof value === 'object' && value?.kind === 'text';
export const nameOf = (value: Value | undefined): string | undefined =>
  typeof value === 'object' && value?.kind === 'name' ? value.name : undefined;

const spaces = new Set([0, 9, 10, 12, 13, 32]);
const delimiters = new Set([...'()<>[]{}/%'].map((sign) => sign.charCodeAt(0)));
const isSpace = (byte: number | undefined): boolean => byte !== undefined && spaces.has(byte);
const isRegular = (byte: number | undefined): boolean => byte !== undefined && !spaces.has(byte) && !delimiters.has(byte);

/** The first place at or after `at` where something stands; comments count as space. */
export function skipSpace(bytes: Buffer, at: number): number {
  let here = at;
  for (;;) {
    while (isSpace(bytes[here])) here += 1;
    if (bytes[here] !== 0x25) return here;
    while (here < bytes.length && bytes[here] !== 10 && bytes[here] !== 13) here += 1;
  }
}

/** Whether nothing but white space stands between two places; comments are something. */
export function onlySpace(bytes: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (!isSpace(bytes[at])) return false;
  return true;
}

/** The word (a run of regular signs) that begins at a place. */
function wordAt(bytes: Buffer, at: number): Found<string> {
  let end = at;
  while (isRegular(bytes[end]) && end - at < 256) end += 1;
  return { value: bytes.toString('latin1', at, end), end };
}

/** Goes past a keyword. Throws when another stands there. */
export function keyword(bytes: Buffer, at: number, word: string): number {
  const start = skipSpace(bytes, at);
  const found = wordAt(bytes, start);
  if (found.value !== word) throw malformed(`"${word}" is missing at ${start}`);
  return found.end;
}

/** A whole number that is not negative. */
export function wholeNumber(bytes: Buffer, at: number): Found<number> {
  const { value, end } = wordAt(bytes, skipSpace(bytes, at));
  if (!/^\d{1,10}$/.test(value)) throw malformed(`no whole number at ${at}`);
  return { value: Number(value), end };
}

type Budget = { values: number };

/** Reads the value that begins at a place. Throws Unreadable where the grammar is not kept or a limit is passed. */
export function valueAt(bytes: Buffer, at: number): Found<Value> {
  return read(bytes, at, 0, { values: limits.values });
}

function read(bytes: Buffer, from: number, depth: number, budget: Budget): Found<Value> {
  budget.values -= 1;
  if (depth > limits.depth || budget.values < 0) throw new Unreadable('too-much', 'an object that is too deep or too large');
  const at = skipSpace(bytes, from);
  switch (bytes[at]) {
    case 0x2f:
      return nameAt(bytes, at);
    case 0x28:
      return literalAt(bytes, at);
    case 0x5b:
      return listAt(bytes, at, depth, budget);
    case 0x3c:
      return bytes[at + 1] === 0x3c ? dictAt(bytes, at, depth, budget) : hexAt(bytes, at);
    default:
      return numberRefOrWord(bytes, at);
  }
}

function nameAt(bytes: Buffer, at: number): Found<Name> {
  const { value, end } = wordAt(bytes, at + 1);
  if (/#(?![0-9a-fA-F]{2})/.test(value)) throw malformed(`a name that is not written rightly at ${at}`);
  return {
    value: { kind: 'name', name: value.replace(/#([0-9a-fA-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))) },
    end,
  };
}

const escapes: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12, '(': 40, ')': 41, '\\': 92 };

function literalAt(bytes: Buffer, at: number): Found<Text> {
  const out: number[] = [];
  let open = 1;
  let here = at + 1;
  for (; open > 0; here += 1) {
    const byte = bytes[here];
    if (byte === undefined) throw malformed(`a string without end at ${at}`);
    if (byte === 0x5c) {
      const next = String.fromCharCode(bytes[here + 1] ?? 0);
      const octal = /^[0-7]{1,3}/.exec(bytes.toString('latin1', here + 1, here + 4))?.[0];
      if (octal) out.push(Number.parseInt(octal, 8) & 0xff);
      else if (escapes[next] !== undefined) out.push(escapes[next]);
      else if (next !== '\n' && next !== '\r') out.push(next.charCodeAt(0));
      here += octal?.length ?? (next === '\r' && bytes[here + 2] === 10 ? 2 : 1);
      continue;
    }
    if (byte === 0x28) open += 1;
    if (byte === 0x29) open -= 1;
    if (open > 0) out.push(byte);
  }
  return { value: { kind: 'text', bytes: Buffer.from(out), hex: false, at, end: here }, end: here };
}

function hexAt(bytes: Buffer, at: number): Found<Text> {
  const close = bytes.indexOf(0x3e, at);
  const digits = close < 0 ? '?' : bytes.toString('latin1', at + 1, close).replace(/[\0\t\n\f\r ]/g, '');
  if (/[^0-9a-fA-F]/.test(digits)) throw malformed(`a string in hexadecimal that is none at ${at}`);
  const even = digits.length % 2 === 0 ? digits : `${digits}0`;
  return { value: { kind: 'text', bytes: Buffer.from(even, 'hex'), hex: true, at, end: close + 1 }, end: close + 1 };
}

function listAt(bytes: Buffer, at: number, depth: number, budget: Budget): Found<List> {
  const items: Value[] = [];
  for (let here = at + 1; ; ) {
    here = skipSpace(bytes, here);
    if (bytes[here] === 0x5d) return { value: { kind: 'list', items }, end: here + 1 };
    const item = read(bytes, here, depth + 1, budget);
    items.push(item.value);
    here = item.end;
  }
}

/** A dictionary. The same key twice is refused: readers differ in which one they take. */
function dictAt(bytes: Buffer, at: number, depth: number, budget: Budget): Found<Dict> {
  const entries = new Map<string, Value>();
  for (let here = at + 2; ; ) {
    here = skipSpace(bytes, here);
    if (bytes[here] === 0x3e && bytes[here + 1] === 0x3e) return { value: { kind: 'dict', entries }, end: here + 2 };
    if (bytes[here] !== 0x2f) throw malformed(`a dictionary that is not written rightly at ${at}`);
    const key = nameAt(bytes, here);
    const found = read(bytes, key.end, depth + 1, budget);
    if (entries.has(key.value.name)) throw malformed(`/${key.value.name} twice in the dictionary at ${at}`);
    entries.set(key.value.name, found.value);
    here = found.end;
  }
}

function numberRefOrWord(bytes: Buffer, at: number): Found<Value> {
  const { value, end } = wordAt(bytes, at);
  if (/^\d{1,10}$/.test(value)) return referenceAt(bytes, Number(value), end) ?? { value: Number(value), end };
  if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(value)) return { value: Number(value), end };
  if (value === 'true' || value === 'false') return { value: value === 'true', end };
  if (value === 'null') return { value: null, end };
  throw malformed(`nothing that can be read at ${at}`);
}

function referenceAt(bytes: Buffer, number: number, after: number): Found<Ref> | undefined {
  const found = /^[\0\t\n\f\r ]{1,8}(\d{1,5})[\0\t\n\f\r ]{1,8}R(?![^\0\t\n\f\r ()<>[\]{}/%])/.exec(
    bytes.toString('latin1', after, after + 24),
  );
  if (!found) return undefined;
  return { value: { kind: 'ref', number, generation: Number(found[1]) }, end: after + found[0].length };
}

/** Reads `12 0 obj … endobj`. `lengthOf` finds the length of a stream that another object holds. */
export function indirectAt(bytes: Buffer, at: number, lengthOf: (ref: Ref) => number): Indirect {
  const number = wholeNumber(bytes, at);
  const generation = wholeNumber(bytes, number.end);
  const { value, end } = valueAt(bytes, keyword(bytes, generation.end, 'obj'));
  const head = { number: number.value, generation: generation.value, at: skipSpace(bytes, at) };
  const next = skipSpace(bytes, end);
  if (!isDict(value) || wordAt(bytes, next).value !== 'stream') return { ...head, value, end: keyword(bytes, end, 'endobj') };
  const start = next + 6 + (bytes[next + 6] === 13 && bytes[next + 7] === 10 ? 2 : 1);
  if (bytes[start - 1] !== 10) throw malformed(`a stream that does not begin on a new line at ${next}`);
  const told = value.entries.get('Length');
  const length = isRef(told) ? lengthOf(told) : told;
  if (typeof length !== 'number' || !Number.isInteger(length) || length < 0 || start + length > bytes.length)
    throw malformed(`a stream without length at ${next}`);
  const raw = bytes.subarray(start, start + length);
  return {
    ...head,
    value: { kind: 'stream', dict: value, raw },
    end: keyword(bytes, keyword(bytes, start + length, 'endstream'), 'endobj'),
  };
}

/** A text string as people read it. */
export function decodedText(text: Text): string {
  const { bytes } = text;
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return Buffer.from(bytes.subarray(2, 2 + 2 * Math.floor((bytes.length - 2) / 2)))
      .swap16()
      .toString('utf16le')
      .normalize('NFC');
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.toString('utf8', 3).normalize('NFC');
  return bytes.toString('latin1');
}
