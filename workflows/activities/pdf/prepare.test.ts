import { PDFArray, PDFDict, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OfficialDocument, signatureFields } from '../../../domain/document/model.ts';
import { samples } from '../../../templates/gallery.ts';
import { openPdf, signatureFieldsOf } from './increment.ts';
import { streamText } from './page-fonts.ts';
import { prepare } from './prepare.ts';
import type { Renderer } from './renderer.ts';
import { testRenderer } from './test-kit.ts';

const created = new Date('2026-01-05T02:00:00Z');
const everyday = samples(['normal']);
const N = PDFName.of;

let renderer: Renderer;
beforeAll(async () => {
  renderer = await testRenderer();
});
afterAll(() => renderer.close());

describe.each(everyday)('$type, prepared', ({ document }) => {
  test('carries its own data, and a place for every signature', async () => {
    const doc = await openPdf(await prepare(await renderer.render(document), document, created));
    const [, file] = doc.catalog.lookup(N('Names'), PDFDict).lookup(N('EmbeddedFiles'), PDFDict).lookup(N('Names'), PDFArray).asArray();
    const data = doc.context.lookup(file, PDFDict).lookup(N('EF'), PDFDict).lookup(N('F'));
    expect(data).toBeInstanceOf(PDFRawStream);
    expect(OfficialDocument.parse(JSON.parse(Buffer.from(streamText(data), 'latin1').toString('utf8')))).toEqual(document);
    const places = signatureFields(document).map(({ name }) => name);
    expect([...signatureFieldsOf(doc).keys()].toSorted()).toEqual([...places, 'DauThoiGian'].toSorted());
    const forms = doc.context
      .enumerateIndirectObjects()
      .flatMap(([, one]) => (one instanceof PDFDict && one.get(N('S')) === N('Form') ? [one] : []));
    expect(forms.map((form) => form.lookup(N('P'), PDFDict).lookup(N('K')) instanceof PDFArray)).toEqual(forms.map(() => true));
    expect(streamText(doc.catalog.lookup(N('Metadata')))).toContain(
      '<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>',
    );
  });
});

describe('preparing', () => {
  const [{ document } = everyday[0] ?? { document: undefined }] = everyday.filter(({ type }) => type === 'approval-decision');
  if (!document) throw new Error('no sample decision');

  test('gives the same bytes for the same rendering', async () => {
    const rendered = await renderer.render(document);
    expect((await prepare(rendered, document, created)).equals(await prepare(rendered, document, created))).toBe(true);
  });

  test('refuses a rendering that does not say what the document says', async () => {
    const rendered = await renderer.render(document);
    await expect(prepare(rendered, { ...document, number: 999 }, created)).rejects.toThrow('does not show: 999/QĐ-BCT');
  });

  test('refuses to attach to a copy another file than the one that it names', async () => {
    const copy = everyday.find(({ type }) => type === 'certified-copy')?.document;
    if (!copy) throw new Error('no sample copy');
    const rendered = await renderer.render(copy);
    await expect(prepare(rendered, copy, created, Buffer.from('another'))).rejects.toThrow('the copy names the file');
  });

  test('refuses a rendering without a place for a signature', async () => {
    const rendered = await renderer.render(document);
    const [first] = document.signatures;
    if (!first) throw new Error('no signature');
    const second = { ...first, field: 'ChuKyKhac', seal: undefined };
    await expect(prepare(rendered, { ...document, signatures: [first, second] }, created)).rejects.toThrow('no place for ChuKyKhac');
  });
});
