import { classify } from './classify.ts';
import { addedEvidence } from './evidence.ts';
import type { Entry, PdfFile, View } from './pdf-file.ts';
import { type Dict, isDict, isList, isRef, isStream, nameOf, onlySpace, type Ref, type Value } from './pdf-syntax.ts';
import type { Change, ChangeKind } from './report.ts';
import { same } from './same.ts';
import { type SignatureField, signatureFields } from './signature-fields.ts';

/**
 * What an increment changed that a certified document may not suffer (DocMDP, P = 2): anything but signatures in fields that were ready for
 * them, evidence for checking them, and document time-stamps. A list of what is allowed: whatever else is new or different is forbidden,
 * whether a reader would show it or not, and so is every byte that belongs to no object. `ready` are the fields that were there when the first
 * signature was made; one that came later may hold a document time-stamp alone.
 */
export function forbiddenChanges(file: PdfFile, revision: number, ready: ReadonlySet<number>): Change[] {
  const [before, after] = [file.view(revision - 1), file.view(revision)];
  const added = file.revisions[revision];
  if (!added) return [];
  const changes: Change[] = [];
  const forbid = (what: ChangeKind, object: number | null): void => {
    changes.push({ revision, object, what });
  };
  const allowed = new Set<number>(added.table.object === null ? [] : [added.table.object]);
  const isNew = (number: number): boolean => before.entry(number) === undefined || before.entry(number)?.kind === 'free';

  /** Allows new objects from here on, as far as references lead to new ones. */
  const allow = (value: Value | undefined): void => {
    if (isRef(value)) {
      if (allowed.has(value.number) || !isNew(value.number)) return;
      allowed.add(value.number);
      allow(after.object(value.number));
    } else if (isDict(value)) for (const one of value.entries.values()) allow(one);
    else if (isStream(value)) allow(value.dict);
    else if (isList(value)) for (const one of value.items) allow(one);
  };

  for (const what of strayBytes(file, revision)) forbid(what, null);
  if (!sameTrailer(before.trailer, after.trailer)) forbid('root', null);
  const filled = filledFields(before, after);
  const stamps = addedFields(before, after);
  for (const { field, was } of filled) {
    for (const what of fieldChanges(was, field, isNew, ready)) forbid(what, field.number);
    if (field.signature && added.entries.has(field.number)) {
      allowed.add(field.number);
      allow(field.dict.entries.get('V'));
      allow(appearanceOf(field.dict, was));
    }
  }
  for (const stamp of stamps) {
    if (isNew(stamp.number) && isBareStamp(after, stamp)) allow({ kind: 'ref', number: stamp.number, generation: 0 });
    else forbid('signature-added', stamp.number);
  }
  const newFields = new Set(stamps.map(({ number }) => number));
  for (const { what, number } of catalogChanges(before, after, newFields, allow)) forbid(what, number);
  allowed.add(after.catalogRef.number);
  for (const number of listsThatGrew(before, after, added.entries, newFields)) allowed.add(number);
  for (const [number, entry] of added.entries) {
    if (allowed.has(number) || (entry.kind === 'free' && isNew(number)) || restated(file, entry, before, number)) continue;
    if (isStore(after, number, isNew)) continue;
    forbid(classify(before, after, number), number);
  }
  return changes;
}

/** Nothing may stand in an increment but its objects, their cross-reference and its end; objects must stand in it and not on one another. */
function strayBytes(file: PdfFile, revision: number): ChangeKind[] {
  const { bytes, revisions } = file;
  const added = revisions[revision];
  if (!added) return [];
  const places = [...added.entries.values()].filter((entry) => entry.kind === 'at').map(({ offset }) => offset);
  if (new Set(places).size !== places.length) return ['hidden-bytes'];
  let end = added.from;
  for (const offset of places.toSorted((one, other) => one - other)) {
    if (offset === added.table.at) continue;
    if (offset < end || offset >= added.table.at) return ['hidden-bytes'];
    const object = file.indirect(offset);
    if (!onlySpace(bytes, end, object.at)) return ['hidden-bytes'];
    end = object.end;
  }
  return onlySpace(bytes, end, added.table.at) ? [] : ['hidden-bytes'];
}

