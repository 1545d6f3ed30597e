import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appointCouncil, members, openBallot, openSession } from '../support/appraising.ts';
import { vecom } from '../support/cast.ts';
import { eligible, openRound } from '../support/deciding.ts';
import { million } from '../support/lives.ts';
import { freshWorld } from '../support/world.ts';

const early = members.slice(0, 6);
const hasty = members.slice(6);
const votes = ['pass', 'fail'] as const;
/** When the count is asked for among fifty votes. */
const instants = [0, 9, 25, 41, 50];

/** Six have voted; three more press again and again while the chair closes the ballot. */
describe('fifty votes at the closing instant', () => {
  let world: Awaited<ReturnType<typeof freshWorld>>;
  let council: string;
  const schemes: string[] = [];
  beforeAll(async () => {
    world = await freshWorld();
    await openRound(world, vecom, 1_000 * million);
    for (const _ of instants) schemes.push(await eligible(world, vecom));
    council = await appointCouncil(world);
    await openSession(world, council, schemes, '2022-03-01');
  });
  afterAll(() => world.close());

  test.each(instants.map((instant, n) => [instant, n]))(
    'closing after %d of them: what was acknowledged counts, once a member, and nothing else',
    async (instant, n) => {
      const schemeId = schemes[n] ?? '';
      await openBallot(world, council, schemeId);
      const cast = (by: string, i: number) =>
        world
          .give('council', council, 'cast-ballot', { schemeId, vote: votes[i % 2] }, { by })
          .then((outcome) => ({ by, vote: votes[i % 2], outcome }));
      for (const [i, by] of early.entries()) await cast(by, i * 2);
      const crowd = Array.from({ length: 50 }, (_, i) => () => cast([...hasty, ...early][i % (i < 45 ? 3 : 9)] ?? '', i));
      const close = () => world.give('council', council, 'close-ballot', { schemeId }, { by: 'council-1' });
      const [before, closing, after] = [crowd.slice(0, instant).map((one) => one()), close(), crowd.slice(instant).map((one) => one())];
      const [closed, ...all] = await Promise.all([closing, ...before, ...after]);

      expect(closed).toMatchObject({ status: 200, refused: null });
      const acknowledged = all.filter(({ outcome }) => outcome.status === 200);
      expect(new Set(acknowledged.map(({ by }) => by)).size).toBe(acknowledged.length);
      for (const { outcome } of acknowledged) expect(outcome.seq).toBeLessThan(closed.seq);
      const no = all.filter(({ outcome }) => outcome.status !== 200).map(({ outcome }) => `${outcome.status} ${outcome.refused?.rule}`);
      for (const one of new Set(no)) expect(['409 council.already-voted', '409 council.item-not-now']).toContain(one);

      const { rows } = await world.database.query<{ by: string; vote: string; seq: number }>(
        "SELECT actor AS by, data->>'vote' AS vote, seq FROM fact WHERE thing_id = $1 AND type = 'ballot-cast' AND data->>'schemeId' = $2",
        [council, schemeId],
      );
      const pass = [...early.map((by) => ({ by, vote: 'pass' })), ...acknowledged];
      expect(rows.map(({ by, vote }) => `${by} ${vote}`).toSorted()).toEqual(pass.map(({ by, vote }) => `${by} ${vote}`).toSorted());
      expect(rows.every(({ seq }) => seq < closed.seq)).toBe(true);
      const count = (vote: string) => rows.filter((row) => row.vote === vote).length;
      expect(closed.result).toMatchObject({ votes: { pass: count('pass'), conditional: 0, fail: count('fail') } });
      await world.carryOutOwed();
    },
  );
});
