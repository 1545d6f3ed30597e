import { PDFDict, type PDFDocument, PDFHexString, PDFName, PDFRef, PDFString } from '@cantoo/pdf-lib';
import { mendContent } from './mend-content.ts';
import { mendStructure } from './mend-structure.ts';
import { pageFonts, streamText } from './page-fonts.ts';
import { tagLookup } from './tag-lookup.ts';

const N = PDFName.of;

/**
 * Mends what the browser's tagged output lacks for PDF/A-3a and PDF/UA-1: untagged page numbers and rules, joined words at
 * line ends, head rows that are read out again on each page, list items without body, links without description, a look-up code in the margin.
 * Returns the text of all pages as readers find it.
 */
export function mendTags(doc: PDFDocument): string {
  const marks = mendStructure(doc);
  const fontsOf = pageFonts(doc);
  const read: string[] = [];
  for (const page of doc.getPages()) {
    const contents = page.node.get(N('Contents'));
    const pageMarks = marks.get(page.ref.tag);
    if (!(contents instanceof PDFRef) || !pageMarks) throw new Error('a page without contents');
    const mended = mendContent(streamText(doc.context.lookup(contents)), fontsOf(page.node.Resources()), pageMarks, pageMarks.sequences);
    read.push(mended.text);
    doc.context.assign(contents, doc.context.stream(Buffer.from(mended.contents, 'latin1')));
    tagLookup(doc, page, mended.lookup);
    for (const ref of page.node.Annots()?.asArray() ?? []) describeLink(doc.context.lookup(ref, PDFDict));
  }
  return read.join('\n').normalize('NFC');
}

/** A link says where it leads: `aria-label` does not arrive in the PDF. */
function describeLink(link: PDFDict): void {
  const address = link.lookupMaybe(N('A'), PDFDict)?.lookupMaybe(N('URI'), PDFString);
  if (address && !link.has(N('Contents'))) link.set(N('Contents'), PDFHexString.fromText(address.asString()));
}
