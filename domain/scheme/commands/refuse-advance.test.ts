import { describe, expect, test } from 'vitest';
import { accepted, implementing, million, withAdvance, withAdvanceApproved, withAdvanceAsked } from '../test-kit-execution.ts';

const reason = { reason: 'Chưa đủ hồ sơ' };

describe('refuse-advance', () => {
  test.each([
    ['asked for', withAdvanceAsked(implementing(), million), 'advance-refused'],
    ['approved and not paid', withAdvanceApproved(implementing(), million), 'advance-refused'],
    ['asked for before the work was accepted', accepted(withAdvanceAsked(implementing(), million), 10), 'advance-refused'],
    ['paid', withAdvance(implementing(), million), 'advance.none-waits'],
    ['none', implementing(), 'advance.none-waits'],
  ])('%s: %s', (_, scheme, then) => {
    scheme.when('refuse-advance', reason).then(then);
  });

  const two = withAdvanceAsked(withAdvanceApproved(implementing(), million), million);
  test.each([
    [{}, 'advance.which'],
    [{ no: 1 }, 'advance-refused'],
    [{ no: 2 }, 'advance-refused'],
    [{ no: 3 }, 'advance.unknown'],
  ])('of two, %j: %s', (named, then) => {
    two.when('refuse-advance', { ...reason, ...named }).then(then);
  });

  test('then another may be asked for, as if it had not been', () => {
    const refused = withAdvanceAsked(implementing(), 70 * million).when('refuse-advance', reason).left;
    refused.when('request-advance', { amountDong: 70 * million, purpose: 'Mở lớp' }).then('advance-requested');
    expect(refused.data.requests).toMatchObject([{ status: 'refused', reason: 'Chưa đủ hồ sơ' }]);
  });

  test('needs a reason', () => {
    withAdvanceAsked(implementing(), million).when('refuse-advance', { reason: '' }).then('invalid-input');
  });
});
