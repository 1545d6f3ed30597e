import { describe, expect, test } from 'vitest';
import { pack } from '../../test-kit.ts';
import { movementsOf, slipsOf } from '../movements.ts';
import { ofBinhDinh, support } from '../test-kit.ts';
import { accepted, implementing, million, withAdvance, withAdvanceApproved, withAdvanceAsked, withPayment } from '../test-kit-execution.ts';

const slip = (over: object = {}) => ({ slipNumber: 'CT-77', date: '2022-06-15', amountDong: 50 * million, ...over });
const later = { now: '2022-06-20T02:00:00.000Z' };
const approved = () => withAdvanceApproved(implementing(), 50 * million);

describe('record-payment', () => {
  test.each([
    ['as approved', approved(), slip(), 'payment-recorded'],
    ['on the day of approval', approved(), slip({ date: '2022-06-01' }), 'payment-recorded'],
    ['another sum', approved(), slip({ amountDong: 50 * million - 1 }), 'payment.sum-differs'],
    ['in the future', approved(), slip({ date: '2022-06-21' }), 'payment.date-ahead'],
    ['before the approval', approved(), slip({ date: '2022-05-31' }), 'payment.date-before'],
    ['not approved', withAdvanceAsked(implementing(), million), slip({ no: 1 }), 'payment.not-approved'],
    ['paid already', withAdvance(implementing(), million), slip({ no: 1 }), 'payment.not-approved'],
    ['no such request', approved(), slip({ no: 4 }), 'payment.unknown'],
    ['none approved', implementing(), slip(), 'payment.none-approved'],
    [
      'the slip of an earlier payment',
      withAdvanceApproved(withAdvance(implementing(), million), million),
      slip({ slipNumber: 'CT-1' }),
      'payment.slip-used',
    ],
    ['two wait and none is named', withAdvanceApproved(withAdvanceApproved(implementing(), million), million), slip(), 'payment.which'],
  ])('%s: %s', (_, scheme, input, then) => {
    scheme.when('record-payment', input, later).then(then);
  });

  test('a slip taken down for another scheme is used', () => {
    approved()
      .when('record-payment', slip(), { ...later, situation: { usedSlips: ['CT-77'] } })
      .then('payment.slip-used');
  });

  test.each([
    ['a social organisation', undefined, 'payment-order'],
    ['a host that is a state body', ofBinhDinh, 'treasury-payment'],
  ] as const)('the treasury pays %s: by %s %s', (_, origin, kind) => {
    const scheme = withAdvanceApproved(implementing(origin ? { origin } : {}), 50 * million);
    expect(scheme.when('record-payment', slip(), later).facts).toMatchObject([{ slip: { number: 'CT-77', kind } }]);
  });

  test('an advance moves the fund’s advanced, a payment its paid, in the year of the contract', () => {
    const advance = approved().when('record-payment', slip(), later);
    expect(advance.accepted.movements).toMatchObject([
      { fund: { programme: '645-2021-2025', year: 2022, source: 'programme' }, kind: 'advanced', amountDong: 50_000_000 },
    ]);
    expect(advance.accepted.slips).toMatchObject([{ number: 'CT-77', year: 2022, kind: 'payment-order', amountDong: 50_000_000 }]);
    const payment = withPayment(accepted(withAdvance(implementing(), 30 * million), 10), 50 * million, 30 * million, 'approved');
    const paid = payment.when('record-payment', slip({ amountDong: 20 * million }), later);
    expect(paid.accepted.movements).toMatchObject([{ kind: 'paid', amountDong: 20_000_000 }]);
    expect(paid.left.data).toMatchObject({ advancedDong: 30_000_000, clearedDong: 30_000_000, paidDong: 20_000_000 });
  });

  test('a contract over two years is paid from the earlier first', () => {
    const amounts = [...support(40 * million, 2022), ...support(60 * million, 2023)];
    const scheme = withAdvanceApproved(implementing({ amounts }), 50 * million);
    const [fact] = scheme.when('record-payment', slip(), later).facts;
    if (!fact) throw new Error('The payment was not taken down.');
    const moved = movementsOf(fact, scheme.data, scheme.data, pack).map(({ fund, amountDong }) => [fund.year, amountDong]);
    expect(moved).toEqual([
      [2022, 40_000_000],
      [2023, 10_000_000],
    ]);
    expect(slipsOf(fact)).toHaveLength(1);
  });

  test('on the province’s own money it is the province’s fund', () => {
    const local = withAdvanceApproved(implementing({ route: 'local', origin: ofBinhDinh }), 50 * million);
    expect(local.when('record-payment', slip(), later).accepted.movements).toMatchObject([
      { fund: { source: 'local', ownerId: 'ubnd-tinh-binh-dinh' } },
    ]);
  });
});
