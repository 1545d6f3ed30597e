import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib';
import { streamText } from '../page-fonts.ts';
import { readCharacters } from '../to-unicode.ts';

/** A font as the pages use it: its family and face, and what each code of it shows and how wide that is (thousandths of the size). */
export type Glyphs = {
  family: string;
  bold: boolean;
  italic: boolean;
  bytes: 1 | 2;
  text: Map<number, string>;
  width(code: number): number;
};

const N = PDFName.of;

/** The decoded bytes of one content stream or of several that follow one another. */
export function contentOf(doc: PDFDocument, contents: unknown): string {
  const found = contents instanceof PDFArray ? contents.asArray().map((part) => doc.context.lookup(part)) : [contents];
  return found.map(streamText).join('\n');
}

/** The fonts in the resources of a page, by their name in its contents. */
export function glyphsOf(doc: PDFDocument, resources: PDFDict | undefined): Map<string, Glyphs> {
  const fonts = resources?.lookupMaybe(N('Font'), PDFDict);
  return new Map((fonts?.entries() ?? []).map(([name, ref]) => [name.asString(), glyphs(doc.context.lookup(ref, PDFDict))]));
}

/** "AAAAAA+Tinos-BoldItalic": the part before "+" marks a subset. */
function glyphs(font: PDFDict): Glyphs {
  const name = (font.lookupMaybe(N('BaseFont'), PDFName)?.asString() ?? '/?').slice(1).replace(/^[A-Z]{6}\+/, '');
  const descendant = font.lookupMaybe(N('DescendantFonts'), PDFArray)?.lookup(0, PDFDict);
  const table = font.lookup(N('ToUnicode'));
  return {
    family: name.replace(/[-,].*$/, ''),
    bold: /bold/i.test(name),
    italic: /italic|oblique/i.test(name),
    bytes: descendant ? 2 : 1,
    text: table instanceof PDFRawStream ? readCharacters(streamText(table)) : new Map(),
    width: descendant ? widths(descendant) : simpleWidths(font),
  };
}

/** A W array: `first [w …]` or `first last w`; else the font's default. */
function widths(font: PDFDict): (code: number) => number {
  const known = new Map<number, number>();
  const ranges: [number, number, number][] = [];
  const usual = font.lookupMaybe(N('DW'), PDFNumber)?.asNumber() ?? 1000;
  const list = font.lookupMaybe(N('W'), PDFArray);
  for (let at = 0; list && at + 1 < list.size(); ) {
    const first = list.lookup(at, PDFNumber).asNumber();
    const next = list.lookup(at + 1);
    if (next instanceof PDFArray) {
      for (let nth = 0; nth < next.size(); nth += 1) known.set(first + nth, next.lookup(nth, PDFNumber).asNumber());
      at += 2;
    } else {
      ranges.push([first, list.lookup(at + 1, PDFNumber).asNumber(), list.lookup(at + 2, PDFNumber).asNumber()]);
      at += 3;
    }
  }
  return (code) => known.get(code) ?? ranges.find(([first, last]) => first <= code && code <= last)?.[2] ?? usual;
}

function simpleWidths(font: PDFDict): (code: number) => number {
  const first = font.lookupMaybe(N('FirstChar'), PDFNumber)?.asNumber() ?? 0;
  const list = font.lookupMaybe(N('Widths'), PDFArray);
  return (code) => {
    const width = list && code >= first && code - first < list.size() ? list.lookup(code - first) : undefined;
    return width instanceof PDFNumber ? width.asNumber() : 500;
  };
}
