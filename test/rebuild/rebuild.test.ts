import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { derivedTables, rebuild } from '../../commit/rebuild.ts';
import { BrokenChain } from '../../commit/replay.ts';
import { decisionToSign } from '../support/drafts.ts';
import { manyLives } from '../support/lives.ts';
import { behindItsBack, derivedRows } from '../support/tables.ts';
import { freshWorld } from '../support/world.ts';

/** Tables show each row as JSON: what is equal here is equal to whoever reads it. */
describe('what follows from the facts of many whole lives', () => {
  let world: Awaited<ReturnType<typeof freshWorld>>;
  let lives: Awaited<ReturnType<typeof manyLives>>;
  beforeAll(async () => {
    world = await freshWorld();
    lives = await manyLives(world);
  });
  afterAll(() => world.close());

  test('the lives came to their ends', async () => {
    const ends = await Promise.all(Object.entries(lives).map(async ([name, id]) => [name, await world.stateOf(id)]));
    expect(Object.fromEntries(ends)).toEqual({
      archived: 'archived',
      conditional: 'archived',
      terminated: 'archived',
      recovered: 'archived',
      carriedOver: 'carried-over',
      underWay: 'implementing',
      reduced: 'approved',
      cut: 'lapsed',
      waiting: 'ranked',
      failed: 'not-recommended',
      late: 'late',
      withdrawn: 'withdrawn',
      wanting: 'supplementing',
      ineligible: 'ineligible',
      discarded: 'discarded',
      local: 'archived',
      council: 'appointed',
      dissolved: 'dissolved',
      plan: 'taken-in',
    });
  });

  test('every table is the same when made anew', async () => {
    const before = await derivedRows(world);
    for (const table of derivedTables) expect(before[table], table).not.toEqual([]);
    const { facts, things } = await rebuild(world.at);
    expect(facts).toBeGreaterThan(500);
    expect(things).toBe(before.thing?.length);
    expect(await derivedRows(world)).toEqual(before);
  });

  test('also every thing itself, though its row was lost', async () => {
    const before = await derivedRows(world);
    await behindItsBack(world, 'WITH lost AS (DELETE FROM thing RETURNING id) SELECT count(*) FROM lost');
    await rebuild(world.at);
    expect(await derivedRows(world)).toEqual(before);
  });

  test('a refused signature leaves no trace in the register', async () => {
    await world.moveTo('2023-01-04');
    const id = await decisionToSign(world);
    const refused = await world.give('document', id, 'prepare-signature', {}, { by: 'agency-head' });
    expect(refused.status).toBe(403);
    const { rows } = await world.database.query('SELECT * FROM register WHERE year = 2023');
    expect(rows).toEqual([]);
  });

  const factOf = (scheme: () => string, type: string) => ({ scheme, type });
  const contract = factOf(() => lives.archived ?? '', 'contract-concluded');
  test.each([
    ['the sum of a contract', contract, `SET data = jsonb_set(data, '{sumDong}', '1')`],
    ['who did it', contract, `SET actor = 'signer-2'`],
    ['in which role', contract, `SET role = 'signer'`],
    ['what happened', contract, `SET type = 'contract-agreed'`],
    ['when', contract, `SET at = at - interval '1 day'`],
    ['to where it led', contract, `SET state = 'settled'`],
    ['by which command', contract, `SET command_id = 'another'`],
    ['the hash itself', contract, `SET hash = md5(hash)`],
  ])('a fact that was tampered with is found with its place, and nothing is changed: %s', async (_, { scheme, type }, change) => {
    const where = 'WHERE thing_id = $1 AND type = $2';
    const { rows } = await world.database.query(`SELECT seq, to_jsonb(f) AS fact FROM fact f ${where}`, [scheme(), type]);
    const [{ seq, fact }] = rows;
    const before = await derivedRows(world);
    await behindItsBack(world, `UPDATE fact ${change} WHERE thing_id = $1 AND seq = $2`, [scheme(), seq]);
    await expect(rebuild(world.at)).rejects.toThrow(new BrokenChain(`Fact ${seq} of ${scheme()} is not what was taken down.`));
    expect(await derivedRows(world)).toEqual(before);
    await behindItsBack(
      world,
      'UPDATE fact f SET (data, actor, role, type, at, state, command_id, hash) = (SELECT data, actor, role, type, at, state, command_id, hash FROM jsonb_populate_record(f, $3)) WHERE thing_id = $1 AND seq = $2',
      [scheme(), seq, JSON.stringify(fact)],
    );
  });

  test.each([
    ['in the middle', 2],
    ['at the end', 0],
  ])('a fact that was taken away %s is missed', async (_, place) => {
    const id = lives.archived ?? '';
    const { rows } = await world.database.query('SELECT to_jsonb(f) AS fact FROM fact f WHERE thing_id = $1 ORDER BY seq', [id]);
    const { fact } = rows.at(place === 0 ? -1 : place - 1);
    await behindItsBack(world, 'DELETE FROM fact WHERE thing_id = $1 AND seq = $2', [id, fact.seq]);
    await expect(rebuild(world.at)).rejects.toThrow(BrokenChain);
    await behindItsBack(world, 'INSERT INTO fact SELECT * FROM jsonb_populate_record(NULL::fact, $1)', [JSON.stringify(fact)]);
    const before = await derivedRows(world);
    await rebuild(world.at);
    expect(await derivedRows(world)).toEqual(before);
  });
});
