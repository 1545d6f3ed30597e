import { readFileSync } from 'node:fs';
import { PDFHexString } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { DocumentType } from '../../domain/document/model.ts';
import { openFiles } from '../../files/open-files.ts';
import { requiredSignatures } from '../../server/verify/register.ts';
import { examine } from '../../verification/examine.ts';
import { verdictOf } from '../../verification/verdict.ts';
import { certificatesOf } from '../../workflows/activities/pdf/certificate.ts';
import { draftedPaper } from '../support/papers.ts';
import { provenFields } from '../support/proven.ts';
import { type RunningSystem, runningSystem } from '../support/running.ts';
import { openCentralRound } from '../support/steps.ts';
import { reached, recordOf } from '../support/to-sign.ts';

describe('papers on the route automatic', () => {
  let on: RunningSystem;
  const roots = () => certificatesOf(readFileSync(inject('authority').TRUST_ANCHORS ?? '', 'utf8'));

  beforeAll(async () => {
    on = await runningSystem({ renders: true });
    await openCentralRound(on);
  });
  afterAll(() => on?.close());

  async function issued(type: DocumentType, persons: (string | null)[]) {
    const id = await draftedPaper(on, type, persons);
    await reached(on, id, 'issued');
    const record = await recordOf(on, id);
    const file = await openFiles(on.environment).get(record.file ?? '');
    const { verdict, grounds } = verdictOf(examine(file, { roots: roots(), now: new Date() }), {
      status: 'in-force',
      sameFile: 'same',
      required: requiredSignatures(record),
    });
    return { id, record, file, verdict, open: grounds.filter(({ result }) => result !== 'passed'), grounds };
  }
  const says = (file: Buffer, reason: string) => file.includes(PDFHexString.fromText(reason).toString());

  test.each<[type: DocumentType, persons: string[], fields: string[], reasons: string[]]>([
    ['contract', ['agency-head', 'host-head.vecom'], ['ChuKyA', 'ChuKyB', 'ConDauA', 'ConDauB'], ['Ký hợp đồng', 'Đóng dấu hợp đồng']],
    ['acceptance-minutes', ['host-head.vecom', 'agency-officer'], ['ChuKyB', 'ChuKyA', 'ConDauB', 'ConDauA'], ['Ký biên bản']],
    ['minutes', ['council-5', 'council-1'], ['ChuKy', 'ChuKy2', 'CoQuan'], ['Ký biên bản', 'Xác nhận bản gốc điện tử']],
    ['score-sheet', ['council-3'], ['ChuKy', 'CoQuan'], ['Ký phiếu đánh giá', 'Xác nhận bản gốc điện tử']],
    ['receipt', ['agency-officer'], ['ChuKy', 'ConDau'], ['Ký giấy tiếp nhận', 'Phát hành văn bản']],
  ])('%s: signed by each whom it names, then by the organisations, each once and in order', async (type, persons, fields, reasons) => {
    const { id, record, file, verdict, open } = await issued(type, persons);
    expect(provenFields(file, roots())).toEqual([...fields, 'DauThoiGian']);
    expect([record.signed, verdict, open]).toEqual([fields, 'valid', []]);
    expect(reasons.filter((reason) => !says(file, reason))).toEqual([]);
    const { rows } = await on.database.query("SELECT count(*)::int FROM fact WHERE thing_id = $1 AND type = 'person-signed'", [id]);
    expect(rows).toEqual([{ count: persons.length }]);
  });

  test('a box whose office nobody holds stays empty: the organisation signs, and the verdict says so', async () => {
    const { file, verdict, open, grounds } = await issued('minutes', ['council-5', null]);
    expect(provenFields(file, roots())).toEqual(['ChuKy', 'CoQuan', 'DauThoiGian']);
    expect([verdict, open]).toEqual(['valid', []]);
    expect(grounds.find(({ field }) => field === 'ChuKy2')).toMatchObject({ rule: 'required-signature', result: 'passed', why: 'vacant' });
  });
});
