import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openFiles } from '../../files/open-files.ts';
import { certificatesOf } from '../../workflows/activities/pdf/certificate.ts';
import { findOpenssl } from '../gallery/openssl.ts';
import { findPades } from '../gallery/pades.ts';
import { findPdfsig } from '../gallery/pdfsig.ts';
import { type Judge, notTried } from '../gallery/programs.ts';
import { provenFields } from '../support/proven.ts';
import { type RunningSystem, runningSystem } from '../support/running.ts';
import { openCentralRound, submitByVecom } from '../support/steps.ts';
import { preparedDecision, reached, recordOf, sign } from '../support/to-sign.ts';

const padesHere = findPades('', 2) !== undefined;

describe('a decision that is signed in the running system', () => {
  let on: RunningSystem;
  let id: string;
  let file: Buffer;
  let folder: string;
  const anchors = () => readFileSync(inject('authority').TRUST_ANCHORS ?? '', 'utf8');

  beforeAll(async () => {
    on = await runningSystem({ renders: true });
    await openCentralRound(on);
    id = await preparedDecision(on);
    await sign(on, id);
    await reached(on, id, 'signed');
    file = await openFiles(on.environment).get((await recordOf(on, id)).file ?? '');
    folder = mkdtempSync(join(tmpdir(), 'signed-'));
    writeFileSync(join(folder, 'signed.pdf'), file);
    writeFileSync(join(folder, 'root.pem'), anchors());
  });
  afterAll(async () => {
    await on?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('took each step once, in order', async () => {
    const { rows } = await on.database.query<{ type: string }>(
      "SELECT type FROM fact WHERE thing_id = $1 AND type ~ '(prepared|given|signed|stored)$' ORDER BY seq",
      [id],
    );
    expect(rows.map(({ type }) => type)).toEqual([
      'file-prepared',
      'signature-given',
      'person-signed',
      'organisation-signed',
      'evidence-stored',
      'file-signed',
    ]);
  });

  test('is signed by the person, sealed by the organisation, and time-stamped over all of it; nothing was changed but by signing', () => {
    expect(provenFields(file, certificatesOf(anchors()))).toEqual(['ChuKy', 'ConDau', 'DauThoiGian']);
  });

  test('keeps until when its time-stamp holds', async () => {
    const { stampHoldsUntil, inHand } = await recordOf(on, id);
    expect(inHand).toBeNull();
    expect(Date.parse(stampHoldsUntil ?? '') - Date.now()).toBeGreaterThan(4 * 365 * 86_400_000);
  });

  test(`is accepted by OpenSSL${notTried('openssl')}`, () => accepted(findOpenssl));
  test(`is accepted by poppler’s pdfsig${notTried('pdfsig', 'certutil')}`, () => accepted(findPdfsig));
  test(`is accepted by a validator of PAdES, at baseline LTA${padesHere ? '' : ' (NOT TRIED: PADES names none)'}`, () =>
    accepted((anchor) => findPades(anchor, 2)));

  async function accepted(find: (anchor: string, folder: string) => Judge | undefined): Promise<void> {
    const judge = find(join(folder, 'root.pem'), mkdtempSync(join(folder, 'judge-')));
    expect((await judge?.(join(folder, 'signed.pdf'))) ?? 'nothing against it').toBe('nothing against it');
  }

  test('a paper that nobody takes in hand is signed by the officer whose act it records, sealed and time-stamped too', async () => {
    const scheme = await submitByVecom(on);
    const { id: receipt, file: name } = await on.until<{ id: string; file: string }>(
      'the receipt is issued',
      "SELECT id, file FROM document WHERE type = 'receipt' AND scheme_id = $1 AND state = 'issued'",
      [scheme],
    );
    expect(provenFields(await openFiles(on.environment).get(name), certificatesOf(anchors()))).toEqual(['ChuKy', 'ConDau', 'DauThoiGian']);
    expect((await recordOf(on, receipt)).stampHoldsUntil).toBeDefined();
  });
});
