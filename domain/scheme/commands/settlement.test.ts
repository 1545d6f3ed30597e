import { describe, expect, test } from 'vitest';
import { support } from '../test-kit.ts';
import {
  accepted,
  filed,
  implementing,
  million,
  reviewed,
  settling,
  spentLine,
  withAdvanceApproved,
  withAdvanceAsked,
  withPayment,
} from '../test-kit-execution.ts';

const on = (day: string) => ({ now: `${day}T02:00:00.000Z` });
const december = on('2022-12-01');
const line = spentLine();
const [voucher] = line.vouchers;
if (!voucher) throw new Error('The line has a voucher.');

describe('file-settlement', () => {
  test.each([
    ['as spent', [line], 'settlement-filed'],
    ['less than planned', [spentLine(90 * million)], 'settlement-filed'],
    ['no line', [], 'settlement.lines-missing'],
    ['a line that is not planned', [line, { ...spentLine(0, 'HĐ-02'), lineNo: 2 }], 'settlement.no-line'],
    ['a line twice', [line, { ...line, vouchers: [{ ...voucher, number: 'HĐ-02' }] }], 'settlement.line-twice'],
    ['sources that do not add up', [{ ...line, supportDong: 99 * million }], 'settlement.adds-up'],
    ['vouchers that do not add up', [{ ...line, vouchers: [{ ...voucher, amountDong: 199 * million }] }], 'settlement.vouchers'],
    ['no vouchers', [{ ...line, vouchers: [] }], 'settlement.vouchers'],
    [
      'a voucher twice',
      [{ ...line, vouchers: [100 * million, 100 * million].map((amountDong) => ({ ...voucher, amountDong })) }],
      'settlement.voucher-twice',
    ],
    [
      'the same number of two payees',
      [{ ...line, vouchers: ['Bên A mẫu', 'Bên B mẫu'].map((payee) => ({ ...voucher, payee, amountDong: 100 * million })) }],
      'settlement-filed',
    ],
    ['a voucher to come', [{ ...line, vouchers: [{ ...voucher, date: '2022-12-02' }] }], 'settlement.voucher-ahead'],
    ['more support than planned', [spentLine(100 * million + 1)], 'settlement.over-line'],
    [
      'support under another name',
      [{ ...line, supportDong: 0, otherSources: [{ source: 'programme', amountDong: 200 * million }] }],
      'settlement.support-as-other',
    ],
    ['a part of a đồng', [{ ...line, spentDong: 0.5 }], 'invalid-input'],
  ])('%s: %s', (_, lines, then) => {
    settling().when('file-settlement', { lines }, december).then(then);
  });

  test('not more support than the contract covers', () => {
    const smaller = accepted(implementing({ contracted: support(80 * million) }), 10);
    smaller.when('file-settlement', { lines: [spentLine(80 * million)] }, december).then('settlement-filed');
    smaller.when('file-settlement', { lines: [spentLine(80 * million + 1)] }, december).then('settlement.over-contract');
  });

  test('sums are computed: in all, of the state, of the others by source and year', () => {
    const [fact] = settling().when('file-settlement', { lines: [line] }, december).facts;
    expect(fact).toMatchObject({
      spentDong: 200_000_000,
      supportDong: 100_000_000,
      lines: [{ lineNo: 1, item: 'Tổ chức lớp tập huấn', plannedDong: 200_000_000 }],
      otherSources: [
        { source: 'local', year: 2022, amountDong: 60_000_000 },
        { source: 'enterprise', year: 2022, amountDong: 40_000_000 },
      ],
    });
  });

  test.each([
    // accepted on 1 June; due 15 days after
    ['2022-06-16', false],
    ['2022-06-17', true],
  ])('on %s: late %s', (day, late) => {
    const old = { ...line, vouchers: [{ ...voucher, date: '2022-06-01' }] };
    expect(settling().when('file-settlement', { lines: [old] }, on(day)).facts).toMatchObject([{ dueOn: '2022-06-16', late }]);
  });
});

describe('return-settlement', () => {
  test('the host mends it and files it again; an earlier review is void', () => {
    const returned = reviewed(filed(settling()), 100 * million).when('return-settlement', { reason: 'Thiếu bảng kê' }).left;
    expect(returned).toMatchObject({
      state: 'settling',
      data: { settlement: { reviewedBy: null, returns: [{ reason: 'Thiếu bảng kê' }] } },
    });
    const again = returned.when('file-settlement', { lines: [line] }, december).left;
    again.when('confirm-settlement', {}).then('settlement.not-reviewed');
  });
});

