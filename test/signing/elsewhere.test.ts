import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openFiles } from '../../files/open-files.ts';
import type { Signer } from '../../signatures/signer.ts';
import { certifiedOverHttp, messageBy } from '../../signatures/test-kit.ts';
import { certificatesOf } from '../../workflows/activities/pdf/certificate.ts';
import { documentContent, signedAttributes } from '../../workflows/activities/pdf/cms.ts';
import { beginRenewals } from '../../workflows/renewal.ts';
import { provenFields } from '../support/proven.ts';
import { type RunningSystem, runningSystem } from '../support/running.ts';
import { openCentralRound } from '../support/steps.ts';
import { preparedDecision, reached, recordOf, sign } from '../support/to-sign.ts';
import { gatedAuthority } from './gated-authority.ts';

const roots = () => certificatesOf(readFileSync(inject('authority').TRUST_ANCHORS ?? '', 'utf8'));

describe('the Minister, whose key is on their own computer', () => {
  let on: RunningSystem;
  let gate: Awaited<ReturnType<typeof gatedAuthority>>;
  let folder: string;
  let minister: Signer;
  let [first, second] = ['', ''];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'elsewhere-'));
    const development = { kind: 'development' };
    const file = { persons: { signer: { key: { kind: 'own-computer' } } }, others: { persons: development, organisations: development } };
    writeFileSync(join(folder, 'signers.json'), JSON.stringify(file));
    gate = await gatedAuthority(inject('authority').TSA_URL ?? '');
    on = await runningSystem({ renders: true, settings: { TSA_URL: gate.url, SIGNERS: join(folder, 'signers.json') } });
    await openCentralRound(on);
    [first, second] = await Promise.all([preparedDecision(on), preparedDecision(on)]);
    const holder = {
      kind: 'person',
      id: 'signer',
      name: (await recordOf(on, first)).signer?.name ?? '',
      organisation: 'Bộ Công Thương',
    } as const;
    minister = await certifiedOverHttp(inject('authority').AUTHORITY_URL ?? '', holder);
  });
  afterAll(async () => {
    await on?.close();
    await gate?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('is told so when the system is asked to sign; the number is kept', async () => {
    const { number } = await recordOf(on, first);
    await sign(on, first);
    await on.until('the signature is refused', "SELECT 1 FROM fact WHERE thing_id = $1 AND type = 'signature-refused'", [first]);
    const left = await recordOf(on, first);
    expect(await on.stateOf(first)).toBe('prepared');
    expect([left.number, left.refusedSignature?.rule]).toEqual([number, 'signature.key-elsewhere']);
    await on.until('a letter tells them', "SELECT 1 FROM letter WHERE thing_id = $1 AND subject LIKE 'Chưa ký được%'", [first]);
  });

  test('signs there, and the signature is put into the file: a value with its certificates', async () => {
    const { prepared } = await recordOf(on, first);
    const certificate = await minister.certificate();
    const attributes = signedAttributes(documentContent, Buffer.from(prepared?.pending?.digest ?? '', 'hex'), certificate);
    const certificates = [certificate, ...(await minister.chain())].map((one) => one.toString('base64'));
    const signature = { value: (await minister.sign(attributes)).toString('base64'), certificates };
    await on.give('document', first, 'embed-signature', { digest: prepared?.digest, signature }, { by: 'signer' });
    await reached(on, first, 'signed');
    const left = await recordOf(on, first);
    expect([left.given, left.refusedSignature]).toEqual([null, null]);
    await expectLasting(left.file, ['ChuKy', 'ConDau', 'DauThoiGian']);
  });

  test('waits where the time-stamping authority is away, which is told with what is owed, and goes on once it is back', async () => {
    gate.away = true;
    const { prepared } = await recordOf(on, second);
    const cms = (await messageBy(minister, Buffer.from(prepared?.pending?.digest ?? '', 'hex'))).toString('base64');
    await on.give('document', second, 'embed-signature', { digest: prepared?.digest, signature: { cms } }, { by: 'signer' });
    const { waits } = await on.until<{ waits: { rule: string } }>(
      'it is told what is waited for',
      "SELECT waits FROM owed WHERE thing_id = $1 AND what = 'sign-file' AND waits IS NOT NULL",
      [second],
    );
    expect(waits.rule).toBe('signature.time-stamp-away');
    expect(await on.stateOf(second)).toBe('signing');
    gate.away = false;
    await reached(on, second, 'signed');
    await expectLasting((await recordOf(on, second)).file, ['ChuKy', 'ConDau', 'DauThoiGian']);
  });

  test('a time-stamp that nears its end is followed by another, once; every file that the document was stays known', async () => {
    const clerk = { by: 'clerk' };
    await on.give('document', first, 'issue', {}, clerk);
    const { file: former } = await recordOf(on, first);
    expect(await beginRenewals(on.at, on.waker, { renewBeforeDays: 100 })).toEqual([]);
    expect(await beginRenewals(on.at, on.waker, { renewBeforeDays: 3_650 })).toContain(first);
    expect(await beginRenewals(on.at, on.waker, { renewBeforeDays: 3_650 })).toEqual([]);
    await on.until('it is renewed', "SELECT 1 FROM fact WHERE thing_id = $1 AND type = 'time-stamp-renewed'", [first]);
    const { rows } = await on.database.query('SELECT file, former_files FROM document WHERE id = $1', [first]);
    const { file } = await recordOf(on, first);
    expect(rows).toEqual([{ file, former_files: [former] }]);
    await expectLasting(file, ['ChuKy', 'ConDau', 'DauThoiGian', 'DauThoiGian2']);
    expect(await beginRenewals(on.at, on.waker, { renewBeforeDays: 3_650 })).toEqual([]);
  });

  async function expectLasting(name: string | null, fields: string[]): Promise<void> {
    expect(provenFields(await openFiles(on.environment).get(name ?? ''), roots())).toEqual(fields);
  }
});
