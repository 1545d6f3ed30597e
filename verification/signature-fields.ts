import { createHash } from 'node:crypto';
import { limits, malformed, Unreadable } from './limits.ts';
import type { PdfFile, View } from './pdf-file.ts';
import { type Dict, decodedText, isDict, isList, isRef, isText, nameOf, type Text, type Value } from './pdf-syntax.ts';
import { type Finding, failed, passed } from './report.ts';

/** A signature field as the form of one revision has it. `signature` is null while it is empty. */
export type SignatureField = { name: string; number: number; dict: Dict; signature: { number: number; dict: Dict } | null };

/** All signature fields, by the form's tree. Throws Unreadable where the tree is not one. */
export function signatureFields(view: View): SignatureField[] {
  const form = view.resolve(view.catalog.entries.get('AcroForm'));
  const out: SignatureField[] = [];
  const seen = new Set<number>();
  const walk = (value: Value, path: string[], inherited: Value): void => {
    if (!isRef(value) || seen.has(value.number) || path.length > limits.depth) throw malformed('a form whose fields are no tree');
    seen.add(value.number);
    if (seen.size > limits.values) throw new Unreadable('too-much', 'too many fields');
    const dict = view.resolve(value);
    if (!isDict(dict)) throw malformed('a field that is none');
    const title = view.resolve(dict.entries.get('T'));
    const names = isText(title) ? [...path, decodedText(title)] : path;
    const kind = view.resolve(dict.entries.get('FT')) ?? inherited;
    const kids = view.resolve(dict.entries.get('Kids'));
    if (isList(kids) && kids.items.some((kid) => isField(view, kid))) for (const kid of kids.items) walk(kid, names, kind);
    else if (nameOf(kind) === 'Sig') out.push({ name: names.join('.'), number: value.number, dict, signature: signatureOf(view, dict) });
  };
  const fields = isDict(form) ? view.resolve(form.entries.get('Fields')) : null;
  if (isList(fields)) for (const field of fields.items) walk(field, [], null);
  if (new Set(out.map(({ name }) => name)).size !== out.length) throw malformed('two signature fields of one name');
  return out;
}

function isField(view: View, kid: Value): boolean {
  const dict = view.resolve(kid);
  return isDict(dict) && (dict.entries.has('T') || dict.entries.has('Kids'));
}

function signatureOf(view: View, field: Dict): SignatureField['signature'] {
  const value = field.entries.get('V');
  if (value === undefined || value === null) return null;
  const dict = view.resolve(value);
  if (!isRef(value) || !isDict(dict)) throw malformed('a signature that is no object of its own');
  return { number: value.number, dict };
}

/** What a signature covers: the message in its place, the revision that ends where it ends, and a digest of all the rest. */
export type Covered = { message: Buffer; revision: number; start: number; digest(name: string): Buffer };

/**
 * Reads the byte range of a signature. It must begin with the first byte, leave out nothing but the signature's own `/Contents`, and end
 * where a revision ends: the one in which the signature was made.
 */
export function coveredBy(file: PdfFile, view: View, signature: { number: number; dict: Dict }): { finding: Finding; covered?: Covered } {
  const { bytes, revisions } = file;
  const range = view.resolve(signature.dict.entries.get('ByteRange'));
  const numbers = isList(range) ? range.items.map((item) => view.resolve(item)) : [];
  const place = signature.dict.entries.get('Contents');
  if (numbers.length !== 4 || numbers.some((one) => typeof one !== 'number' || !Number.isInteger(one)))
    return { finding: failed('range-malformed') };
  const [start, length, next, rest] = numbers as [number, number, number, number];
  if (start < 0 || length < 0 || next < 0 || rest < 0) return { finding: failed('range-negative') };
  if (next + rest > bytes.length) return { finding: failed('range-beyond') };
  if (start !== 0) return { finding: failed('range-gap') };
  if (next < length) return { finding: failed('range-overlap') };
  const entry = view.entry(signature.number);
  if (entry?.kind !== 'at' || !isText(place) || !place.hex || !standsAt(file, entry.offset, place))
    return { finding: failed('contents-elsewhere') };
  if (place.at !== length || place.end !== next) return { finding: failed('range-gap') };
  const revision = revisions.findIndex(({ end }) => end === next + rest);
  const made = revisions[revision];
  if (!made) return { finding: failed('range-not-a-revision') };
  if (made.entries.get(signature.number) !== entry || place.at < made.from) return { finding: failed('range-other-revision') };
  const known = new Map<string, Buffer>();
  const digest = (name: string): Buffer => {
    const found =
      known.get(name) ??
      createHash(name)
        .update(bytes.subarray(0, length))
        .update(bytes.subarray(next, next + rest))
        .digest();
    known.set(name, found);
    return found;
  };
  return { finding: passed(), covered: { message: place.bytes, revision, start: length, digest } };
}

/** The string was read at its own place in the file, not out of an object stream. */
function standsAt(file: PdfFile, offset: number, place: Text): boolean {
  const { value } = file.indirect(offset);
  return isDict(value) && value.entries.get('Contents') === place;
}
