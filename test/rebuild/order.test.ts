import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rebuild } from '../../commit/rebuild.ts';
import { vecom } from '../support/cast.ts';
import { allocate, appraised, eligible, issueAll, listOf, openRound, roundOf } from '../support/deciding.ts';
import { million } from '../support/lives.ts';
import { behindItsBack, derivedRows } from '../support/tables.ts';
import { freshWorld } from '../support/world.ts';

/** Money for one scheme, not for two: the second is given what the first set free. */
describe('money that came free and was given to another', () => {
  let world: Awaited<ReturnType<typeof freshWorld>>;
  beforeAll(async () => {
    world = await freshWorld();
    await openRound(world, vecom, 60 * million);
    const [first = '', second = ''] = [await eligible(world), await eligible(world)];
    for (const id of [first, second]) await appraised(world, vecom, id);
    await world.moveTo('2022-04-05');
    const round = roundOf(vecom);
    const place = { proposedDong: 50 * million };
    const schemes = [
      { schemeId: first, place: 1, list: 'ranked', ...place },
      { schemeId: second, place: 2, list: 'waiting', ...place },
    ];
    await world.act('agency-officer', 'round', round, 'rank-schemes', { schemes });
    const decide = async (id: string) => {
      const list = listOf(vecom, [{ id, amountDong: 50 * million }]).map((one) => ({ ...one, outcome: 'approve' }));
      await world.act('agency-officer', 'round', round, 'propose-decision', { list });
      await issueAll(world, vecom, round);
      await allocate(world, vecom, [{ id, amountDong: 50 * million }]);
    };
    await decide(first);
    await world.moveTo('2022-06-20');
    await world.act('agency-head', 'scheme', first, 'lapse', { reason: 'Không ký hợp đồng.' });
    await world.act('agency-officer', 'round', round, 'promote-from-waiting-list', { schemeId: second });
    await decide(second);
  });
  afterAll(() => world.close());

  test.each([
    ['as the clocks of the machines had it', '0 seconds'],
    ['also where the clock of the machine that took it was behind the other’s', '1 hour'],
  ])('is made anew %s', async (_, behind) => {
    await behindItsBack(
      world,
      `UPDATE fact SET recorded_at = recorded_at - $1::interval WHERE type = 'allocation-proposed' AND recorded_at = (SELECT max(recorded_at) FROM fact WHERE type = 'allocation-proposed')`,
      [behind],
    );
    const before = await derivedRows(world);
    await rebuild(world.at);
    expect(await derivedRows(world)).toEqual(before);
  });
});
