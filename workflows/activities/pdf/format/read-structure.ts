import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import type { PageRead, Piece } from './read-pages.ts';

/** A piece with the page that it is on. */
export type Placed = Piece & { page: number };
/** An element of the structure tree ("P", "H1", "Table", "TR", "TD") with all that is printed of it, kids included, in reading order. */
export type Element = { kind: string; pieces: Placed[]; kids: Element[] };

const N = PDFName.of;
const deepest = 60;
const mostElements = 200_000;

/** The structure tree of a tagged PDF, from the document element down. Throws where it has none, or one without an end. */
export function readStructure(doc: PDFDocument, pages: readonly PageRead[]): Element {
  const root = doc.catalog.lookupMaybe(N('StructTreeRoot'), PDFDict);
  if (!root) throw new Error('the file is not tagged');
  const numbers = new Map(doc.getPages().map((page, at) => [page.ref.tag, at + 1]));
  const shown = new Map<string, Placed[]>();
  for (const { number, pieces } of pages) {
    for (const piece of pieces) {
      if (piece.sequence === undefined) continue;
      const key = `${number}/${piece.sequence}`;
      const before = shown.get(key);
      if (before) before.push({ ...piece, page: number });
      else shown.set(key, [{ ...piece, page: number }]);
    }
  }
  let count = 0;

  function element(dict: PDFDict, depth: number, inherited: PDFRef | undefined): Element {
    count += 1;
    if (depth > deepest || count > mostElements) throw new Error('a structure tree without an end');
    const own = dict.get(N('Pg'));
    const page = own instanceof PDFRef ? own : inherited;
    const read: Element = { kind: dict.lookupMaybe(N('S'), PDFName)?.asString().slice(1) ?? '', pieces: [], kids: [] };
    for (const kid of kidsOf(dict)) {
      const found = doc.context.lookup(kid);
      if (found instanceof PDFDict && found.has(N('S'))) {
        const below = element(found, depth + 1, page);
        read.kids.push(below);
        read.pieces.push(...below.pieces);
        continue;
      }
      const id = found instanceof PDFDict ? found.lookup(N('MCID')) : found;
      const at = found instanceof PDFDict ? (found.get(N('Pg')) ?? page) : page;
      if (id instanceof PDFNumber && at instanceof PDFRef)
        read.pieces.push(...(shown.get(`${numbers.get(at.tag)}/${id.asNumber()}`) ?? []));
    }
    return read;
  }

  const kids = kidsOf(root).flatMap((kid) => {
    const found = doc.context.lookup(kid);
    return found instanceof PDFDict ? [element(found, 0, undefined)] : [];
  });
  return { kind: 'Document', pieces: kids.flatMap(({ pieces }) => pieces), kids };
}

function kidsOf(dict: PDFDict): PDFObject[] {
  const kids = dict.lookup(N('K'));
  if (kids instanceof PDFArray) return kids.asArray();
  const single = dict.get(N('K'));
  return single === undefined ? [] : [single];
}

/** The text of an element, white space folded. */
export const textOf = ({ pieces }: Pick<Element, 'pieces'>): string => folded(pieces.map(({ text }) => text).join(''));

/** Text with every run of white space as one space, no-break spaces too. */
export const folded = (text: string): string => text.replace(/[\s\u00a0]+/gu, ' ').trim();

/** Every element below, the element itself first. */
export const all = (element: Element): Element[] => [element, ...element.kids.flatMap(all)];

/** Elements that are read as a whole: paragraphs, headings, cells, list items, captions. */
const whole = new Set(['P', 'H1', 'H2', 'H3', 'H4', 'TH', 'TD', 'LI', 'Caption', 'L']);
/** The blocks of text of a document in reading order. */
export function blocksOf(element: Element): Element[] {
  if (whole.has(element.kind) && !element.kids.some(({ kind }) => whole.has(kind))) return element.pieces.length > 0 ? [element] : [];
  return element.kids.flatMap(blocksOf);
}
