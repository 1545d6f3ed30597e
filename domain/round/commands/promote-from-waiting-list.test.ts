import { describe, expect, test } from 'vitest';
import { atRanking, billion, fund, ranked, scheme, things } from '../examples.ts';

const waiting = atRanking.and(ranked(['a', 6 * billion], ['b', 3 * billion, 'waiting'], ['c', billion, 'waiting']));
const situation = things(
  scheme('a', 'ranked', 6 * billion),
  scheme('b', 'waiting-list', 5 * billion),
  scheme('c', 'waiting-list', billion),
  scheme('d', 'recommended', billion),
);

describe('promote-from-waiting-list', () => {
  test.each([
    ['the first that waits', { schemeId: 'b' }, {}, 'scheme-promoted'],
    ['with all that is left', { schemeId: 'b', proposedDong: 4 * billion }, {}, 'scheme-promoted'],
    ['with more than is left', { schemeId: 'b', proposedDong: 4 * billion + 1 }, {}, 'round.over-ceiling'],
    ['with more than it asks', { schemeId: 'b', proposedDong: 6 * billion }, {}, 'ranking.over-asked'],
    ['while an allocation has taken the money', { schemeId: 'b' }, fund(2 * billion, 0), 'round.over-ceiling'],
    ['past another', { schemeId: 'c' }, {}, 'ranking.skips-one'],
    ['past another for a reason', { schemeId: 'c', reason: 'Số kinh phí còn lại chỉ đủ cho đề án này' }, {}, 'scheme-promoted'],
    ['one that is ranked', { schemeId: 'a' }, {}, 'ranking.not-waiting'],
    ['one that was never ranked', { schemeId: 'd' }, {}, 'ranking.not-waiting'],
  ])('%s: %s', (_what, input, funds, then) => {
    waiting.when('promote-from-waiting-list', input, { situation: { ...situation, ...funds } }).then(then);
  });

  test('only the promoted scheme is told', () => {
    const { accepted } = waiting.when('promote-from-waiting-list', { schemeId: 'b' }, { situation });
    expect(accepted.owed.map(({ params }) => [params.thing, params.input])).toEqual([
      ['b', { place: 2, proposedDong: 3 * billion, list: 'ranked' }],
    ]);
  });
});
