import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Changed } from '../../commit/reference/change.ts';
import { addOrganisation, endOrganisation, mergeOrganisation } from '../../commit/reference/organisations.ts';
import { addPerson, changePerson, endPerson, noPassword } from '../../commit/reference/persons.ts';
import { endPosition, givePosition } from '../../commit/reference/positions.ts';
import type { Refusal } from '../../domain/command.ts';
import { freshSystem, type System } from '../support/system.ts';

let system: System;
beforeAll(async () => {
  system = await freshSystem();
});
afterAll(() => system.close());

let by: { id: string; by: string };
beforeEach(() => {
  by = { id: randomUUID(), by: 'administrator' };
});
const reason = 'Quyết định số 01/QĐ-BCT';
const told = (outcome: Changed | Refusal | null) => (outcome === null ? 'nobody' : 'refused' in outcome ? outcome.rule : 'done');
const subjectOf = (outcome: Changed | Refusal | null) => (outcome as Changed).subject;
const packs = () => system.at.packs.values();
const one = async <T extends object>(text: string, values: unknown[]): Promise<T> =>
  (await system.database.query<T>(text, values)).rows[0]!;

const office = { kind: 'other', place: 'Hà Nội', fromDate: '2022-01-01', reason } as const;
const post = { organisationId: 'bo-cong-thuong', role: 'clerk', title: 'Văn thư', fromDate: '2022-01-10', reason };

describe('an organisation', () => {
  test('is set up below another one, with an id of its own and the heading of both', async () => {
    const given = { ...office, name: 'Vụ Pháp chế', shortName: 'Vụ PC', parentId: 'bo-cong-thuong' };
    const made = await addOrganisation(system.at, by, given);
    expect(subjectOf(made)).toBe('vu-phap-che');
    expect(subjectOf(await addOrganisation(system.at, by, given)), 'sent twice').toBe('vu-phap-che');
    expect(subjectOf(await addOrganisation(system.at, { ...by, id: randomUUID() }, given))).toBe('vu-phap-che-2');
    expect(await one('SELECT heading, province_id FROM organisation WHERE id = $1', ['vu-phap-che'])).toEqual({
      heading: ['BỘ CÔNG THƯƠNG', 'VỤ PHÁP CHẾ'],
      province_id: null,
    });
  });

  test('that comes after another one ends that one the day before', async () => {
    const former = subjectOf(await addOrganisation(system.at, by, { ...office, name: 'Trung tâm A', shortName: 'A' }));
    const next = await addOrganisation(
      system.at,
      { ...by, id: randomUUID() },
      { ...office, name: 'Trung tâm B', shortName: 'B', fromDate: '2022-07-01', predecessorId: former },
    );
    expect(await one('SELECT to_date::text, successor_id FROM organisation WHERE id = $1', [former])).toEqual({
      to_date: '2022-06-30',
      successor_id: subjectOf(next),
    });
  });

  test.each([
    // which           on            then
    ['cuc-tmdt-kts', '2022-06-30', 'organisation.named-by-law'],
    ['ubnd-tinh-dak-nong', '2022-06-30', 'organisation.has-units'],
    ['vcci', '2020-12-31', 'organisation.ends-too-early'],
    ['bo-ke-hoach-va-dau-tu', '2026-01-01', 'organisation.ended-already'],
    ['khong-co', '2022-06-30', 'nobody'],
    ['vcci', '2022-06-30', 'done'],
  ])('%s ends on %s: %s', async (id, on, then) => {
    expect(told(await endOrganisation(system.at, by, id, { on, reason }, packs()))).toBe(then);
  });

  test('that is merged hands its people over in the same roles, from the next day on', async () => {
    const merged = await mergeOrganisation(system.at, by, 'vu-thi-truong-trong-nuoc', {
      into: 'cuc-tmdt-kts',
      on: '2022-06-30',
      move: true,
      reason,
    });
    expect(told(merged)).toBe('done');
    const { rows } = await system.database.query(
      `SELECT organisation_id AS at, from_date::text AS "from", to_date::text AS "to" FROM position
       WHERE person_id IN (SELECT person_id FROM position WHERE organisation_id = 'vu-thi-truong-trong-nuoc') ORDER BY from_date`,
    );
    expect(rows).toEqual([
      { at: 'vu-thi-truong-trong-nuoc', from: '2021-01-01', to: '2022-06-30' },
      { at: 'cuc-tmdt-kts', from: '2022-07-01', to: null },
    ]);
  });

  test.each(['vecom', 'ubnd-tinh-gia-lai', 'khong-co'])(
    'is not merged into what is not there the next day, or itself: %s',
    async (into) => {
      expect(told(await mergeOrganisation(system.at, by, 'vecom', { into, on: '2022-06-30', move: false, reason }))).toBe(
        'organisation.not-there',
      );
    },
  );
});

