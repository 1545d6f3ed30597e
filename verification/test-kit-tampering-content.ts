import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, type PDFObject, PDFRef, PDFString } from '@cantoo/pdf-lib';
import type { Change } from '../workflows/activities/pdf/increment.ts';
import { inCatalog, N, type Opened, onPage, typed, withIncrement, withTable } from './test-kit-pdf.ts';
import type { Tampering } from './test-kit-tampering.ts';

const overdrawn = 'q 1 1 1 rg 100 400 400 60 re f 0 g BT /F4 14 Tf 110 420 Td (9.900.000.000) Tj ET Q';

/** Increments after the last time-stamp that change what the document shows, says or does. */
export const alteredContent: Tampering[] = [
  {
    name: 'drawn over: one more content stream on page 1',
    ground: ['permitted-changes', 'page'],
    make: ({ final }) =>
      onPage(final, (page, { stream, doc }) => {
        const added = stream(overdrawn);
        page.set(N('Contents'), doc.context.obj([...contentsOf(page), added[0]]));
        return [added];
      }),
  },
  {
    name: 'the content of page 1 written anew under its old number',
    ground: ['permitted-changes', 'page-content'],
    make: ({ final }) => withIncrement(final, (of) => [[contentOf(of), of.stream(overdrawn)[1]]]),
  },
  {
    name: 'page swapped for one of another document',
    ground: ['permitted-changes', 'page'],
    make: ({ final }) =>
      withIncrement(final, ({ pages, dict }) => {
        const [first, second] = pages;
        return first && second ? [[first, dict(second)]] : [];
      }),
  },
  {
    name: 'page turned',
    ground: ['permitted-changes', 'page'],
    make: ({ final }) => onPage(final, (page) => void page.set(N('Rotate'), PDFNumber.of(180))),
  },
  {
    name: 'page cropped, so that its foot is not seen',
    ground: ['permitted-changes', 'page'],
    make: ({ final }) => onPage(final, (page, { doc }) => void page.set(N('CropBox'), doc.context.obj([0, 400, 595, 842]))),
  },
  {
    name: 'last page taken out',
    ground: ['permitted-changes', 'page'],
    make: ({ final }) => changedPages(final, (kids) => kids.slice(0, -1)),
  },
  {
    name: 'pages in another order',
    ground: ['permitted-changes', 'page'],
    make: ({ final }) => changedPages(final, (kids) => kids.toReversed()),
  },
  {
    name: 'page put in',
    ground: ['permitted-changes', 'page'],
    make: ({ final }) => changedPages(final, (kids) => [...kids, ...kids.slice(0, 1)]),
  },
  {
    name: 'stamp annotation over page 1',
    ground: ['permitted-changes', 'annotation'],
    make: ({ final }) => annotated(final, { Subtype: 'Stamp' }),
  },
  {
    name: 'free text over page 1',
    ground: ['permitted-changes', 'annotation'],
    make: ({ final }) => annotated(final, { Subtype: 'FreeText', Contents: PDFString.of('9.900.000.000') }),
  },
  {
    name: 'hidden link added',
    ground: ['permitted-changes', 'page'],
    make: ({ final }) => annotated(final, { Subtype: 'Link', A: { S: 'URI', URI: PDFString.of('https://gia.test') } }),
  },
  {
    name: 'form field with a value added',
    ground: ['permitted-changes', 'form-value'],
    make: ({ final }) =>
      inCatalog(final, (catalog, { doc }) => {
        const field = doc.context.nextRef();
        catalog.lookup(N('AcroForm'), PDFDict).lookup(N('Fields'), PDFArray).push(field);
        return [
          [
            field,
            doc.context.obj({
              FT: 'Tx',
              T: PDFString.of('SoTien'),
              V: PDFString.of('9.900.000.000'),
              Type: 'Annot',
              Subtype: 'Widget',
              Rect: [100, 400, 300, 420],
            }),
          ],
        ];
      }),
  },
  {
    name: 'form told to draw its fields anew',
    ground: ['permitted-changes', 'form-value'],
    make: ({ final }) =>
      inCatalog(final, (catalog, { doc }) => void catalog.lookup(N('AcroForm'), PDFDict).set(N('NeedAppearances'), doc.context.obj(true))),
  },
  {
    name: 'attachment changed',
    ground: ['permitted-changes', 'attachment'],
    make: ({ final }) =>
      withIncrement(final, (of) => [[of.find(typed('EmbeddedFile'))[0], of.stream('{"amount":9900000000}', { Type: 'EmbeddedFile' })[1]]]),
  },
  {
    name: 'attachment added',
    ground: ['permitted-changes', 'attachment'],
    make: ({ final }) =>
      inCatalog(final, (catalog, { doc, stream }) => {
        const file = stream('phụ lục khác', { Type: 'EmbeddedFile' });
        const named = doc.context.nextRef();
        const names = catalog.lookup(N('Names'), PDFDict).lookup(N('EmbeddedFiles'), PDFDict).lookup(N('Names'), PDFArray);
        names.push(PDFString.of('z.txt'));
        names.push(named);
        return [file, [named, doc.context.obj({ Type: 'Filespec', F: PDFString.of('z.txt'), EF: { F: file[0] } })]];
      }),
  },
  {
    name: 'attachments taken out',
    ground: ['permitted-changes', 'attachment'],
    make: ({ final }) => inCatalog(final, (catalog) => void catalog.delete(N('Names'))),
  },
  {
    name: 'shadow, hide: what lay over the text is freed',
    ground: ['permitted-changes', 'page-content'],
    make: async ({ final }) => {
      let number = 0;
      await withIncrement(final, (of) => {
        number = contentOf(of).objectNumber;
        return [];
      });
      return withTable(final, {}, { freed: [number] });
    },
  },
  {
    name: 'shadow, replace: letters of a font exchanged',
    ground: ['permitted-changes', 'font'],
    make: ({ final }) =>
      withIncrement(final, ({ find, doc }) => {
        const [ref, font] = find(typed('FontDescriptor'));
        const other = doc.context.enumerateIndirectObjects().find(([, one]) => typed('FontDescriptor')(one) && one !== font);
        if (!(font instanceof PDFDict) || !(other?.[1] instanceof PDFDict)) throw new Error('no two fonts');
        font.set(N('FontFile2'), other[1].get(N('FontFile2')) ?? N('None'));
        return [[ref, font]];
      }),
  },
  {
    name: 'font program exchanged under its old number',
    ground: ['permitted-changes', 'font'],
    make: ({ final }) =>
      withIncrement(final, ({ find, stream }) => {
        const [, font] = find(typed('FontDescriptor'));
        const file = font instanceof PDFDict ? font.get(N('FontFile2')) : undefined;
        if (!(file instanceof PDFRef)) throw new Error('no font program');
        return [[file, stream('khac')[1]]];
      }),
  },
  {
    name: 'what the letters mean exchanged (ToUnicode)',
    ground: ['permitted-changes', 'font'],
    make: ({ final }) =>
      withIncrement(final, ({ find, stream }) => {
        const [, font] = find((one) => one instanceof PDFDict && one.get(N('ToUnicode')) instanceof PDFRef);
        const map = font instanceof PDFDict ? font.get(N('ToUnicode')) : undefined;
        return map instanceof PDFRef ? [[map, stream('khac')[1]]] : [];
      }),
  },
  {
    name: 'shadow, hide and replace: a second catalog takes over',
    ground: ['permitted-changes', 'root'],
    make: ({ final }) =>
      withTable(final, { 9001: '<</Type /Catalog /Pages 9002 0 R>>', 9002: '<</Type /Pages /Kids [] /Count 0>>' }, { root: '9001 0 R' }),
  },
  {
    name: 'picture exchanged',
    ground: ['permitted-changes', 'image'],
    make: ({ final }) =>
      onPage(final, (page, { stream, doc }) => {
        const picture = stream('x', { Type: 'XObject', Subtype: 'Image', Width: 1, Height: 1 });
        page.lookup(N('Resources'), PDFDict).set(N('XObject'), doc.context.obj({ Im1: picture[0] }));
        return [picture];
      }),
  },
  {
    name: 'picture of the seal exchanged under its old number',
    ground: ['permitted-changes', 'page-content'],
    make: ({ final }) =>
      withIncrement(final, ({ field, stream }) => {
        const picture = field('ConDau')[1].lookup(N('AP'), PDFDict).get(N('N'));
        return picture instanceof PDFRef
          ? [[picture, stream('0 0 10 10 re f', { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 10, 10] })[1]]]
          : [];
      }),
  },
  {
    name: 'document information changed',
    ground: ['permitted-changes', 'metadata'],
    make: ({ final }) =>
      withIncrement(final, ({ doc }) => {
        const { Info } = doc.context.trailerInfo;
        return Info instanceof PDFRef ? [[Info, doc.context.obj({ Title: PDFHexString.fromText('Quyết định khác') })]] : [];
      }),
  },
  {
    name: 'metadata changed',
    ground: ['permitted-changes', 'metadata'],
    make: ({ final }) =>
      withIncrement(final, (of) => [[of.find(typed('Metadata'))[0], of.stream('<x/>', { Type: 'Metadata', Subtype: 'XML' })[1]]]),
  },
  {
    name: 'metadata taken out of the catalog',
    ground: ['permitted-changes', 'metadata'],
    make: ({ final }) => inCatalog(final, (catalog) => void catalog.delete(N('Metadata'))),
  },
  {
    name: 'script that runs when it is opened',
    ground: ['permitted-changes', 'script'],
    make: ({ final }) =>
      inCatalog(
        final,
        (catalog, { doc }) => void catalog.set(N('OpenAction'), doc.context.obj({ S: 'JavaScript', JS: PDFString.of('app.alert(1)') })),
      ),
  },
  {
    name: 'script among the names',
    ground: ['permitted-changes', 'attachment'],
    make: ({ final }) =>
      inCatalog(final, (catalog, { doc }) => void catalog.lookup(N('Names'), PDFDict).set(N('JavaScript'), doc.context.obj({ Names: [] }))),
  },
  {
    name: 'words for the ear exchanged (ActualText)',
    ground: ['permitted-changes', 'structure'],
    make: ({ final }) =>
      withIncrement(final, ({ find }) => {
        const [ref, element] = find((one) => one instanceof PDFDict && one.get(N('S')) === N('P') && one.has(N('K')));
        if (element instanceof PDFDict) element.set(N('ActualText'), PDFHexString.fromText('chín tỷ chín trăm triệu đồng'));
        return [[ref, element]];
      }),
  },
  {
    name: 'structure taken out',
    ground: ['permitted-changes', 'structure'],
    make: ({ final }) => inCatalog(final, (catalog) => void catalog.delete(N('StructTreeRoot'))),
  },
  {
    name: 'layers that hide and show',
    ground: ['permitted-changes', 'layers'],
    make: ({ final }) =>
      inCatalog(final, (catalog, { doc }) => {
        const layer = doc.context.nextRef();
        catalog.set(N('OCProperties'), doc.context.obj({ OCGs: [layer], D: { OFF: [layer] } }));
        return [[layer, doc.context.obj({ Type: 'OCG', Name: PDFString.of('x') })]];
      }),
  },
  {
    name: 'language changed',
    ground: ['permitted-changes', 'catalog'],
    make: ({ final }) => inCatalog(final, (catalog) => void catalog.set(N('Lang'), PDFString.of('en'))),
  },
  {
    name: 'an object that nothing names',
    ground: ['permitted-changes', 'object'],
    make: ({ final }) => withIncrement(final, ({ doc }) => [[doc.context.nextRef(), doc.context.obj({ Than: 1 })]]),
  },
  {
    name: 'an object written by a cross-reference table',
    ground: ['permitted-changes', 'object'],
    make: ({ final }) => withTable(final, { 9001: '<</Than 1>>' }),
  },
];

