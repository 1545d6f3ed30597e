import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rebuild } from '../../commit/rebuild.ts';
import { vecom } from '../support/cast.ts';
import { draft, openRound } from '../support/deciding.ts';
import { decisionToSign } from '../support/drafts.ts';
import { million } from '../support/lives.ts';
import { derivedRows } from '../support/tables.ts';
import { freshWorld } from '../support/world.ts';

describe('made anew while people go on working', () => {
  let world: Awaited<ReturnType<typeof freshWorld>>;
  beforeAll(async () => {
    world = await freshWorld();
    await openRound(world, vecom, 1_000 * million);
  });
  afterAll(() => world.close());

  test('everybody is answered, nothing is lost, nothing is counted twice', async () => {
    const drafts = [];
    for (let n = 0; n < 10; n += 1) drafts.push(await draft(world, vecom, million));
    const documents = [];
    for (let n = 0; n < 6; n += 1) documents.push(await decisionToSign(world));
    const round = (year: number) => openRound(world, vecom, year * million, year);
    const work = [
      ...drafts.map((id) => world.give('scheme', id, 'submit', {}, { by: vecom.head })),
      ...documents.map((id) => world.give('document', id, 'prepare-signature', {}, { by: 'signer' })),
    ];
    const [outcomes] = await Promise.all([Promise.all(work), rebuild(world.at), rebuild(world.at), round(2023), round(2024)]);
    expect(outcomes.map(({ status }) => status)).toEqual(work.map(() => 200));
    await world.carryOutOwed();
    const before = await derivedRows(world);
    await rebuild(world.at);
    expect(await derivedRows(world)).toEqual(before);
    expect(before.fund).toHaveLength(3);
    const { rows } = await world.database.query('SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()');
    expect(rows, 'nobody waited for each other').toEqual([{ deadlocks: 0 }]);
  });
});
