import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, PDFNumber, PDFRef, PDFString } from '@cantoo/pdf-lib';
import { charactersOf, type PageFont, pageFonts, streamText } from './page-fonts.ts';

const N = PDFName.of;

/** An element of the structure as a screen reader meets it: its kind, what it says by itself and below it, and its attributes. */
export type Element = { kind: string; text: string; alt: string | undefined; scope: string | undefined; children: Element[] };

/** Reads a file by its structure tree, in the order of reading and through nothing else; each block on a line of its own. */
export function readTagged(doc: PDFDocument): Element {
  const fontsOf = pageFonts(doc);
  const pages = new Map(
    doc.getPages().map((page) => {
      const contents = streamText(page.node.lookup(N('Contents')));
      return [page.ref, sequences(contents, fontsOf(page.node.Resources()))];
    }),
  );
  const read = (element: PDFDict, page: PDFRef | undefined): Element => {
    const own = element.get(N('Pg'));
    const here = own instanceof PDFRef ? own : page;
    const kind = element.lookup(N('S'), PDFName).decodeText();
    const kids = element.lookup(N('K'));
    const parts: string[] = [];
    const children: Element[] = [];
    for (const kid of kids instanceof PDFArray ? kids.asArray() : [kids]) {
      const found = doc.context.lookup(kid);
      if (found instanceof PDFNumber) parts.push(text(pages, here, found.asNumber()));
      else if (found instanceof PDFDict && found.has(N('MCID'))) {
        const on = found.get(N('Pg'));
        parts.push(text(pages, on instanceof PDFRef ? on : here, found.lookup(N('MCID'), PDFNumber).asNumber()));
      } else if (found instanceof PDFDict && found.has(N('S'))) {
        const child = read(found, here);
        children.push(child);
        parts.push(blocks.has(child.kind) ? `\n${child.text}\n` : child.text);
      }
    }
    return { kind, text: parts.join(''), alt: textOf(element.lookup(N('Alt'))), scope: scopeOf(element), children };
  };
  const root = doc.catalog.lookup(N('StructTreeRoot'), PDFDict).lookup(N('K'));
  if (!(root instanceof PDFDict)) throw new Error('no document element');
  return read(root, undefined);
}

/** All elements of a tree, parents first. */
export const flat = (element: Element): Element[] => [element, ...element.children.flatMap(flat)];

const blocks = new Set(['P', 'H1', 'H2', 'H3', 'LI', 'L', 'TR', 'TH', 'TD', 'Table', 'Caption', 'Sect', 'Div', 'Figure', 'Form']);

type Pages = Map<PDFRef, Map<number, string>>;
const text = (pages: Pages, page: PDFRef | undefined, id: number): string => (page && pages.get(page)?.get(id)) ?? '';
const textOf = (value: unknown): string | undefined =>
  value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;

function scopeOf(element: PDFDict): string | undefined {
  const attributes = element.lookup(N('A'));
  const all = attributes instanceof PDFArray ? Array.from({ length: attributes.size() }, (_, at) => attributes.lookup(at)) : [attributes];
  for (const one of all) if (one instanceof PDFDict && one.has(N('Scope'))) return one.lookup(N('Scope'), PDFName).decodeText();
  return undefined;
}

/** What each marked sequence of a page shows. */
function sequences(contents: string, fonts: Map<string, PageFont>): Map<number, string> {
  const found = new Map<number, string>();
  const open: number[] = [];
  let font: PageFont | undefined;
  for (const line of contents.split('\n')) {
    const marked = /\/MCID (\d+) ?>> ?BDC$/.exec(line);
    const set = /^(\/\S+) \S+ Tf$/.exec(line);
    const shown = /<([0-9A-F]+)> Tj$/.exec(line);
    const id = open.at(-1) ?? -1;
    if (marked) open.push(Number(marked[1]));
    else if (/B[DM]C$/.test(line)) open.push(/^\/Artifact/.test(line) ? -1 : id);
    else if (line === 'EMC') open.pop();
    else if (set) font = fonts.get(set[1] ?? '');
    else if (shown && id >= 0) {
      found.set(id, (found.get(id) ?? '') + charactersOf(shown[1] ?? '', font));
    }
  }
  return found;
}
