import { describe, expect, test } from 'vitest';
import type { NotedDocument } from '../state.ts';
import {
  accepted,
  confirmed,
  filed,
  implementing,
  million,
  settling,
  withAdvance,
  withAdvanceApproved,
  withPayment,
} from '../test-kit-execution.ts';

const back = (amountDong: number, slipNumber = 'NT-1', date = '2022-12-01') => ({ amountDong, slipNumber, date });
const recovering = () => confirmed(filed(settling()), 60 * million);
const settled = () => confirmed(filed(settling()), 70 * million);

describe('record-repayment', () => {
  test.each([
    ['all of it', back(10 * million), 'repayment-recorded', 'settled'],
    ['a part', back(4 * million), 'repayment-recorded', 'recovering'],
    ['more than is owed', back(10 * million + 1), 'recovery.over-owed', 'recovering'],
    ['in the future', back(million, 'NT-1', '2022-12-02'), 'payment.date-ahead', 'recovering'],
    ['on a slip of a payment', back(million, 'CT-1'), 'payment.slip-used', 'recovering'],
  ])('%s: %s, %s', (_, input, then, state) => {
    expect(recovering().when('record-repayment', input).then(then).state).toBe(state);
  });

  test('in two parts, on two slips', () => {
    const part = recovering().when('record-repayment', back(4 * million)).left;
    part.when('record-repayment', back(6 * million)).then('payment.slip-used');
    const rest = part.when('record-repayment', back(6 * million, 'NT-2'));
    expect(rest.accepted).toMatchObject({
      state: 'settled',
      movements: [{ kind: 'returned', amountDong: 6_000_000 }],
      slips: [{ number: 'NT-2', kind: 'repayment' }],
    });
    expect(rest.left.data.accounts).toMatchObject([{ advanced: 70_000_000, settled: 60_000_000, returned: 10_000_000 }]);
  });

  test('before the settlement, an advance that no work cleared', () => {
    const open = settling().at('2022-12-01');
    open.when('record-repayment', back(70 * million + 1)).then('recovery.over-owed');
    const returned = open.when('record-repayment', back(20 * million)).left;
    const after = confirmed(filed(returned, 60 * million), 60 * million);
    expect(after).toMatchObject({
      state: 'settled',
      data: { settlement: { owesBackDong: 0, owedToHostDong: 10_000_000, repaidDong: 20_000_000 } },
    });
    const paid = withPayment(after, 10 * million, 0);
    expect(paid.when('close-scheme', {}).then('closed').data.accounts).toMatchObject([
      { allocated: 80_000_000, contracted: 80_000_000, advanced: 70_000_000, paid: 10_000_000, settled: 60_000_000, returned: 20_000_000 },
    ]);
  });
});

describe('carry-over', () => {
  const half = () => accepted(withAdvance(implementing(), 30 * million), 5, 'partial');
  const carry = (amountDong: number, reason = 'contract-signed') => ({ amountDong, reason });
  test.each([
    ['what was not spent', half(), carry(70 * million), 'carried-over'],
    ['more than that', half(), carry(70 * million + 1), 'carry-over.over-unspent'],
    ['for no listed reason', half(), carry(million, 'late'), 'carry-over.reason-unlisted'],
    ['what is approved and not yet paid', withAdvanceApprovedHalf(), carry(60 * million), 'carried-over'],
    ['more than that, too', withAdvanceApprovedHalf(), carry(60 * million + 1), 'carry-over.over-unspent'],
  ])('%s: %s', (_, scheme, input, then) => {
    scheme.when('carry-over', input).then(then);
  });
  function withAdvanceApprovedHalf() {
    return accepted(withAdvanceApproved(withAdvance(implementing(), 30 * million), 10 * million), 5, 'partial');
  }

  test('the money goes into the next year’s fund with its ceiling', () => {
    const { data } = half().when('carry-over', carry(70 * million)).left;
    expect(data.carryOver).toEqual({ reason: 'contract-signed', toYear: 2023, amountDong: 70_000_000 });
    expect(data.accounts).toMatchObject([
      { year: 2022, ceiling: -70_000_000, allocated: 30_000_000, contracted: 30_000_000 },
      { year: 2023, ceiling: 70_000_000, allocated: 70_000_000, contracted: 70_000_000 },
    ]);
  });
  test('an unlisted reason is refused by the list', () => {
    expect(half().when('carry-over', carry(million, 'late')).refusal).toMatchObject({
      ground: { basis: expect.stringContaining('342/2016/TT-BTC') },
      values: { reasons: ['contract-signed', 'assignment-complete', 'added-after-30-september'] },
    });
  });
  test.each([
    ['2022-12-31', 'carried-over'],
    ['2023-01-01', 'carry-over.signed-late'],
  ])('for a contract of %s: %s', (date, then) => {
    const { agreedBy: _, ...terms } = half().data.contract ?? expect.fail('There is no contract.');
    const signed = half().and({ type: 'contract-agreed', side: 'host', byName: 'Người mẫu', ...terms, date });
    signed.when('carry-over', carry(million)).then(then);
  });
  test('the scheme may be settled from there', () => {
    expect(filed(half().when('carry-over', carry(million)).left, 30 * million).state).toBe('under-review');
  });
  test('not after a termination', () => {
    const ended = withAdvance(implementing(), 30 * million)
      .when('propose-termination', { ground: 'force-majeure', text: 'Bão lũ' }, { as: 'agency-head' })
      .left.when('terminate', { documentId: 'd', symbol: '9/QĐ-BCT', date: '2022-07-01' })
      .left.when('begin-settlement', {}).left;
    ended.when('carry-over', carry(million)).then('carry-over.terminated');
  });
});

describe('close-scheme', () => {
  const owed = () => confirmed(filed(settling()), 90 * million);
  test.each([
    ['nothing is owed', settled(), 'closed'],
    ['the host is owed 20 million', owed(), 'close.still-owed'],
    ['the host was paid what it was owed', withPayment(owed(), 20 * million, 0), 'closed'],
    ['a request is open', withPayment(owed(), 20 * million, 0, 'approved'), 'close.request-open'],
    ['the host still owes', recovering(), 'state.not-now'],
  ])('%s: %s', (_, scheme, then) => {
    scheme.when('close-scheme', {}).then(then);
  });
});

describe('archive-scheme', () => {
  const document = (id: string, over: Partial<NotedDocument> = {}): NotedDocument => ({
    documentId: id,
    type: 'contract',
    title: 'Hợp đồng',
    symbol: `${id}/2022/HĐ-TMĐT`,
    date: '2022-06-01',
    file: 'f'.repeat(64),
    ...over,
  });
  const closed = (...documents: NotedDocument[]) =>
    settled()
      .when('close-scheme', {})
      .left.and(...documents.map(({ type: documentType, ...one }) => ({ type: 'document-noted' as const, documentType, ...one })));

  test('with the list of its documents, in the order of their days', () => {
    const archived = closed(document('02'), document('01', { date: '2022-05-16' })).when('archive-scheme', {});
    expect(archived.facts).toMatchObject([{ type: 'archived', files: [{ documentId: '01' }, { documentId: '02' }] }]);
    expect(archived.accepted).toMatchObject({ state: 'archived', final: true });
  });
  test('not while one of them is missing', () => {
    expect(closed(document('01'), document('02', { file: null })).when('archive-scheme', {}).refusal).toMatchObject({
      rule: 'archive.file-missing',
      values: { documents: ['02/2022/HĐ-TMĐT'] },
    });
  });
});
