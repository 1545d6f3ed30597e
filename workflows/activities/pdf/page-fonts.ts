import { inflateSync } from 'node:zlib';
import { decodePDFRawStream, PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib';
import { readCharacters } from './to-unicode.ts';

/** What the glyph codes of a font stand for; a code has so many hexadecimal digits. Widths are in thousandths of the font's size. */
export type PageFont = { digits: 2 | 4; text: Map<number, string>; width: Map<number, number>; space: string | undefined };

/** The characters that a string of glyph codes shows; a sign of replacement for what no reader could name. */
export function charactersOf(codes: string, font: PageFont | undefined): string {
  const digits = font?.digits ?? 4;
  let shown = '';
  for (let at = 0; at < codes.length; ) {
    let code = 0;
    for (const end = at + digits; at < end; at += 1) {
      const sign = codes.charCodeAt(at);
      code = code * 16 + (sign < 58 ? sign - 48 : (sign & 0xdf) - 55);
    }
    shown += font?.text.get(code) ?? '\ufffd';
  }
  return shown;
}

/** Reads the fonts of pages by their name in the contents ("/F4"), each font once for all pages. */
export function pageFonts(doc: PDFDocument): (resources: PDFDict | undefined) => Map<string, PageFont> {
  const read = new Map<PDFDict, PageFont>();
  return (resources) => {
    const fonts = resources?.lookupMaybe(PDFName.of('Font'), PDFDict);
    return new Map(
      fonts?.entries().map(([name, ref]) => {
        const dict = doc.context.lookup(ref, PDFDict);
        const font = read.get(dict) ?? readFont(dict);
        read.set(dict, font);
        return [name.asString(), font];
      }),
    );
  };
}

/** The decoded bytes of a stream as text, one character a byte. */
export function streamText(stream: unknown): string {
  if (!(stream instanceof PDFRawStream)) throw new Error('not a stream');
  const plain = stream.dict.get(PDFName.of('Filter')) === PDFName.of('FlateDecode') && !stream.dict.has(PDFName.of('DecodeParms'));
  return (plain ? inflateSync(stream.contents) : Buffer.from(decodePDFRawStream(stream).decode())).toString('latin1');
}

/** A font of the template is composite (Type0); one that the browser falls back on for a rare character may be simple. */
function readFont(dict: PDFDict): PageFont {
  const table = dict.lookup(PDFName.of('ToUnicode'));
  const descendant = dict.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray)?.lookup(0, PDFDict);
  const digits = descendant ? 4 : 2;
  const text = table instanceof PDFRawStream ? readCharacters(streamText(table)) : new Map<number, string>();
  const space = descendant && [...text].find(([, character]) => character === ' ')?.[0];
  return {
    digits,
    text,
    width: readWidths(descendant?.lookupMaybe(PDFName.of('W'), PDFArray)),
    space: space?.toString(16).toUpperCase().padStart(digits, '0'),
  };
}

/** Reads a W array: `first [w …]` or `first last w`. */
function readWidths(widths: PDFArray | undefined): Map<number, number> {
  const width = new Map<number, number>();
  for (let at = 0; widths && at < widths.size(); ) {
    const first = widths.lookup(at, PDFNumber).asNumber();
    const second = widths.lookup(at + 1);
    if (second instanceof PDFArray) {
      for (let k = 0; k < second.size(); k += 1) width.set(first + k, second.lookup(k, PDFNumber).asNumber());
      at += 2;
    } else if (second instanceof PDFNumber) {
      for (let code = first; code <= second.asNumber(); code += 1) width.set(code, widths.lookup(at + 2, PDFNumber).asNumber());
      at += 3;
    } else throw new Error('a table of widths that cannot be read');
  }
  return width;
}
