import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Outcome } from '../../commit/outcome.ts';
import { vecom } from '../support/cast.ts';
import { roundOf, trainingOf } from '../support/deciding.ts';
import { allocated, million } from '../support/lives.ts';
import { freshWorld } from '../support/world.ts';

const told = (outcomes: Outcome[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { status, refused, replayed } of outcomes) {
    const key = `${status}${refused ? ` ${refused.rule}` : ''}${replayed ? ', again' : ''}`;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
};

describe('at once', () => {
  let world: Awaited<ReturnType<typeof freshWorld>>;
  let scheme: string;
  beforeAll(async () => {
    world = await freshWorld();
    const [work] = await allocated(world, [vecom]);
    scheme = work?.id ?? '';
    await world.act('agency-head', 'round', null, 'open-round', {
      programme: '645-2021-2025',
      year: 2024,
      route: 'central',
      ceilings: [{ source: 'programme', ceilingDong: 1_000_000_000 }],
    });
  });
  afterAll(() => world.close());

  const draft = (id: string, supportDong: number) =>
    world.give(
      'scheme',
      null,
      'draft-scheme',
      { roundId: roundOf(vecom, 2024), proposal: trainingOf(vecom, supportDong) },
      { by: vecom.drafter, id },
    );
  const times = <T>(count: number, make: (index: number) => Promise<T>) => Promise.all(Array.from({ length: count }, (_, i) => make(i)));
  const factsOf = async (id: string): Promise<string[]> =>
    (await world.database.query('SELECT type FROM fact WHERE thing_id = $1 ORDER BY seq', [id])).rows.map(({ type }) => type);

  test('twenty times the same draft under one key makes one scheme', async () => {
    const key = randomUUID();
    const outcomes = await times(20, () => draft(key, 1_000_000));
    expect(told(outcomes)).toEqual({ '201': 1, '201, again': 19 });
    expect(new Set(outcomes.map(({ id }) => id)).size).toBe(1);
    expect(await factsOf(outcomes[0]?.id ?? '')).toEqual(['scheme-drafted']);
  });

  test('one key with two bodies: the first to come stands, the other is told so', async () => {
    const key = randomUUID();
    const outcomes = await times(20, (i) => draft(key, i % 2 === 0 ? 1_000_000 : 2_000_000));
    expect(told(outcomes)).toEqual({ '201': 1, '201, again': 9, '409 command.key-reused': 10 });
    const { rows } = await world.database.query('SELECT support_dong FROM scheme WHERE id = $1', [
      outcomes.find((o) => o.status === 201)?.id,
    ]);
    const first = outcomes.findIndex(({ status, replayed }) => status === 201 && !replayed);
    expect(rows).toEqual([{ support_dong: first % 2 === 0 ? 1_000_000 : 2_000_000 }]);
  });

  test('one key for commands on two things: one of them happens', async () => {
    const ids = (await times(2, () => draft(randomUUID(), 1_000_000))).map(({ id }) => id);
    const key = randomUUID();
    const outcomes = await times(10, (i) => world.give('scheme', ids[i % 2] ?? '', 'discard-scheme', {}, { by: vecom.drafter, id: key }));
    expect(told(outcomes)).toEqual({ '200': 1, '200, again': 4, '409 command.key-reused': 5 });
    expect((await Promise.all(ids.map(world.stateOf))).toSorted()).toEqual(['discarded', 'draft']);
  });

  test('the same round opened by many keys is opened once', async () => {
    const round = { programme: '645-2021-2025', year: 2025, route: 'central', ceilings: [{ source: 'programme', ceilingDong: 7_000_000 }] };
    const outcomes = await times(8, () => world.give('round', null, 'open-round', round, { by: 'agency-head' }));
    expect(outcomes.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(outcomes.filter(({ status }) => status === 409)).toHaveLength(7);
    const { rows } = await world.database.query("SELECT ceiling FROM fund WHERE id = '645-2021-2025/2025/programme'");
    expect(rows).toEqual([{ ceiling: 7_000_000 }]);
  });

  test('agency and host conclude the contract at once, each with a double click: it is concluded once', async () => {
    const terms = {
      number: '01/2022/HĐ-TMĐT',
      date: '2022-04-05',
      sumDong: 50 * million,
      startsOn: '2022-04-05',
      endsOn: '2022-11-30',
      milestones: [{ name: 'Hoàn thành', due: '2022-10-31', amountDong: 50 * million }],
    };
    const agree = (by: string) => world.give('scheme', scheme, 'conclude-contract', terms, { by });
    const outcomes = await Promise.all(['agency-head', vecom.head, 'agency-head', vecom.head].map(agree));
    expect(outcomes.filter(({ status }) => status === 200)).toHaveLength(2);
    expect(outcomes.filter(({ status }) => status === 409)).toHaveLength(2);
    expect((await factsOf(scheme)).filter((type) => type === 'contract-concluded')).toHaveLength(1);
    const { rows } = await world.database.query("SELECT contracted FROM fund WHERE id = '645-2021-2025/2022/programme'");
    expect(rows).toEqual([{ contracted: 50 * million }]);
    await world.carryOutOwed();
  });

  test('a double click on an advance, under two keys, asks for it once', async () => {
    const ask = () =>
      world.give('scheme', scheme, 'request-advance', { amountDong: 30_000_000, purpose: 'Chuẩn bị lớp.' }, { by: vecom.head });
    expect(told(await times(2, ask))).toEqual({ '200': 1, '409 advance.open': 1 });
    await world.carryOutOwed();
    const approve = (by: string) => world.give('scheme', scheme, 'approve-advance', {}, { by });
    expect(told(await times(2, () => approve('finance-officer')))).toMatchObject({ '200': expect.any(Number) });
    expect(told(await times(2, () => approve('finance-head')))).toEqual({ '200': 1, '409 advance.none-waits': 1 });
    const pay = (i: number) =>
      world.give(
        'scheme',
        scheme,
        'record-payment',
        { slipNumber: `KB-2-${i}`, date: '2022-04-05', amountDong: 30_000_000 },
        { by: 'finance-officer' },
      );
    expect(told(await times(2, pay))).toEqual({ '200': 1, '409 payment.none-approved': 1 });
    const { rows } = await world.database.query("SELECT advanced FROM fund WHERE id = '645-2021-2025/2022/programme'");
    expect(rows).toEqual([{ advanced: 30_000_000 }]);
  });
});
