import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, type PDFPage, PDFString } from '@cantoo/pdf-lib';
import { lookupPlace } from '../../../templates/document-view.ts';
import type { LookupMarks } from './mend-content.ts';
import { sequencesOf, structure } from './mend-structure.ts';

const N = PDFName.of;

/**
 * Gives the look-up code in the margin of a page its place in the structure: a figure with a description, and a paragraph whose second line is
 * a link. The browser tags nothing that stands in a margin.
 */
export function tagLookup(doc: PDFDocument, page: PDFPage, { code, lines }: LookupMarks): void {
  if (!code && lines.length === 0) return;
  const { context } = doc;
  const { root, top, tree } = structure(doc);
  const sequences = sequencesOf(doc, tree, page.ref);
  if (!sequences) throw new Error('a page with a look-up code and no tags');
  const children = context.lookup(top, PDFDict).lookup(N('K'), PDFArray);
  if (code) {
    const place = { O: 'Layout', Placement: 'Block', BBox: code.box.map((side) => Number(side.toFixed(2))) };
    const alt = PDFHexString.fromText('Mã QR tra cứu văn bản');
    const figure = context.register(context.obj({ Type: 'StructElem', S: 'Figure', P: top, Pg: page.ref, Alt: alt, A: place, K: code.id }));
    sequences.set(code.id, figure);
    children.push(figure);
  }
  const kids = PDFArray.withContext(context);
  const paragraph = context.register(context.obj({ Type: 'StructElem', S: 'P', P: top, Pg: page.ref, K: kids }));
  for (const { id, text, box } of lines) {
    const address = text.startsWith(lookupPlace) ? text.slice(lookupPlace.length).trim() : undefined;
    if (address === undefined || !/^https?:/i.test(address)) {
      kids.push(context.obj(id));
      sequences.set(id, paragraph);
      continue;
    }
    const { nextKey } = tree;
    tree.nextKey += 1;
    const link = context.register(
      context.obj({
        Type: 'Annot',
        Subtype: 'Link',
        F: 4,
        Border: [0, 0, 0],
        Rect: box.map((side) => Number(side.toFixed(2))),
        A: { Type: 'Action', S: 'URI', URI: PDFString.of(address) },
        StructParent: nextKey,
      }),
    );
    const content = [id, { Type: 'OBJR', Obj: link, Pg: page.ref }];
    const element = context.register(context.obj({ Type: 'StructElem', S: 'Link', P: paragraph, Pg: page.ref, K: content }));
    kids.push(element);
    sequences.set(id, element);
    tree.nums.push(context.obj(nextKey));
    tree.nums.push(element);
    root.set(N('ParentTreeNextKey'), context.obj(nextKey + 1));
    // The library's own way of adding it would rewrite the page.
    const annotations = page.node.Annots();
    if (annotations) annotations.push(link);
    else page.node.set(N('Annots'), context.obj([link]));
  }
  children.push(paragraph);
}