/** The content streams of a page, one or several. */
function contentsOf(page: PDFDict): PDFRef[] {
  const own = page.get(N('Contents'));
  const list = own instanceof PDFRef && page.lookup(N('Contents')) instanceof PDFArray ? page.lookup(N('Contents')) : own;
  return (list instanceof PDFArray ? list.asArray() : [list]).filter((one) => one instanceof PDFRef);
}

/** The first content stream of page 1. */
function contentOf({ pages, dict }: Opened): PDFRef {
  const [page] = pages;
  const [first] = page ? contentsOf(dict(page)) : [];
  if (!first) throw new Error('no content');
  return first;
}

function changedPages(bytes: Buffer, change: (kids: PDFObject[]) => PDFObject[]): Promise<Buffer> {
  return withIncrement(bytes, ({ find, doc }) => {
    const [ref, tree] = find((one) => typed('Pages')(one) && one instanceof PDFDict && !one.has(PDFName.of('Parent')));
    if (!(tree instanceof PDFDict)) throw new Error('no pages');
    const kids = change(tree.lookup(N('Kids'), PDFArray).asArray());
    tree.set(N('Kids'), doc.context.obj(kids));
    tree.set(N('Count'), PDFNumber.of(kids.length));
    return [[ref, tree]];
  });
}

function annotated(bytes: Buffer, annotation: Record<string, unknown>): Promise<Buffer> {
  return onPage(bytes, (page, { doc }): Change[] => {
    const ref = doc.context.nextRef();
    const old = page.lookupMaybe(N('Annots'), PDFArray)?.asArray() ?? [];
    page.set(N('Annots'), doc.context.obj([...old, ref]));
    return [
      [ref, doc.context.obj({ Type: 'Annot', Rect: [100, 400, 400, 460], F: 4, ...annotation } as Parameters<typeof doc.context.obj>[0])],
    ];
  });
}
