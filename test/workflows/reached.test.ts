import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { distribute } from '../../workflows/activities/distribute.ts';
import { notify } from '../../workflows/activities/notify.ts';
import { openCentralRound, submitByVecom } from '../support/steps.ts';
import { freshSystem, type System } from '../support/system.ts';

describe('whom a letter reaches', () => {
  let on: System;
  let thing: string;
  beforeAll(async () => {
    on = await freshSystem();
    await openCentralRound(on);
    thing = await submitByVecom(on);
    await on.database.query(
      `INSERT INTO position (id, person_id, organisation_id, role, title, from_date) VALUES
         ('merged-head', 'province-head.dak-nong', 'ubnd-tinh-gia-lai', 'province-head', 'Chủ tịch', '2025-07-01'),
         ('merged-clerk', 'clerk.dak-nong', 'ubnd-tinh-gia-lai', 'clerk', 'Văn thư', '2025-07-01')`,
    );
  });
  afterAll(() => on.close());

  /** Who gets a letter for this obligation, owed on this day. */
  async function reached(to: string[], day: string): Promise<string[]> {
    const persons: string[] = [];
    const key = `${thing}/${to.join()}/${day}`;
    await on.database.query(
      "INSERT INTO owed (key, thing_id, seq, ordinal, what, params, at, created_at) VALUES ($1, $2, 99, 0, 'notify', $3, $4, now())",
      [key, thing, JSON.stringify({ to, message: 'waits-for-you' }), `${day}T02:00:00Z`],
    );
    await notify(on.at, { write: async ({ person }) => void persons.push(person.id) })(key);
    return persons;
  }

  test.each([
    ['2025-06-30', 'province-head@province:ubnd-tinh-binh-dinh', ['province-head.binh-dinh']],
    ['2025-07-01', 'province-head@province:ubnd-tinh-binh-dinh', ['province-head.binh-dinh', 'province-head.dak-nong']],
    ['2025-07-01', 'province-head@org:ubnd-tinh-gia-lai', ['province-head.dak-nong']],
    ['2022-01-05', 'delegate@delegate:bo-cong-thuong/correction', ['agency-head']],
    ['2022-01-04', 'delegate@delegate:bo-cong-thuong/correction', []],
    ['2022-06-01', 'delegate@delegate:bo-cong-thuong/approval-decision', []],
    ['2022-06-01', 'signer@org:bo-cong-thuong', ['signer', 'signer-2']],
    ['2022-06-01', 'person:vecom-nobody', []],
  ])('on %s, %s: %j', async (day, holder, persons) => {
    expect(await reached([holder], day)).toEqual(persons);
  });

  test('a document for what was merged goes to whoever came after it', async () => {
    await on.database.query(
      `INSERT INTO thing (id, kind, pack, route, seq, hash, state, data, doers, readers, wake_seq, created_at, updated_at)
       SELECT 'issued', 'document', pack, route, 1, '', 'issued', $1, '{}', '{}', 1, now(), now() FROM thing WHERE id = $2`,
      [JSON.stringify({ recipients: [{ organisationId: 'ubnd-tinh-binh-dinh', name: '', confirmed: null }] }), thing],
    );
    await on.database.query(
      "INSERT INTO owed (key, thing_id, seq, ordinal, what, params, at, created_at) VALUES ('issued/1', 'issued', 1, 0, 'distribute', '{}', '2025-07-02T02:00:00Z', now())",
    );
    const persons: string[] = [];
    await distribute(on.at, { write: async ({ person }) => void persons.push(person.id) })('issued/1');
    expect(persons).toContain('clerk.dak-nong');
  });
});
