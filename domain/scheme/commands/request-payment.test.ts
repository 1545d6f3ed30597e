import { describe, expect, test } from 'vitest';
import { trainingProposal } from '../test-kit.ts';
import {
  accepted,
  confirmed,
  filed,
  implementing,
  million,
  settling,
  withAdvance,
  withAdvanceApproved,
  withAdvanceAsked,
  withPayment,
} from '../test-kit-execution.ts';

const ask = (amountDong: number) => ({ amountDong, purpose: 'Thanh toán khối lượng nghiệm thu' });
/** Two outputs of 10 classes each: each is worth 50 million of the 100. */
const two = { proposal: { ...trainingProposal, outputs: [...trainingProposal.outputs, ...trainingProposal.outputs] } };
const half = () => accepted(implementing(two), 10);

describe('request-payment', () => {
  test.each([
    ['nothing is accepted', implementing(), million, 'payment.nothing-accepted'],
    ['one of two outputs is accepted, 50 million', half(), 50_000_000, 'payment-requested'],
    ['one đồng more', half(), 50_000_001, 'payment.over-accepted'],
    ['half of one output is accepted: a quarter', accepted(implementing(two), 5, 'partial'), 25_000_000, 'payment-requested'],
    ['one đồng more than a quarter', accepted(implementing(two), 5, 'partial'), 25_000_001, 'payment.over-accepted'],
    ['the output failed', accepted(implementing(two), 0, 'failed'), 1, 'payment.nothing-accepted'],
    ['20 of the 50 million are paid', withPayment(half(), 20 * million, 0), 30_000_001, 'payment.over-accepted'],
    ['another request is open', withAdvanceAsked(half(), million), million, 'payment.open'],
    [
      'an approved advance leaves too little of the contract',
      withAdvanceApproved(half(), 60 * million),
      50 * million,
      'payment.over-contract',
    ],
  ])('%s: %s đồng → %s', (_, scheme, amount, then) => {
    scheme.when('request-payment', ask(amount)).then(then);
  });

  test.each([
    // asked, cleared of an advance of 30 million
    [20_000_000, 20_000_000],
    [30_000_000, 30_000_000],
    [50_000_000, 30_000_000],
  ])('advances are cleared first: of %d đồng, %d', (amount, cleared) => {
    const scheme = accepted(withAdvance(implementing(two), 30 * million), 10);
    expect(scheme.when('request-payment', ask(amount)).facts).toMatchObject([{ amountDong: amount, clearedAdvanceDong: cleared }]);
  });

  test('what one payment clears is not cleared by the next', () => {
    const scheme = withPayment(accepted(withAdvance(implementing(two), 30 * million), 10), 20 * million, 20 * million);
    expect(scheme.data).toMatchObject({ advancedDong: 30_000_000, clearedDong: 20_000_000, paidDong: 0 });
    expect(scheme.when('request-payment', ask(30 * million)).facts).toMatchObject([{ clearedAdvanceDong: 10_000_000 }]);
  });

  describe('after the settlement', () => {
    const owed = () => confirmed(filed(settling()), 90 * million);
    test.each([
      [20_000_000, 'payment-requested'],
      [20_000_001, 'payment.over-owed'],
    ])('what finance still owes may be asked for: %d of 20 million: %s', (amount, then) => {
      owed().when('request-payment', ask(amount)).then(then);
    });
    test('and only once', () => {
      withPayment(owed(), 20 * million, 0)
        .when('request-payment', ask(1))
        .then('payment.over-owed');
    });
  });
});