describe('a person', () => {
  const an = { name: 'Nguyễn Văn An', email: 'nguyen.van.an@bct.test', ...post };

  test('is taken in with a position, and comes in by no password before one is set', async () => {
    expect(subjectOf(await addPerson(system.at, by, an))).toBe('nguyen.van.an');
    expect(await one('SELECT password_hash FROM person WHERE id = $1', ['nguyen.van.an'])).toEqual({ password_hash: noPassword });
    expect(told(await addPerson(system.at, { ...by, id: randomUUID() }, an))).toBe('person.email-taken');
    expect(
      told(await changePerson(system.at, { ...by, id: randomUUID() }, 'nguyen.van.an', { name: an.name, email: 'clerk@mau.test', reason })),
    ).toBe('person.email-taken');
  });

  test.each([
    // given                                                       then
    [{ role: 'clerk' }, 'position.held-already'],
    [{ role: 'administrator' }, 'position.administers-alone'],
    [{ role: 'format-checker', toDate: '2021-01-01' }, 'position.ends-too-early'],
    [{ role: 'format-checker', organisationId: 'ubnd-tinh-gia-lai' }, 'organisation.not-there'],
    [{ role: 'format-checker', toDate: '2022-12-31' }, 'done'],
  ])('gets a position %o: %s', async (given, then) => {
    expect(told(await givePosition(system.at, by, 'nguyen.van.an', { ...post, ...given }))).toBe(then);
  });

  test('an administrator holds no other role', async () => {
    expect(told(await givePosition(system.at, by, 'administrator', post))).toBe('position.administers-alone');
  });

  test('the last administrator neither leaves nor gives the role up', async () => {
    const position = 'administrator/administrator';
    expect(told(await endPosition(system.at, by, { person: 'administrator', position }, { on: '2022-06-30', reason }))).toBe(
      'position.last-administrator',
    );
    expect(told(await endPerson(system.at, by, 'administrator', { on: '2022-06-30', reason }))).toBe('position.last-administrator');
    await addPerson(system.at, { ...by, id: randomUUID() }, { ...an, email: 'binh@bct.test', role: 'administrator', title: 'Quản trị' });
    expect(
      told(await endPosition(system.at, { ...by, id: randomUUID() }, { person: 'administrator', position }, { on: '2022-06-30', reason })),
    ).toBe('done');
  });

  test('who leaves holds no position after the last day', async () => {
    expect(told(await endPerson(system.at, by, 'nguyen.van.an', { on: '2022-03-31', reason }))).toBe('done');
    const { rows } = await system.database.query('SELECT DISTINCT to_date::text AS "to" FROM position WHERE person_id = $1', [
      'nguyen.van.an',
    ]);
    expect(rows).toEqual([{ to: '2022-03-31' }]);
    expect(told(await givePosition(system.at, { ...by, id: randomUUID() }, 'nguyen.van.an', post))).toBe('person.ended-already');
  });
});

describe('the trail of changes', () => {
  test('names who changed what and why, for all that was done and nothing that was refused', async () => {
    const { rows } = await system.database.query<{ what: string; by: string; reason: string }>(
      'SELECT what, changed_by AS by, reason FROM reference_change ORDER BY recorded_at, id',
    );
    expect(rows.map(({ what }) => what).toSorted()).toEqual([
      'add-organisation',
      'add-organisation',
      'add-organisation',
      'add-organisation',
      'add-person',
      'add-person',
      'end-organisation',
      'end-person',
      'end-position',
      'give-position',
      'merge-organisation',
    ]);
    expect(new Set(rows.map((row) => `${row.by}: ${row.reason}`))).toEqual(new Set([`administrator: ${reason}`]));
  });

  test.each(['UPDATE reference_change SET reason = NULL', 'DELETE FROM reference_change', 'TRUNCATE reference_change'])(
    'is refused by the database itself: %s',
    async (statement) => {
      await expect(system.database.query(statement)).rejects.toThrow(/permission denied|never changed/);
    },
  );
});
