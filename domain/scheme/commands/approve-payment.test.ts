import { describe, expect, test } from 'vitest';
import { accepted, implementing, million, withAdvance, withPayment } from '../test-kit-execution.ts';

const officer = { as: 'finance-officer' };
const head = { as: 'finance-head' };
const done = () => accepted(withAdvance(implementing(), 30 * million), 5, 'partial');
const asked = (amount = 50 * million) =>
  withPayment(accepted(withAdvance(implementing(), 30 * million), 10), amount, 30 * million, 'asked');
const prepared = () => withPayment(accepted(withAdvance(implementing(), 30 * million), 10), 50 * million, 30 * million, 'prepared');

describe('approve-payment', () => {
  test.each([
    ['the officer prepares it as asked', asked(), officer, {}, 'payment-prepared'],
    ['the officer lowers it without a word', asked(), officer, { amountDong: million }, 'payment.lowered-why'],
    ['the officer raises it', asked(), officer, { amountDong: 51 * million }, 'payment.raised'],
    ['the officer prepares it twice', prepared(), officer, {}, 'payment.prepared'],
    ['the head approves what nobody prepared', asked(), head, {}, 'payment.not-prepared'],
    ['the head approves it', prepared(), head, {}, 'payment-approved'],
    ['the head approves another sum', prepared(), head, { amountDong: million, note: 'Thấp hơn' }, 'payment.not-as-prepared'],
    ['one that does not exist', prepared(), head, { no: 9 }, 'payment.unknown'],
    ['an advance by its number', prepared(), head, { no: 1 }, 'payment.unknown'],
    ['none waits', done(), head, {}, 'payment.none-waits'],
  ])('%s', (_, scheme, who, input, then) => {
    scheme.when('approve-payment', input, who).then(then);
  });

  test('who prepared it does not approve it', () => {
    prepared()
      .when('approve-payment', {}, { as: { role: 'finance-head', id: 'finance-officer' } })
      .then('duties.apart');
  });

  test('a lowered sum clears advances first as well', () => {
    const lowered = asked().when('approve-payment', { amountDong: 25 * million, note: 'Trừ phần chưa đạt' }, officer);
    expect(lowered.facts).toMatchObject([{ amountDong: 25_000_000, clearedAdvanceDong: 25_000_000 }]);
  });

  test('a payment that only clears advances is paid with its approval, without a slip', () => {
    const clearing = withPayment(accepted(withAdvance(implementing(), 30 * million), 10), 30 * million, 30 * million, 'prepared');
    const approved = clearing.when('approve-payment', {}, head).then('payment-approved');
    expect(approved.data).toMatchObject({ clearedDong: 30_000_000, paidDong: 0 });
    expect(approved.data.requests[1]).toMatchObject({ status: 'paid' });
    approved.when('record-payment', { slipNumber: 'CT-9', date: '2022-06-10', amountDong: 1 }).then('payment.none-approved');
  });
});
