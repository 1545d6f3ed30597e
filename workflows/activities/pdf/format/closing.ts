import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFRef, PDFString } from '@cantoo/pdf-lib';
import type { Found } from '../../../../domain/document/format/finding.ts';
import { face } from './boxes.ts';
import { folded } from './read-structure.ts';
import { type Look, ownBlocks, type Sheet, type Shown } from './sheet.ts';

const N = PDFName.of;
type Printed = { pointer: string; block: Shown };

/** Boxes 7 and 8: on one page, with some of the text before them, the organisation's signature over the left third of the signer's. */
export const closing: Look = (sheet) => {
  const blocks = ownBlocks(sheet);
  const { signatures } = sheet.document;
  const printed = signatures.map(({ capacity, title, name }, at) => {
    const seek = (text: string | undefined, key: string): Printed[] => {
      const block = text === undefined ? undefined : blocks.findLast((one) => one.kind === 'P' && one.text === folded(text));
      return block ? [{ pointer: `/signatures/${at}/${key}`, block }] : [];
    };
    return [...capacity.flatMap((line, nth) => seek(line, `capacity/${nth}`)), ...seek(title, 'title'), ...seek(name, 'name')];
  });
  return [
    ...printed.flat().flatMap((one) => face(sheet, { part: 'signature', ...one })),
    ...together(sheet, blocks, printed),
    ...seals(sheet),
  ];
};

function together({ document }: Sheet, blocks: readonly Shown[], printed: readonly Printed[][]): Found[] {
  const all = printed.flat();
  const [first] = all;
  if (!first) return [];
  const pages = new Set(all.map(({ block }) => block.page));
  if (pages.size > 1) return [{ rule: 'page.signature-split', pointer: '/signatures', page: Math.max(...pages) }];
  const own = new Set([...all.map(({ block }) => block), ...blocks.filter(({ kind, text }) => kind === 'LI' || text === 'Nơi nhận:')]);
  const top = Math.min(...all.flatMap(({ block }) => block.lines.map(({ y }) => y)));
  const page = first.block.page;
  const before = blocks.some((block) => !own.has(block) && block.lines.some((line) => line.page === page && line.y < top));
  return before || document.body.length === 0 ? [] : [{ rule: 'page.signature-alone', pointer: '/signatures', page, values: { page } }];
}

type Place = { page: number; left: number; right: number; bottom: number; top: number };

function seals(sheet: Sheet): Found[] {
  const places = widgets(sheet);
  return sheet.document.signatures.flatMap(({ field, seal }, at): Found[] => {
    const [person, organisation] = [places.get(field), seal === undefined ? undefined : places.get(seal)];
    if (seal === undefined || !person) return [];
    const wrong: Found = { rule: 'page.seal-place', pointer: `/signatures/${at}/seal`, page: person.page };
    if (!organisation || organisation.page !== person.page) return [wrong];
    const covered = (Math.min(organisation.right, person.right) - Math.max(organisation.left, person.left)) / (person.right - person.left);
    const level = organisation.bottom < person.top && organisation.top > person.bottom;
    return level && organisation.left <= person.left && covered > 0.2 && covered < 0.5 ? [] : [wrong];
  });
}

/** Where the signature fields stand, by name; in a rendering that is not prepared, the links that hold their places. */
function widgets({ doc }: Sheet): Map<string, Place> {
  const found = new Map<string, Place>();
  doc.getPages().forEach((page, index) => {
    for (const ref of page.node.Annots()?.asArray() ?? []) {
      if (!(ref instanceof PDFRef)) continue;
      const dict = doc.context.lookup(ref, PDFDict);
      const title = dict.lookup(N('T'));
      const link = dict.lookupMaybe(N('A'), PDFDict)?.lookupMaybe(N('URI'), PDFString)?.asString();
      const name = title instanceof PDFHexString || title instanceof PDFString ? title.decodeText() : link?.split('/').at(-1);
      const rect = dict
        .lookupMaybe(N('Rect'), PDFArray)
        ?.asArray()
        .map((side) => doc.context.lookup(side, PDFNumber).asNumber());
      const [a = 0, b = 0, c = 0, d = 0] = rect ?? [];
      if (name)
        found.set(name, { page: index + 1, left: Math.min(a, c), right: Math.max(a, c), bottom: Math.min(b, d), top: Math.max(b, d) });
    }
  });
  return found;
}
