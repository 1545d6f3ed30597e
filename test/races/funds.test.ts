import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { breaches } from '../../domain/money/ledger.ts';
import { advanceApproved } from '../support/carrying-out.ts';
import { vecom } from '../support/cast.ts';
import { appraised, approve, estimate, issue, listOf, openRound, roundOf, submit, trainingOf } from '../support/deciding.ts';
import { million, underContract } from '../support/lives.ts';
import { freshWorld } from '../support/world.ts';

const share = 10 * million;
const fund2023 = '645-2021-2025/2023/programme';

/** Schemes of the rounds of 2022 and of 2023 both want money of 2023: sixteen of ten million each, where there are a hundred and five. */
describe('two rounds, one fund', () => {
  let world: Awaited<ReturnType<typeof freshWorld>>;
  const wanted: { round: string; id: string }[] = [];
  beforeAll(async () => {
    world = await freshWorld();
    await openRound(world, vecom, 200 * million, 2022);
    await openRound(world, vecom, 105 * million, 2023);
    for (const year of [2022, 2023]) {
      const shares = [];
      for (let n = 0; n < 8; n += 1) {
        const input = { roundId: roundOf(vecom, year), proposal: trainingOf(vecom, share, 2023) };
        const { id } = await world.act(vecom.drafter, 'scheme', null, 'draft-scheme', input);
        await submit(world, vecom, id, 0);
        await world.act(vecom.intake, 'scheme', id, 'accept-file', {});
        await appraised(world, vecom, id);
        shares.push({ id, amountDong: share });
        wanted.push({ round: roundOf(vecom, year), id });
      }
      await world.moveTo(`${year}-04-05`);
      await approve(world, vecom, shares, { year, moneyOf: 2023 });
    }
  });
  afterAll(() => world.close());

  const fund = async () => (await world.database.query('SELECT * FROM fund WHERE id = $1', [fund2023])).rows[0];

  test('allocations at once take what there is, to the last whole share, and no more', async () => {
    const order = wanted.flatMap((_, i) => wanted[i % 2 === 0 ? i / 2 : 8 + (i - 1) / 2] ?? []);
    const outcomes = await Promise.all(
      order.map(({ round, id }) =>
        world.give(
          'round',
          round,
          'propose-allocation',
          { list: listOf(vecom, [{ id, amountDong: share }], 2023), estimate },
          { by: 'finance-officer' },
        ),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 200)).toHaveLength(10);
    const refused = outcomes.filter(({ status }) => status !== 200);
    expect(refused.map(({ status, refused }) => `${status} ${refused?.rule}`)).toEqual(Array(6).fill('422 fund.over-ceiling'));
    for (const { refused: no } of refused)
      expect(no).toMatchObject({ legalBasis: expect.stringMatching(/./), certainty: expect.stringMatching(/./) });
    const kept = await world.database.query(
      'SELECT DISTINCT at = (SELECT now FROM programme_clock) AS now FROM command WHERE status = 422',
    );
    expect(kept.rows, 'kept at the programme’s time').toEqual([{ now: true }]);
    expect(await fund()).toMatchObject({ ceiling: 105 * million, reserved: 100 * million, allocated: 0 });
    const { rows } = await world.database.query('SELECT sum(amount)::bigint AS sum FROM fund_movement WHERE fund_id = $1 AND kind = $2', [
      fund2023,
      'reserved',
    ]);
    expect(rows).toEqual([{ sum: 100 * million }]);
  });

  test('issued at once and told by three workers at once, each scheme is given its share once', async () => {
    await world.carryOutOwed();
    const drafts = await world.database.query<{ id: string }>("SELECT id FROM document WHERE type = 'allocation-decision' ORDER BY id");
    expect(drafts.rows).toHaveLength(10);
    const [last, ...rest] = drafts.rows;
    for (const { id } of rest) await issue(world, vecom, id);
    await issue({ ...world, act: untold() }, vecom, last?.id ?? '');
    await Promise.all([world.carryOutOwed(), world.carryOutOwed(), world.carryOutOwed()]);
    expect(await fund()).toMatchObject({ reserved: 0, allocated: 100 * million });
    const { rows } = await world.database.query("SELECT count(*)::int FROM fact WHERE type = 'allocated' GROUP BY thing_id");
    expect(rows).toEqual(Array(10).fill({ count: 1 }));
    expect(breaches(await fund())).toEqual([]);
  });

  /** The last step leaves what it owes to the workers. */
  function untold(): typeof world.act {
    return async (by, kind, thing, command, input = {}) => {
      if (command !== 'issue') return world.act(by, kind, thing, command, input);
      const outcome = await world.give(kind, thing, command, input, { by });
      expect(outcome.refused).toBeNull();
      return outcome;
    };
  }
});

describe('two schemes, one treasury slip', () => {
  let world: Awaited<ReturnType<typeof freshWorld>>;
  beforeAll(async () => {
    world = await freshWorld();
  });
  afterAll(() => world.close());

  test('both paid by it at once: one is, the other is told that the slip is used, and is paid by another', async () => {
    const works = await underContract(world, [vecom, vecom]);
    for (const work of works) await advanceApproved(world, work, share);
    const pay = (id: string, slipNumber: string) =>
      world.give('scheme', id, 'record-payment', { slipNumber, date: '2022-04-05', amountDong: share }, { by: 'finance-officer' });
    const outcomes = await Promise.all(works.map(({ id }) => pay(id, 'KB-01')));
    expect(outcomes.map(({ status, refused }) => refused?.rule ?? status).toSorted()).toEqual([200, 'payment.slip-used']);
    const sums = () => world.database.query('SELECT advanced FROM fund WHERE year = 2022').then(({ rows }) => rows[0]?.advanced);
    expect(await sums()).toBe(share);
    const unpaid = outcomes.find(({ refused }) => refused)?.id ?? '';
    expect(await pay(unpaid, 'KB-01')).toMatchObject({ status: 422, refused: { rule: 'payment.slip-used' } });
    expect(await pay(unpaid, 'KB-02')).toMatchObject({ status: 200 });
    expect(await sums()).toBe(2 * share);
    const { rows } = await world.database.query('SELECT number, amount FROM payment_slip ORDER BY number');
    expect(rows).toEqual([
      { number: 'KB-01', amount: share },
      { number: 'KB-02', amount: share },
    ]);
  });
});
