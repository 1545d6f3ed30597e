import { limits, Unreadable } from './limits.ts';
import type { PdfFile, View } from './pdf-file.ts';
import { type Dict, isDict, isList, isStream, type Value } from './pdf-syntax.ts';
import { same } from './same.ts';

const kinds = ['Certs', 'OCSPs', 'CRLs'] as const;

/** What is in the file for checking its signatures (the document security store): certificates, OCSP answers, revocation lists, in DER. */
export type Evidence = Record<(typeof kinds)[number], Buffer[]>;

const storeOf = (view: View): Dict | null => {
  const store = view.resolve(view.catalog.entries.get('DSS'));
  return isDict(store) ? store : null;
};

const listOf = (view: View, store: Dict | null, kind: string): Value[] => {
  const list = view.resolve(store?.entries.get(kind));
  return isList(list) ? list.items : [];
};

/** Reads the store of a revision. */
export function evidenceIn(file: PdfFile, view: View): Evidence {
  const store = storeOf(view);
  const read = (kind: string): Buffer[] => {
    const items = listOf(view, store, kind);
    if (items.length > limits.evidence) throw new Unreadable('too-much', 'more evidence than there can be');
    return items.flatMap((item) => {
      const stream = view.resolve(item);
      return isStream(stream) ? [file.inflate(stream)] : [];
    });
  };
  return { Certs: read('Certs'), OCSPs: read('OCSPs'), CRLs: read('CRLs') };
}

/** Whether the later store holds all that the earlier one held, and nothing but evidence. */
export function addedEvidence(before: View, after: View): boolean {
  const [was, is] = [storeOf(before), storeOf(after)];
  if (!is) return !was;
  const known = ['Type', 'VRI', ...kinds];
  if ([...is.entries.keys()].some((key) => !known.includes(key))) return false;
  return kinds.every((kind) => listOf(before, was, kind).every((item) => listOf(after, is, kind).some((one) => same(one, item))));
}