/** The catalog, the document's information and its identity stay where they were. */
function sameTrailer(before: Dict, after: Dict): boolean {
  const first = (dict: Dict): Value => {
    const id = dict.entries.get('ID');
    return isList(id) ? (id.items[0] ?? null) : null;
  };
  return ['Root', 'Info'].every((key) => same(before.entries.get(key), after.entries.get(key))) && same(first(before), first(after));
}

/** The fields that were there, each as it is and as it was. */
function filledFields(before: View, after: View): { field: SignatureField; was: SignatureField }[] {
  const old = new Map(signatureFields(before).map((field) => [field.number, field]));
  return signatureFields(after).flatMap((field) => {
    const was = old.get(field.number);
    return was && field.dict !== was.dict ? [{ field, was }] : [];
  });
}

/** A field may get a signature and its picture, once; nothing else of it may change. */
function fieldChanges(
  was: SignatureField,
  field: SignatureField,
  isNew: (number: number) => boolean,
  ready: ReadonlySet<number>,
): ChangeKind[] {
  const keys = new Set([...was.dict.entries.keys(), ...field.dict.entries.keys()]);
  const different = [...keys].filter((key) => !same(was.dict.entries.get(key), field.dict.entries.get(key)));
  if (different.length === 0) return [];
  const value = field.dict.entries.get('V');
  const signedNow = was.signature === null && field.signature !== null && isRef(value) && isNew(value.number);
  if (!signedNow || different.some((key) => key !== 'V' && key !== 'AP')) return ['signature-field'];
  if (!ready.has(field.number) && !isStamp(field)) return ['signature-added'];
  const picture = pictureOf(field.dict);
  return different.includes('AP') && !(isRef(picture) && isNew(picture.number)) ? ['signature-field'] : [];
}

/** The one picture of a field: an appearance with states, or for more than looking at, is none. */
function pictureOf(field: Dict): Ref | null {
  const appearance = field.entries.get('AP');
  const picture = isDict(appearance) && [...appearance.entries.keys()].every((key) => key === 'N') ? appearance.entries.get('N') : null;
  return isRef(picture) ? picture : null;
}

function appearanceOf(field: Dict, was: SignatureField): Value {
  const picture = pictureOf(field);
  return picture && !same(picture, was.dict.entries.get('AP')) ? picture : null;
}

function addedFields(before: View, after: View): SignatureField[] {
  const old = new Set(signatureFields(before).map(({ number }) => number));
  return signatureFields(after).filter(({ number }) => !old.has(number));
}

const isStamp = ({ signature }: SignatureField): boolean => nameOf(signature?.dict.entries.get('Type')) === 'DocTimeStamp';

/** A further document time-stamp may bring a field of its own, of no extent on the page and with nothing that shows or acts. */
function isBareStamp(view: View, field: SignatureField): boolean {
  const { dict, signature } = field;
  const rect = view.resolve(dict.entries.get('Rect'));
  const flat = isList(rect) && rect.items.length === 4 && rect.items.every((side) => side === 0);
  return flat && (!signature || isStamp(field)) && !['A', 'AA', 'AP', 'Kids', 'Parent', 'MK'].some((key) => dict.entries.has(key));
}

const catalogKinds: Record<string, ChangeKind> = {
  Pages: 'page',
  OpenAction: 'script',
  AA: 'script',
  Names: 'attachment',
  AF: 'attachment',
  Metadata: 'metadata',
  StructTreeRoot: 'structure',
  MarkInfo: 'structure',
  OCProperties: 'layers',
  Perms: 'permissions',
};

type FoundChange = { what: ChangeKind; number: number };

