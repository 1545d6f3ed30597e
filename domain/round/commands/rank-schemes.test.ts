import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { approving, atRanking, billion, fund, issued, ranked, scheme, things } from '../examples.ts';
import { placeSchemes } from '../ranking.ts';

const three = things(
  scheme('a', 'recommended', 4 * billion),
  scheme('b', 'recommended', 4 * billion),
  scheme('c', 'recommended', 4 * billion),
  scheme('failed', 'not-recommended', billion),
  scheme('elsewhere', 'recommended', billion, 'another-round'),
);
const rank = (...schemes: [string, number, ('ranked' | 'waiting')?, number?][]) => ({
  schemes: schemes.map(([schemeId, billions, list, place]) => ({
    schemeId,
    proposedDong: billions * billion,
    ...(list && { list }),
    ...(place && { place }),
  })),
});

describe('rank-schemes', () => {
  test.each([
    ['within the ceiling', rank(['a', 4], ['b', 4], ['c', 2]), 'schemes-ranked'],
    ['named lists within the ceiling', rank(['a', 4, 'ranked'], ['b', 4, 'ranked'], ['c', 4, 'waiting']), 'schemes-ranked'],
    ['places that are not the order', rank(['a', 4, 'ranked', 2], ['b', 4, 'ranked', 1]), 'schemes-ranked'],
    ['more than the ceiling', rank(['a', 4, 'ranked'], ['b', 4, 'ranked'], ['c', 4, 'ranked']), 'round.over-ceiling'],
    ['more than it asks', rank(['a', 5]), 'ranking.over-asked'],
    ['one twice', rank(['a', 1], ['a', 1]), 'ranking.twice'],
    ['a place left out', rank(['a', 1, 'ranked', 1], ['b', 1, 'ranked', 3]), 'ranking.places'],
    ['one that was not recommended', rank(['failed', 1]), 'ranking.not-recommended'],
    ['one of another round', rank(['elsewhere', 1]), 'ranking.not-of-this-round'],
    ['one that nobody knows', rank(['nobody', 1]), 'ranking.not-of-this-round'],
    ['nothing', { schemes: [] }, 'invalid-input'],
  ])('%s: %s', (_what, input, then) => {
    atRanking.when('rank-schemes', input, { situation: three }).then(then);
  });

  test('what does not fit any more waits, and everyone is told of their place', () => {
    const { accepted } = atRanking.when('rank-schemes', rank(['a', 4], ['b', 4], ['c', 3]), { situation: three });
    expect(accepted.data.ranking.map(({ list }) => list)).toEqual(['ranked', 'ranked', 'waiting']);
    expect(accepted.owed.map(({ params }) => [params.thing, params.input])).toEqual([
      ['a', { place: 1, proposedDong: 4 * billion, list: 'ranked' }],
      ['b', { place: 2, proposedDong: 4 * billion, list: 'ranked' }],
      ['c', { place: 3, proposedDong: 3 * billion, list: 'waiting' }],
    ]);
  });

  test.each([
    ['reserved and allocated money is not free', fund(2 * billion, 5 * billion), 4, 'round.over-ceiling'],
    ['what is left may be given', fund(2 * billion, 5 * billion), 3, 'schemes-ranked'],
  ])('%s', (_what, funds, billions, then) => {
    atRanking.when('rank-schemes', rank(['a', billions, 'ranked']), { situation: { ...three, ...funds } }).then(then);
  });

  test.each([
    ['approved', 3, 'round.over-ceiling'],
    ['lapsed', 3, 'schemes-ranked'],
    ['approved', 2, 'schemes-ranked'],
  ])('while another of 8 billion is %s, %d billion more: %s', (state, billions, then) => {
    const situation = things(scheme('early', state, 8 * billion), scheme('a', 'recommended', 4 * billion));
    atRanking
      .and(ranked(['early', 8 * billion]), approving(1, ['early', 8 * billion]), issued(1))
      .when('rank-schemes', rank(['a', billions, 'ranked']), { situation })
      .then(then);
  });

  test('a new ranking leaves nobody out who still stands on it', () => {
    const situation = things(scheme('a', 'ranked', billion), scheme('b', 'withdrawn', billion), scheme('c', 'recommended', billion));
    const before = atRanking.and(ranked(['a', billion], ['b', billion]));
    before.when('rank-schemes', rank(['c', 1]), { situation }).then('ranking.left-out');
    before.when('rank-schemes', rank(['c', 1], ['a', 1]), { situation }).then('schemes-ranked');
  });
});

describe('placeSchemes', () => {
  const schemes = fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 1, maxLength: 30 });

  test('never ranks more than there is, and never lets a later scheme overtake an earlier one', () => {
    fc.assert(
      fc.property(schemes, fc.integer({ min: 0, max: 10_000 }), (sums, free) => {
        const ranking = placeSchemes(
          sums.map((proposedDong, index) => ({ schemeId: String(index), proposedDong })),
          free,
        )!;
        const firstWaiting = ranking.findIndex(({ list }) => list === 'waiting');
        const count = firstWaiting === -1 ? ranking.length : firstWaiting;
        const given = sums.slice(0, count).reduce((a, b) => a + b, 0);
        expect(given).toBeLessThanOrEqual(free);
        expect(ranking.slice(count).every(({ list }) => list === 'waiting')).toBe(true);
        if (firstWaiting !== -1) expect(given + sums[firstWaiting]!).toBeGreaterThan(free);
      }),
    );
  });
});
