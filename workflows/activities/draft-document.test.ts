import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DocumentRecord } from '../../domain/document/state.ts';
import { centralRound, openCentralRound, submitByVecom } from '../../test/support/steps.ts';
import { freshSystem, type System } from '../../test/support/system.ts';
import { draftDocument } from './draft-document.ts';

describe('what a fact owes is drawn up', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'draft-document-'));
  const woken: string[] = [];
  let on: System;
  let draft: (key: string) => Promise<void>;

  beforeAll(async () => {
    on = await freshSystem('2022-01-10');
    draft = draftDocument({
      committing: on.at,
      waker: { wake: (kind, id) => void woken.push(`${kind}/${id}`) },
      environment: { dataDir, publicUrl: 'https://tra-cuu.mau.test', samplePersons: true },
    });
    await openCentralRound(on);
  });
  afterAll(async () => {
    await on.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const owedBy = async (thing: string) =>
    (
      await on.database.query<{ key: string; type: string; done: boolean }>(
        "SELECT key, params->>'type' AS type, done_at IS NOT NULL AS done FROM owed WHERE thing_id = $1 AND what = 'draft-document' ORDER BY seq, ordinal",
        [thing],
      )
    ).rows;
  const documentsOf = async (thing: string) =>
    (
      await on.database.query<{ id: string; state: string; data: DocumentRecord }>(
        "SELECT id, state, data FROM thing WHERE kind = 'document' AND data->'subjects'->>0 = $1 ORDER BY created_at, id",
        [thing],
      )
    ).rows;
  const only = async (thing: string) => (await owedBy(thing))[0] ?? { key: '', type: '', done: false };

  test('a receipt for a scheme, numbered and on its way to its pages, under a code that nobody guesses', async () => {
    const scheme = await submitByVecom(on);
    const { key, type } = await only(scheme);
    expect(type).toBe('receipt');
    await draft(key);
    const [document] = await documentsOf(scheme);
    expect(document).toMatchObject({
      state: 'rendering',
      data: { type: 'receipt', symbol: '01/GTN-TMĐT', drafter: 'host-head.vecom', roundId: centralRound, schemeId: scheme },
    });
    expect(document?.data.code).toMatch(/^[A-Z2-7]{16}$/);
    expect(document?.data.content).toMatchObject({ sample: true, rehearsal: true, lookup: { code: document?.data.code } });
    expect(woken).toContain(`document/${document?.id}`);
    expect((await only(scheme)).done).toBe(true);
  });

  test('carried out twice, at once or after the obligation was forgotten again, it is there once', async () => {
    const scheme = await submitByVecom(on);
    const { key } = await only(scheme);
    await Promise.all([draft(key), draft(key)]);
    await on.database.query('UPDATE owed SET done_at = NULL, done_by = NULL WHERE key = $1', [key]);
    await draft(key);
    expect(await documentsOf(scheme)).toHaveLength(1);
    expect((await only(scheme)).done).toBe(true);
  });

  test('the scheme is drawn as the fact left it, whatever happened since', async () => {
    const scheme = await submitByVecom(on);
    const { key } = await only(scheme);
    await on.give('scheme', scheme, 'withdraw', { reason: 'Thay đổi kế hoạch.' }, { by: 'host-head.vecom' });
    await draft(key);
    expect((await documentsOf(scheme))[0]?.data.readers).toContain('org:cuc-tmdt-kts');
  });

  test('a round’s call letter goes to all who may propose', async () => {
    const { key } = await only(centralRound);
    await draft(key);
    const [document] = await documentsOf(centralRound);
    expect(document?.data).toMatchObject({ type: 'call-letter', symbol: '01/TMĐT-KH', issuerId: 'cuc-tmdt-kts' });
    const to = document?.data.recipients.map(({ organisationId }) => organisationId);
    expect(to).toEqual(expect.arrayContaining(['vecom', 'so-cong-thuong-dak-nong']));
    expect(to).not.toContain('so-cong-thuong-lam-dong');
  });

  test('what is not owed is not drawn', async () => {
    await draft('nothing/1/draft-document');
    expect(woken.length).toBeGreaterThan(0);
  });
});
