import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endDelegation, recordDelegation } from '../../commit/delegations.ts';
import { load } from '../../commit/load.ts';
import { isRefusal, type Needs } from '../../domain/command.ts';
import { NewDelegation } from '../../domain/document/authority/recording.ts';
import { pack } from '../../domain/test-kit.ts';
import { freshSystem, type System } from '../support/system.ts';

let system: System;
beforeAll(async () => {
  system = await freshSystem();
});
afterAll(() => system.close());

const administrator = { id: 'administrator' };
const ofMinister = {
  kind: 'tuq',
  organisationId: 'bo-cong-thuong',
  givenBy: 'signer',
  toPerson: 'agency-head',
  symbol: '31/GUQ-BCT',
  date: '2022-03-01',
  types: ['termination-decision'],
  from: '2022-03-01',
  to: '2022-09-30',
};
const record = async (changes: object = {}, id: string = randomUUID()) => {
  const taken = await recordDelegation(system.at, id, NewDelegation.parse({ ...ofMinister, ...changes }), administrator, pack);
  return isRefusal(taken) ? taken.rule : taken.id;
};
const loaded = async (needs: Needs, today: string) => {
  const client = await system.database.connect();
  try {
    return await load(client, needs, today);
  } finally {
    client.release();
  }
};

describe('an authority is taken down from its instrument', () => {
  test('with who did so; the same once; and found by whoever signs', async () => {
    const id = randomUUID();
    expect([await record({}, id), await record({}, id)]).toEqual([id, id]);
    const { rows } = await system.database.query('SELECT recorded_by, recorded_at IS NOT NULL AS timed FROM delegation WHERE id = $1', [
      id,
    ]);
    expect(rows).toEqual([{ recorded_by: 'administrator', timed: true }]);
    const { delegations } = await loaded({ delegationsOf: 'bo-cong-thuong' }, '2022-03-02');
    expect(delegations?.find((one) => one.id === id)).toMatchObject({
      giverTitles: ['Bộ trưởng'],
      giverActsBy: null,
      symbol: '31/GUQ-BCT',
      from: '2022-03-01',
      to: '2022-09-30',
      endedOn: null,
    });
  });

  test.each([
    ['by a deputy', { givenBy: 'signer-2' }, 'authority.passed-on'],
    ['by somebody of another house', { givenBy: 'host-head.vecom' }, 'authority.giver-without-right'],
    ['to somebody who leads no unit of it', { toPerson: 'agency-officer' }, 'authority.receiver-not-within'],
    ['to somebody of another house', { toPerson: 'host-head.vecom' }, 'authority.receiver-not-within'],
    ['to nobody', { toPerson: 'nobody' }, 'authority.unknown-person'],
    ['to themselves', { toPerson: 'signer' }, 'authority.unknown-person'],
    ['of a body that is not there', { organisationId: 'ubnd-tinh-gia-lai' }, 'authority.unknown-organisation'],
    ['to an office outside', { toPerson: null, toOffice: { organisationId: 'vecom', role: 'host-head' } }, 'authority.receiver-not-within'],
  ])('refused %s: %s', async (_, changes, rule) => {
    expect(await record(changes)).toBe(rule);
  });

  test('a delegate passes nothing on', async () => {
    await record();
    const onward = { organisationId: 'bo-cong-thuong', givenBy: 'agency-head', toPerson: 'finance-head' };
    expect(await record(onward)).toBe('authority.passed-on');
  });

  test.each([
    ['without an end', { to: null }],
    ['without types', { types: [] }],
    ['before its instrument', { from: '2022-02-28' }],
    ['to nobody at all', { toPerson: null }],
    ['without a number', { symbol: ' ' }],
  ])('cannot be read %s', (_, changes) => {
    expect(NewDelegation.safeParse({ ...ofMinister, ...changes }).success).toBe(false);
  });
});

describe('an authority ends', () => {
  test('once, from a day on, with the reason', async () => {
    const id = await record();
    const end = async (on: string) => {
      const ended = await endDelegation(system.at, id, { on, reason: 'Người được ủy quyền chuyển công tác' }, administrator);
      return isRefusal(ended) ? ended.rule : ended?.endedOn;
    };
    expect(await end('2022-02-01')).toBe('authority.ends-too-early');
    expect(await end('2022-05-01')).toBe('2022-05-01');
    expect(await end('2022-06-01')).toBe('authority.ended-already');
    expect(await endDelegation(system.at, 'nobody', { on: '2022-05-01', reason: '…' }, administrator)).toBeNull();
  });

  test('and is never given otherwise, nor forgotten', async () => {
    const id = await record();
    await expect(system.database.query("UPDATE delegation SET to_date = '2030-01-01' WHERE id = $1", [id])).rejects.toThrow(
      /only be ended/,
    );
    await expect(system.database.query('DELETE FROM delegation WHERE id = $1', [id])).rejects.toThrow();
  });
});

test('whoever holds an office after a merger holds it for what was merged into it', async () => {
  await system.database.query(
    `INSERT INTO position (id, person_id, organisation_id, role, title, from_date) VALUES ('merged', 'province-head.binh-dinh', 'ubnd-tinh-gia-lai', 'province-head', 'Chủ tịch', '2025-07-01')`,
  );
  const formerly = [{ organisationId: 'ubnd-tinh-binh-dinh', provinceId: 'ubnd-tinh-binh-dinh' }];
  const { persons } = await loaded({ persons: ['province-head.binh-dinh'] }, '2025-07-02');
  const after = persons['province-head.binh-dinh']?.positions.find(({ organisationId }) => organisationId === 'ubnd-tinh-gia-lai');
  expect(after).toMatchObject({ role: 'province-head', formerly });
  const before = (await loaded({ holdersOf: ['province-head'] }, '2025-06-30')).persons['province-head.binh-dinh'];
  expect(before?.positions.map(({ organisationId }) => organisationId)).toEqual(['ubnd-tinh-binh-dinh']);
});