/** In the catalog only the store of evidence may grow, the form may get further time-stamps, and extensions be named that say so. */
function catalogChanges(before: View, after: View, newFields: Set<number>, allow: (value: Value | undefined) => void): FoundChange[] {
  const { catalog, catalogRef } = after;
  const keys = new Set([...before.catalog.entries.keys(), ...catalog.entries.keys()]);
  const found = (what: ChangeKind): FoundChange[] => [{ what, number: catalogRef.number }];
  return [...keys].flatMap((key): FoundChange[] => {
    const [was, is] = [before.catalog.entries.get(key), catalog.entries.get(key)];
    if (key === 'DSS') {
      if (!addedEvidence(before, after)) return found('evidence-removed');
      allow(is);
      return [];
    }
    if (same(was, is)) return [];
    if (key === 'AcroForm') return formGrew(before, after, newFields) ? [] : found('form-value');
    if (key === 'Extensions' && was === undefined && isDict(is)) return [];
    return found(catalogKinds[key] ?? 'catalog');
  });
}

/** The form differs by nothing but new fields at the end of its list, all of them time-stamps. */
function formGrew(before: View, after: View, newFields: Set<number>): boolean {
  const [was, is] = [before, after].map((view) => view.resolve(view.catalog.entries.get('AcroForm')));
  if (!isDict(was) || !isDict(is)) return false;
  const keys = new Set([...was.entries.keys(), ...is.entries.keys()]);
  return [...keys].every((key) => {
    if (key !== 'Fields') return same(was.entries.get(key), is.entries.get(key));
    return grewBy(before.resolve(was.entries.get(key)), after.resolve(is.entries.get(key)), newFields);
  });
}

function grewBy(was: Value, is: Value, newFields: Set<number>): boolean {
  if (!isList(is) || (was !== null && !isList(was))) return false;
  const old = was?.items ?? [];
  return (
    old.every((item, index) => same(item, is.items[index])) &&
    is.items.slice(old.length).every((item) => isRef(item) && newFields.has(item.number))
  );
}

/** Objects that changed only in that a new time-stamp's field was added to a list of them: the form, its list, a page's annotations. */
function listsThatGrew(before: View, after: View, entries: Map<number, Entry>, newFields: Set<number>): number[] {
  if (newFields.size === 0) return [];
  const lists = new Set([before.catalog.entries.get('AcroForm')].flatMap((value) => (isRef(value) ? [value.number] : [])));
  const form = before.resolve(before.catalog.entries.get('AcroForm'));
  const fields = isDict(form) ? form.entries.get('Fields') : null;
  if (isRef(fields)) lists.add(fields.number);
  return [...entries.keys()].filter((number) => {
    const [was, is] = [before.object(number), after.object(number)];
    if (lists.has(number) && isList(was)) return grewBy(was, is, newFields);
    if (lists.has(number) && isDict(was)) return formGrew(before, after, newFields);
    if (!isDict(was) || !isDict(is) || nameOf(was.entries.get('Type')) !== 'Page') return false;
    const keys = new Set([...was.entries.keys(), ...is.entries.keys()]);
    return [...keys].every(
      (key) =>
        same(was.entries.get(key), is.entries.get(key)) ||
        (key === 'Annots' && grewBy(before.resolve(was.entries.get(key)), is.entries.get(key) ?? null, newFields)),
    );
  });
}

/** An object written again as it was. */
function restated(file: PdfFile, entry: Entry, before: View, number: number): boolean {
  return entry.kind === 'at' && before.entry(number) !== undefined && same(before.object(number), file.indirect(entry.offset).value);
}

/** A new object stream, or a new cross-reference, is only a way of writing. */
function isStore(after: View, number: number, isNew: (number: number) => boolean): boolean {
  const value = after.object(number);
  return isNew(number) && isStream(value) && nameOf(value.dict.entries.get('Type')) === 'ObjStm';
}
