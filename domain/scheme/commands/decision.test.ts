import { describe, expect, test } from 'vitest';
import { allocated, approved, deciding, issued, notRecommended, ranked, recommended, reduced, support, trainingOf } from '../test-kit.ts';

const document = issued;
const fund = { programme: '645-2021-2025', year: 2022, source: 'programme', ownerId: 'cuc-tmdt-kts' };

describe('rank, put-to-decision', () => {
  test.each([
    ['ranked', 'ranked', 'ranked'],
    ['waiting', 'put-on-waiting-list', 'waiting-list'],
  ])('%s', (list, fact, state) => {
    const left = recommended().when('rank', { place: 3, proposedDong: 90_000_000, list }).then(fact);
    expect([left.state, left.data.ranking]).toEqual([state, { place: 3, proposedDong: 90_000_000, list }]);
  });
  test.each([
    ['a ranked one for approval', ranked(), 'approve', 'put-to-decision'],
    ['what was not recommended, for refusal', notRecommended(), 'refuse', 'put-to-decision'],
    ['what was not recommended, for approval', notRecommended(), 'approve', 'decision.not-recommended'],
  ])('%s', (_, scheme, outcome, expected) => {
    scheme.when('put-to-decision', { outcome, amounts: [], decisionNo: 1 }).then(expected);
  });
});

describe('approve, refuse, return-to-ranking', () => {
  test('approved with its amounts', () => {
    const left = deciding()
      .when('approve', { ...document, amounts: support(100_000_000) })
      .then('approved');
    expect([left.state, left.data.approved]).toEqual(['approved', { ...document, amounts: support(100_000_000) }]);
  });
  test('refused with the reason', () => {
    expect(
      deciding()
        .when('refuse', { ...document, reason: 'Trùng.' })
        .then('refused').state,
    ).toBe('refused');
  });
  const back = { reason: 'Thiếu căn cứ.' };
  const decidedOn = (scheme: typeof ranked) => scheme().when('put-to-decision', { outcome: 'refuse', amounts: [], decisionNo: 1 }).left;
  const waiting = () => recommended().when('rank', { place: 9, proposedDong: 1, list: 'waiting' }).left;
  test.each([
    ['ranked', decidedOn(ranked)],
    ['waiting-list', decidedOn(waiting)],
    ['not-recommended', decidedOn(notRecommended)],
  ])('returned to %s', (state, scheme) => {
    expect(scheme.when('return-to-ranking', back).then('decision-returned').state).toBe(state);
  });
  test('nobody approves by hand', () => {
    deciding()
      .when('approve', { ...document, amounts: [] }, { as: { role: 'signer', of: 'ministry' } })
      .then('role.not-yours');
  });
});

describe('allocate: 100 million are approved', () => {
  test.each([
    [100_000_000, 'allocated', 'allocated'],
    [99_999_999, 'allocation-reduced', 'reduced'],
    [100_000_001, 'allocation.more-than-approved', 'approved'],
  ])('%d: %s', (dong, expected, state) => {
    expect(
      approved()
        .when('allocate', { ...document, amounts: support(dong) })
        .then(expected).state,
    ).toBe(state);
  });
  test('nothing: deferred, and allocated later', () => {
    const deferred = approved()
      .when('allocate', { ...document, amounts: [] })
      .then('allocation-deferred');
    expect(deferred.state).toBe('deferred');
    deferred.when('allocate', { ...document, amounts: support(100_000_000) }).then('allocated');
  });
  test('to a scheme that was ended meanwhile: it takes nothing, and what was reserved comes free', () => {
    const ended = approved()
      .when('propose-termination', { ground: 'force-majeure', text: 'Bão lũ' }, { as: 'agency-head' })
      .left.when('terminate', document).left;
    const told = ended.when('allocate', { ...document, amounts: support(80_000_000) });
    expect(told.then('allocation-voided').state).toBe('terminated');
    expect(told.accepted.movements).toMatchObject([{ fund, kind: 'reserved', amountDong: -80_000_000 }]);
  });
  test('only the state’s money counts', () => {
    const amounts = [...support(100_000_000), ...support(100_000_000, 2022, 'enterprise')];
    approved(amounts)
      .when('allocate', { ...document, amounts: support(100_000_000) })
      .then('allocated');
  });
  test('years count together: a later year may bring what an earlier one lacked', () => {
    approved([...support(60_000_000), ...support(40_000_000, 2023)])
      .when('allocate', { ...document, amounts: [...support(50_000_000), ...support(50_000_000, 2023)] })
      .then('allocated');
  });
  test('the reservation becomes an allocation in the fund of its year', () => {
    expect(approved().when('allocate', { ...document, amounts: support(80_000_000) }).accepted.movements).toMatchObject([
      { fund, kind: 'reserved', amountDong: -80_000_000 },
      { fund, kind: 'allocated', amountDong: 80_000_000 },
    ]);
  });
});

describe('accept-reduction: 80 of 100 million are allocated', () => {
  test.each([
    [8, 'reduction-accepted'],
    [7, 'reduction.sum-differs'],
    [10, 'reduction.sum-differs'],
  ])('%d classes planned: %s', (classes, expected) => {
    reduced()
      .when('accept-reduction', { lines: [trainingOf(classes)] })
      .then(expected);
  });
  test.each<[string, object, string]>([
    ['in another year', { ...trainingOf(8), year: 2023 }, 'reduction.sum-differs'],
    ['above the ceiling of its kind', { ...trainingOf(8), kind: 'publicity' }, 'support.over-ceiling'],
    ['with sources that do not add up', { ...trainingOf(8), quantity: 9 }, 'budget.sum-differs'],
  ])('planned %s: %s', (_, line, expected) => {
    reduced()
      .when('accept-reduction', { lines: [line] })
      .then(expected);
  });
  test('a new version; the money stands from this day', () => {
    const left = reduced()
      .at('2022-06-01')
      .when('accept-reduction', { lines: [trainingOf(8)], outputs: [{ name: 'Lớp tập huấn', unit: 'lớp', volume: 8 }] }).left;
    expect([left.state, left.data.version, left.data.allocation?.answeredOn]).toEqual(['allocated', 2, '2022-06-01']);
  });
});

describe('decline-reduction', () => {
  test('the money comes free, the scheme stays approved', () => {
    const declined = reduced().when('decline-reduction', { reason: 'Không đủ kinh phí thực hiện.' });
    expect([declined.left.state, declined.left.data.allocation]).toEqual(['approved', null]);
    expect(declined.accepted.movements).toMatchObject([{ fund, kind: 'allocated', amountDong: -80_000_000 }]);
  });
  test('there is nothing to decline in a full allocation', () => {
    allocated().when('decline-reduction', { reason: 'Không.' }).then('state.not-now');
  });
});
