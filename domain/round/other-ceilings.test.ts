import { describe, expect, test } from 'vitest';
import { given } from '../test-kit.ts';
import { billion, closed, issued, opened, programme, ranked, scheme, things } from './examples.ts';
import { roundKind } from './kind.ts';

/** 10 billion of the programme, and at most 4 billion counted on from enterprises, of whom each scheme wants half as much as of the state. */
const ceilings = [...opened.ceilings, { source: 'enterprise' as const, ceilingDong: 4 * billion }];
const round = given(roundKind, { ...opened, ceilings }, closed);
const enterprise = (amountDong: number) => ({ source: 'enterprise' as const, year: 2022, amountDong });
const approve = (schemeId: string, billions: number, ofEnterprises: number) => ({
  schemeId,
  outcome: 'approve' as const,
  amounts: [programme(billions * billion), enterprise(ofEnterprises * billion)],
});
const rank = (...schemes: [schemeId: string, list?: 'ranked' | 'waiting'][]) => ({
  schemes: schemes.map(([schemeId, list]) => ({ schemeId, proposedDong: 2 * billion, ...(list && { list }) })),
});

describe('a ceiling for another source than the state', () => {
  const three = things(
    scheme('a', 'recommended', 4 * billion),
    scheme('b', 'recommended', 4 * billion),
    scheme('c', 'recommended', 4 * billion),
  );

  test.each([
    ['two of them', rank(['a', 'ranked'], ['b', 'ranked'], ['c', 'waiting']), 'schemes-ranked'],
    ['three of them', rank(['a', 'ranked'], ['b', 'ranked'], ['c', 'ranked']), 'round.over-ceiling'],
  ])('ranks %s: %s', (_, input, then) => {
    round.when('rank-schemes', input, { situation: three }).then(then);
  });

  test('whoever does not fit below it waits', () => {
    const left = round.when('rank-schemes', rank(['a'], ['b'], ['c']), { situation: three }).then('schemes-ranked');
    expect(left.data.ranking.map(({ list }) => list)).toEqual(['ranked', 'ranked', 'waiting']);
  });

  test.each([
    ['within it', 2, 'decision-proposed'],
    ['above it', 3, 'round.over-ceiling'],
  ])('approves %s, earlier approvals counted', (_, ofEnterprises, then) => {
    const situation = things(scheme('a', 'approved', 4 * billion), scheme('b', 'ranked', 6 * billion));
    const before = round.and(
      ranked(['a', 2 * billion], ['b', 2 * billion]),
      { type: 'decision-proposed', no: 1, list: [{ ...approve('a', 2, 2), reason: null }] },
      issued(1),
    );
    before.when('propose-decision', { list: [approve('b', 2, ofEnterprises)] }, { situation }).then(then);
  });

  test.each([
    ['lapsed', 'scheme-promoted'],
    ['approved', 'round.over-ceiling'],
  ])('takes one from the waiting list while another is %s: %s', (state, then) => {
    const situation = things(scheme('a', state, 8 * billion), scheme('b', 'waiting-list', 4 * billion));
    round
      .and(
        ranked(['a', 2 * billion], ['b', 2 * billion, 'waiting']),
        { type: 'decision-proposed', no: 1, list: [{ ...approve('a', 2, 4), reason: null }] },
        issued(1),
      )
      .when('promote-from-waiting-list', { schemeId: 'b' }, { situation })
      .then(then);
  });
});
