import { describe, expect, test } from 'vitest';
import { accepted, implementing, million, withPayment } from '../test-kit-execution.ts';

const reason = { reason: 'Chứng từ chưa hợp lệ' };
const half = () => accepted(implementing(), 5, 'partial');

describe('refuse-payment', () => {
  test.each([
    ['asked for', withPayment(half(), million, 0, 'asked'), 'payment-refused'],
    ['prepared', withPayment(half(), million, 0, 'prepared'), 'payment-refused'],
    ['approved and not paid', withPayment(half(), million, 0, 'approved'), 'payment-refused'],
    ['paid', withPayment(half(), million, 0), 'payment.none-waits'],
  ])('%s: %s', (_, scheme, then) => {
    scheme.when('refuse-payment', reason).then(then);
  });

  test('of that number, paid: a conflict', () => {
    const { refusal } = withPayment(half(), million, 0).when('refuse-payment', { ...reason, no: 1 });
    expect(refusal).toMatchObject({ rule: 'payment.not-now', status: 409 });
  });

  test('then the same work may be asked for again', () => {
    const refused = withPayment(half(), 50 * million, 0, 'asked').when('refuse-payment', reason).left;
    expect(refused.state).toBe('settling');
    expect(refused.data.requests).toMatchObject([{ status: 'refused' }]);
  });
});