describe('review-settlement', () => {
  const word = (allowedDong: number, reason = '', lineNo = 1) => ({ lines: [{ lineNo, allowedDong, reason }], treasuryDong: 70 * million });
  test.each([
    ['all allowed', word(100 * million), 'settlement-reviewed'],
    ['part disallowed, with a reason', word(90 * million, 'Chi sai định mức'), 'settlement-reviewed'],
    ['part disallowed, without a reason', word(90 * million), 'settlement.disallowed-why'],
    ['more allowed than spent', word(100 * million + 1), 'settlement.over-spent'],
    ['a line that is not there', word(0, 'Không có', 2), 'settlement.no-line'],
    ['no word on a line', { lines: [], treasuryDong: 70 * million }, 'settlement.lines-missing'],
    ['a line twice', { ...word(0), lines: [...word(0, 'Sai').lines, ...word(0, 'Sai').lines] }, 'settlement.line-twice'],
    ['another sum in the treasury’s record', { ...word(100 * million), treasuryDong: 70 * million - 1 }, 'settlement.treasury-differs'],
  ])('%s: %s', (_, input, then) => {
    filed(settling()).when('review-settlement', input).then(then);
  });

  test('the treasury’s record and the difference are shown', () => {
    expect(filed(settling()).when('review-settlement', { ...word(0), treasuryDong: 60 * million }).refusal?.values).toEqual({
      treasuryDong: 60_000_000,
      recordedDong: 70_000_000,
      differenceDong: 10_000_000,
    });
  });
});

describe('confirm-settlement', () => {
  test.each([
    // allowed of 100 million spent, 70 million paid: owed back, owed to the host, where it goes
    [100_000_000, 0, 30_000_000, 'settled'],
    [70_000_000, 0, 0, 'settled'],
    [60_000_000, 10_000_000, 0, 'recovering'],
    [0, 70_000_000, 0, 'recovering'],
  ])('%d allowed: %d owed back, %d owed to the host, %s', (allowed, owesBackDong, owedToHostDong, state) => {
    const outcome = reviewed(filed(settling()), allowed).when('confirm-settlement', {});
    expect(outcome.facts).toMatchObject([{ owesBackDong, owedToHostDong }]);
    expect(outcome.left).toMatchObject({ state, data: { settlement: { owesBackDong, owesBack: owesBackDong > 0 } } });
  });

  test.each([
    // allowed, then: contract and allocation that stay, settled
    [100_000_000, 100_000_000, 70_000_000],
    [70_000_000, 70_000_000, 70_000_000],
    [60_000_000, 70_000_000, 60_000_000],
  ])('%d allowed: %d of contract and allocation stay, the rest comes free for others', (allowed, stays, settled) => {
    const { data } = reviewed(filed(settling()), allowed).when('confirm-settlement', {}).left;
    expect(data.accounts).toMatchObject([{ allocated: stays, contracted: stays, settled }]);
  });

  test('not before a review', () => {
    filed(settling()).when('confirm-settlement', {}).then('settlement.not-reviewed');
  });
  test('not by who reviewed it', () => {
    const asOfficer = { as: { role: 'finance-head', id: 'finance-officer' } };
    filed(settling())
      .by('finance-officer')
      .when('review-settlement', { lines: [{ lineNo: 1, allowedDong: 100 * million }], treasuryDong: 70 * million })
      .left.when('confirm-settlement', {}, asOfficer)
      .then('duties.apart');
  });
  test('not while a request is open', () => {
    const open = accepted(withAdvanceAsked(implementing(), 10 * million), 10);
    const waiting = reviewed(filed(open), 100 * million);
    waiting.when('confirm-settlement', {}).then('settlement.request-open');
    waiting.when('refuse-advance', { reason: 'Đã nghiệm thu' }).left.when('confirm-settlement', {}).then('settlement-confirmed');
  });
  test('not after the treasury paid something more since the review', () => {
    const open = accepted(withAdvanceApproved(implementing(), 10 * million), 10);
    const paid = reviewed(filed(open), 100 * million).when('record-payment', {
      slipNumber: 'CT-8',
      date: '2022-12-01',
      amountDong: 10 * million,
    });
    paid.left.when('confirm-settlement', {}).then('settlement.treasury-differs');
  });
  test('a payment besides advances counts the same', () => {
    const paid = withPayment(settling(), 100 * million, 70 * million);
    expect(reviewed(filed(paid), 100 * million).when('confirm-settlement', {}).facts).toMatchObject([
      { owesBackDong: 0, owedToHostDong: 0 },
    ]);
  });
});
