import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PDFDocument, PDFName, PDFStream } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { samples } from '../../../templates/gallery.ts';
import { signWhole } from '../../../test/support/sign-whole.ts';
import { openDevelopmentAuthority } from './dev-certificates.ts';
import { openPdf } from './increment.ts';
import { openOwnPdf } from './own-pdf.ts';
import { prepare } from './prepare.ts';
import type { Renderer } from './renderer.ts';
import { testRenderer } from './test-kit.ts';

let renderer: Renderer;
beforeAll(async () => {
  renderer = await testRenderer({ pages: 1 });
});
afterAll(() => renderer.close());

/** Every object of a file by its number, as it is written; streams that only hold others or say where they are left out. */
function objects(doc: PDFDocument): Map<string, string> {
  const found = doc.context.enumerateIndirectObjects().flatMap(([ref, object]): [string, string][] => {
    if (!(object instanceof PDFStream)) return [[ref.tag, object.toString()]];
    if (/^\/(ObjStm|XRef)$/.test(String(object.dict.get(PDFName.of('Type')) ?? ''))) return [];
    return [[ref.tag, `${object.dict.toString()}${Buffer.from(object.getContents()).toString('base64')}`]];
  });
  return new Map(found);
}

describe('a file of our own making', () => {
  test('is read object by object as the library reads it: printed, prepared, and signed whole', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'own-'));
    try {
      const authority = await openDevelopmentAuthority(directory);
      for (const { document } of samples(['normal', 'short'])) {
        const printed = await renderer.render(document);
        const prepared = await prepare(printed, document, new Date('2026-01-05T02:00:00Z'));
        const signed = await signWhole(prepared, document, authority);
        for (const bytes of [printed, prepared, signed]) {
          const [ours, library] = [objects(openOwnPdf(bytes)), objects(await openPdf(bytes))];
          for (const [number, text] of ours) expect(text).toBe(library.get(number));
          expect(ours.size).toBeGreaterThan(40);
        }
      }
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  });

  test.each([
    ['nothing', ''],
    ['text', 'startxref\n9999\n%%EOF\n'],
    ['a circle', '%PDF-1.7\nxref\n0 0\ntrailer <</Prev 9>>\nstartxref\n9\n%%EOF\n'],
  ])('%s is refused', (_, text) => expect(() => openOwnPdf(Buffer.from(text))).toThrow('a PDF without'));
});
