import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFObject, PDFRef } from '@cantoo/pdf-lib';

const N = PDFName.of;
const [S, K, MCID, Pg] = [N('S'), N('K'), N('MCID'), N('Pg')];

/** Of one page: marked sequences to turn into artifacts, those whose text goes on on another page, and how many there are. */
export type Marks = { artifact: Set<number>; continued: Set<number>; sequences: number };

/** Entries of the parent tree: key of a page or annotation → its value. */
export type ParentTree = { nums: PDFArray; indexOf: Map<number, number>; nextKey: number };

/** The structure tree's root, and where its document element and its parent tree are. */
export function structure(doc: PDFDocument): { root: PDFDict; top: PDFRef; tree: ParentTree } {
  const root = doc.catalog.lookup(N('StructTreeRoot'), PDFDict);
  const top = root.get(N('K'));
  if (!(top instanceof PDFRef)) throw new Error('the browser wrote no document element');
  const nums = root.lookup(N('ParentTree'), PDFDict).lookup(N('Nums'), PDFArray);
  const indexOf = new Map<number, number>();
  for (let at = 0; at < nums.size(); at += 2) indexOf.set(nums.lookup(at, PDFNumber).asNumber(), at + 1);
  return { root, top, tree: { nums, indexOf, nextKey: Math.max(-1, ...indexOf.keys()) + 1 } };
}

/**
 * Mends the structure tree: the key that comes next is above all in use (Chromium's is not), a list item has a body,
 * and the head row of a table that is repeated on a following page is no content again.
 * Returns, by page, what is to be mended in the contents.
 */
export function mendStructure(doc: PDFDocument): Map<string, Marks> {
  const { root, top, tree } = structure(doc);
  root.set(N('ParentTreeNextKey'), doc.context.obj(tree.nextKey));
  const marks = new Map(
    doc.getPages().map((page): [string, Marks] => {
      const sequences = sequencesOf(doc, tree, page.ref)?.size() ?? 0;
      return [page.ref.tag, { artifact: new Set(), continued: new Set(), sequences }];
    }),
  );
  mendElement(doc, tree, marks, doc.context.lookup(top, PDFDict), false);
  return marks;
}

function mendElement(doc: PDFDocument, tree: ParentTree, marks: Map<string, Marks>, element: PDFDict, insideHead: boolean): void {
  const kind = element.lookup(S, PDFName).asString();
  const head = insideHead || kind === '/TH';
  const kids = kidsOf(doc, element);
  const content = kids.asArray().map((kid) => contentOf(doc, element, kid));
  const home = content.find((part) => part !== undefined)?.page;
  let next: PDFRef | undefined;
  for (let at = kids.size() - 1; at >= 0; at -= 1) {
    const part = content[at];
    if (!part) {
      const kid = kids.lookup(at);
      if (kid instanceof PDFDict && kid.has(S)) {
        if (kind === '/LI' && kid.get(S) === N('NonStruct')) kid.set(S, N('LBody'));
        mendElement(doc, tree, marks, kid, head);
      }
      continue;
    }
    const page = marks.get(part.page.tag);
    if (head && part.page !== home) {
      page?.artifact.add(part.id);
      kids.remove(at);
      forget(doc, tree, part.page, part.id);
    } else if (next && next !== part.page) page?.continued.add(part.id);
    next = part.page;
  }
}

/** The children of an element, one or many, as an array that may be changed. */
function kidsOf(doc: PDFDocument, element: PDFDict): PDFArray {
  const kids = element.lookup(K);
  if (kids instanceof PDFArray) return kids;
  const single = element.get(K);
  return doc.context.obj(single === undefined ? [] : [single]);
}

/** The marked content that a child stands for: its number and its page; undefined for elements and annotations. */
function contentOf(doc: PDFDocument, element: PDFDict, kid: PDFObject): { id: number; page: PDFRef } | undefined {
  const found = doc.context.lookup(kid);
  const id = found instanceof PDFDict ? found.lookup(MCID) : found;
  const page = (found instanceof PDFDict ? found.get(Pg) : undefined) ?? element.get(Pg);
  return id instanceof PDFNumber && page instanceof PDFRef ? { id: id.asNumber(), page } : undefined;
}

/** The elements of a page's marked sequences, by their numbers, in the parent tree; undefined for a page without any. */
export function sequencesOf(doc: PDFDocument, tree: ParentTree, page: PDFRef): PDFArray | undefined {
  const key = doc.context.lookup(page, PDFDict).lookupMaybe(N('StructParents'), PDFNumber)?.asNumber();
  const at = key === undefined ? undefined : tree.indexOf.get(key);
  return at === undefined ? undefined : tree.nums.lookup(at, PDFArray);
}

/** Takes a marked sequence out of the parent tree. */
function forget(doc: PDFDocument, tree: ParentTree, page: PDFRef, id: number): void {
  sequencesOf(doc, tree, page)?.set(id, doc.context.obj(null));
}
