import type { View } from './pdf-file.ts';
import { isDict, isList, isRef, isStream, nameOf, type Value } from './pdf-syntax.ts';
import type { ChangeKind } from './report.ts';

const types: Record<string, ChangeKind> = {
  Page: 'page',
  Pages: 'page',
  Annot: 'annotation',
  StructElem: 'structure',
  StructTreeRoot: 'structure',
  Font: 'font',
  FontDescriptor: 'font',
  Filespec: 'attachment',
  EmbeddedFile: 'attachment',
  Metadata: 'metadata',
  OCG: 'layers',
  OCMD: 'layers',
  Sig: 'signature-added',
  DocTimeStamp: 'signature-added',
  Action: 'script',
};

const subtypes: Record<string, ChangeKind> = { Image: 'image', Form: 'page-content', TrueType: 'font', Type0: 'font', Type1: 'font' };
const keys: Record<string, ChangeKind> = {
  Contents: 'page-content',
  FontFile: 'font',
  FontFile2: 'font',
  FontFile3: 'font',
  ToUnicode: 'font',
  SMask: 'image',
  Resources: 'page-content',
  Annots: 'annotation',
  ParentTree: 'structure',
  EmbeddedFiles: 'attachment',
  Info: 'metadata',
  Font: 'font',
  XObject: 'image',
};

/** What a changed or new object is to the reader, for naming what was done to the document. */
export function classify(before: View, after: View, number: number): ChangeKind {
  const [was, is] = [before.object(number), after.object(number)];
  const info = before.trailer.entries.get('Info');
  if (isRef(info) && info.number === number) return 'metadata';
  return byItself(before, was) ?? byItself(after, is) ?? byWhoNamesIt(before, number) ?? byWhoNamesIt(after, number) ?? 'object';
}

function byItself(view: View, value: Value): ChangeKind | undefined {
  const dict = isStream(value) ? value.dict : value;
  if (!isDict(dict)) return undefined;
  const read = (key: string): string => nameOf(view.resolve(dict.entries.get(key))) ?? '';
  if (read('S') === 'JavaScript' || dict.entries.has('JS')) return 'script';
  if (dict.entries.has('FT')) return read('FT') === 'Sig' ? 'signature-field' : 'form-value';
  if (read('Subtype') === 'Widget') return 'form-value';
  if (dict.entries.has('S') && (dict.entries.has('P') || dict.entries.has('ActualText'))) return 'structure';
  return types[read('Type')] ?? (dict.entries.has('Rect') ? 'annotation' : undefined) ?? subtypes[read('Subtype')];
}

const looksAtMost = 20_000;

/** By the key under which another object names it. */
function byWhoNamesIt(view: View, number: number): ChangeKind | undefined {
  const size = view.trailer.entries.get('Size');
  const last = Math.min(typeof size === 'number' ? size : 0, looksAtMost);
  for (let one = 1; one < last; one += 1) {
    if (view.entry(one)?.kind === undefined || view.entry(one)?.kind === 'free') continue;
    const found = naming(view.object(one), number, undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}

function naming(value: Value, number: number, key: string | undefined): ChangeKind | undefined {
  if (isRef(value)) return value.number === number && key !== undefined ? keys[key] : undefined;
  const parts = isStream(value) ? value.dict.entries : isDict(value) ? value.entries : undefined;
  if (parts) {
    for (const [name, part] of parts) {
      const found = naming(part, number, keys[name] || key === undefined ? name : key);
      if (found !== undefined) return found;
    }
  }
  if (isList(value)) {
    for (const item of value.items) {
      const found = naming(item, number, key);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}
