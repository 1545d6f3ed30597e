import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { PDFArray, PDFDict, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openFiles } from '../../files/open-files.ts';
import { examine } from '../../verification/examine.ts';
import { verdictOf } from '../../verification/verdict.ts';
import { openPdf } from '../../workflows/activities/pdf/increment.ts';
import { type Served, serve } from '../api/server.ts';
import { type RunningSystem, runningSystem } from '../support/running.ts';
import { openCentralRound } from '../support/steps.ts';
import { preparedDecision, reached, recordOf, sign } from '../support/to-sign.ts';

const N = PDFName.of;

/** The files inside a PDF, by their names, with how each hangs together with it. */
async function attachedTo(pdf: Buffer): Promise<Record<string, { relation: string; data: Buffer }>> {
  const doc = await openPdf(pdf);
  const list = doc.catalog.lookup(N('Names'), PDFDict).lookup(N('EmbeddedFiles'), PDFDict).lookup(N('Names'), PDFArray);
  const found: Record<string, { relation: string; data: Buffer }> = {};
  for (let at = 0; at < list.size(); at += 2) {
    const specification = list.lookup(at + 1, PDFDict);
    const stream = specification.lookup(N('EF'), PDFDict).lookup(N('F'));
    if (!(stream instanceof PDFRawStream)) throw new Error('no file');
    const packed = stream.dict.get(N('Filter')) === N('FlateDecode');
    const data = packed ? inflateSync(stream.contents) : Buffer.from(stream.contents);
    found[list.lookup(at, PDFString).decodeText()] = { relation: String(specification.get(N('AFRelationship'))), data };
  }
  return found;
}

describe('a copy that the clerk certifies', () => {
  let on: RunningSystem;
  let served: Served;
  let decision: string;
  const clerk = { by: 'clerk' };
  const fileOf = async (id: string): Promise<Buffer> => openFiles(on.environment).get((await recordOf(on, id)).file ?? '');

  beforeAll(async () => {
    on = await runningSystem({ renders: true });
    served = await serve({ DATABASE_URL: on.environment.databaseUrl ?? '', DATA_DIR: on.environment.dataDir, ...inject('authority') });
    await openCentralRound(on);
    decision = await preparedDecision(on);
    await sign(on, decision);
    await reached(on, decision, 'signed');
    await on.give('document', decision, 'issue', {}, clerk);
  });
  afterAll(async () => {
    await served?.close();
    await on?.close();
  });

  async function copied(of: string, type: string, input: object): Promise<string> {
    await on.give('document', of, 'certify-copy', { to: 'Sở Tài chính', count: 1, ...input }, clerk);
    const { id } = await on.until<{ id: string }>(
      `a ${type} is issued`,
      "SELECT d.id FROM document d JOIN thing t ON t.id = d.id WHERE d.type = $1 AND d.state = 'issued' AND t.data->'links' @> jsonb_build_array(jsonb_build_object('documentId', $2::text))",
      [type, of],
      60_000,
    );
    return id;
  }
  type Told = { rule: string; result: string; found: string };
  async function verified(file: Buffer): Promise<{ verdict: unknown; original: Told | undefined }> {
    const { body } = await served.send('POST', '/verify', { raw: { content: new Uint8Array(file), type: 'application/pdf' } });
    return { verdict: body.verdict, original: (body.grounds as Told[]).find(({ rule }) => rule === 'attached-original') };
  }

  test('carries the whole original, which is the file that the register knows; a copy of the copy carries the copy', async () => {
    const copy = await copied(decision, 'certified-copy', {});
    const [original, file] = [await fileOf(decision), await fileOf(copy)];
    const attached = await attachedTo(file);
    expect(Object.entries(attached).map(([name, { relation }]) => [name, relation])).toEqual([
      ['van-ban-goc.pdf', '/Source'],
      ['van-ban.json', '/Data'],
      ['van-ban.xml', '/Supplement'],
    ]);
    expect(attached['van-ban-goc.pdf']?.data.equals(original)).toBe(true);
    expect(await verified(file)).toEqual({ verdict: 'valid', original: expect.objectContaining({ result: 'passed' }) });
    expect(await verified(attached['van-ban-goc.pdf']?.data ?? Buffer.alloc(0))).toEqual({ verdict: 'valid', original: undefined });

    const again = await fileOf(await copied(copy, 'copy-of-copy', { kind: 'sao-luc' }));
    expect((await attachedTo(again))['van-ban-goc.pdf']?.data.equals(file)).toBe(true);
    expect(await verified(again)).toMatchObject({ verdict: 'valid', original: { result: 'passed' } });
  });

  test('says so where the register knows no such original', async () => {
    const copy = await copied(decision, 'certified-copy', {});
    await served.parts.reader.document.update({
      where: { id: decision },
      data: { file: createHash('sha256').update('khác').digest('hex') },
    });
    expect(await verified(await fileOf(copy))).toMatchObject({
      verdict: 'incomplete',
      original: { result: 'unproven', found: 'original-unknown' },
    });
    await served.parts.reader.document.update({ where: { id: decision }, data: { file: (await recordOf(on, decision)).file } });
  });

  test('with another file attached than it names, or none, is not whole', async () => {
    const copy = await copied(decision, 'certified-copy', {});
    const report = examine(await fileOf(copy), { roots: [], now: new Date() });
    if (!report.readable) throw new Error(report.reason);
    const on = (original: string | null): unknown =>
      verdictOf(
        { ...report, original },
        { status: 'in-force', sameFile: 'same', required: [], copied: { sha256: report.original ?? '', known: true } },
      ).grounds.find(({ rule }) => rule === 'attached-original');
    expect([on(report.original), on('0'.repeat(64)), on(null)]).toEqual([
      expect.objectContaining({ result: 'passed' }),
      expect.objectContaining({ result: 'failed', why: 'another-file' }),
      expect.objectContaining({ result: 'failed', why: 'not-attached' }),
    ]);
  });

  test('is an extract alone where only a part is given: nothing is attached but its own data', async () => {
    const extract = await fileOf(await copied(decision, 'extract', { kind: 'trich-sao', excerpt: 'Điều 1. Phê duyệt.' }));
    expect(Object.keys(await attachedTo(extract))).toEqual(['van-ban.json', 'van-ban.xml']);
    expect(await verified(extract)).toEqual({ verdict: 'valid', original: undefined });
  });
});
