import { describe, expect, test } from 'vitest';
import { implementing, million, withAdvance, withAdvanceApproved, withAdvanceAsked, withAdvancePrepared } from '../test-kit-execution.ts';

const officer = { as: 'finance-officer' };
const head = { as: 'finance-head' };
const asked = () => withAdvanceAsked(implementing(), 50 * million);
const prepared = () => withAdvancePrepared(implementing(), 50 * million);

describe('approve-advance', () => {
  test.each([
    // who, where it stands, input, then
    ['the officer prepares it as asked', asked(), officer, {}, 'advance-prepared'],
    ['the officer lowers it with a note', asked(), officer, { amountDong: 40 * million, note: 'Theo tiến độ' }, 'advance-prepared'],
    ['the officer lowers it without a word', asked(), officer, { amountDong: 40 * million }, 'advance.lowered-why'],
    ['the officer raises it', asked(), officer, { amountDong: 50 * million + 1 }, 'advance.raised'],
    ['the officer prepares it twice', prepared(), officer, {}, 'advance.prepared'],
    ['the head approves what nobody prepared', asked(), head, {}, 'advance.not-prepared'],
    ['the head approves it', prepared(), head, {}, 'advance-approved'],
    ['the head approves the same sum by number', prepared(), head, { no: 1, amountDong: 50 * million }, 'advance-approved'],
    ['the head approves another sum', prepared(), head, { amountDong: 40 * million, note: 'Thấp hơn' }, 'advance.not-as-prepared'],
    ['one that does not exist', prepared(), head, { no: 7 }, 'advance.unknown'],
    ['one that is approved', withAdvanceApproved(implementing(), million), head, { no: 1 }, 'advance.not-now'],
    ['one that is paid', withAdvance(implementing(), million), head, { no: 1 }, 'advance.not-now'],
    ['none waits', implementing(), head, {}, 'advance.none-waits'],
  ])('%s', (_, scheme, who, input, then) => {
    scheme.when('approve-advance', input, who).then(then);
  });

  test('who prepared it does not approve it', () => {
    prepared()
      .when('approve-advance', {}, { as: { role: 'finance-head', id: 'finance-officer' } })
      .then('duties.apart');
  });

  test('the lowered sum is what is approved', () => {
    const lowered = asked().when('approve-advance', { amountDong: 40 * million, note: 'Theo tiến độ' }, officer).left;
    expect(lowered.when('approve-advance', {}, head).facts).toMatchObject([{ no: 1, amountDong: 40_000_000 }]);
  });

  test('on the province’s own money the finance department prepares and the province approves', () => {
    const local = withAdvanceAsked(implementing({ route: 'local' }), million);
    const then = local.when('approve-advance', {}, { as: 'local-finance' }).then('advance-prepared');
    then.when('approve-advance', {}, { as: 'province-head' }).then('advance-approved');
  });
});
