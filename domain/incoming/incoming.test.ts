import { describe, expect, test } from 'vitest';
import { given } from '../test-kit.ts';
import { incomingKind } from './kind.ts';
import { idOfMarks, incomingId } from './same-marks.ts';

const clerk = { role: 'clerk', organisationId: 'bo-cong-thuong', id: 'clerk' };
const letter = {
  author: 'Sở Công Thương tỉnh Bình Định',
  symbol: '231/SCT-QLTM',
  date: '2022-02-04',
  typeName: 'Công văn',
  subject: 'đề nghị hướng dẫn hồ sơ đề án',
};
const nothing = given(incomingKind).at('2022-02-07');
const registered = nothing.when('register-incoming', letter, { as: clerk, situation: { registerLast: 11 } });
const already = {
  [idOfMarks(letter, 'bo-cong-thuong') ?? '']: {
    id: 'earlier',
    kind: 'incoming' as const,
    pack: '645-2021-2025',
    state: 'registered',
    seq: 1,
    route: 'central',
    data: { number: 12, arrivedOn: '2022-02-05' },
  },
};

describe('register-incoming', () => {
  test('gives the next number of arrival of the year', () => {
    expect(registered.accepted.data).toMatchObject({ ownerId: 'bo-cong-thuong', number: 12, arrivedOn: '2022-02-07', duplicateOf: null });
    expect(registered.facts).toMatchObject([
      { register: { issuerId: 'bo-cong-thuong', series: 'ĐẾN', year: 2022, number: 12, symbol: '12' } },
    ]);
  });

  test.each([
    ['a clerk for their own house', {}, clerk, 'incoming-registered'],
    ['a clerk for another', { ownerId: 'ubnd-tinh-binh-dinh' }, clerk, 'incoming.another-house'],
    ['the exchange for whom it names', { ownerId: 'ubnd-tinh-binh-dinh' }, 'process', 'incoming-registered'],
    ['the exchange for nobody', {}, 'process', 'incoming.another-house'],
    ['a day that has not come', { date: '2022-02-08' }, clerk, 'incoming.date-ahead'],
    ['no number at all', { symbol: null, date: null }, clerk, 'incoming-registered'],
  ])('%s: %j', (_what, changes, as, then) => {
    nothing.when('register-incoming', { ...letter, ...changes }, { as }).then(then);
  });

  test('warns of the same author, number and day, and takes it with a word why', () => {
    const again = (why: object) => nothing.when('register-incoming', { ...letter, ...why }, { as: clerk, situation: { things: already } });
    expect(again({}).refusal).toMatchObject({ rule: 'incoming.duplicate', values: { number: 12, on: '2022-02-05' } });
    expect(again({ again: 'Bản có dấu gửi sau' }).accepted.data.duplicateOf).toEqual({ id: 'earlier', reason: 'Bản có dấu gửi sau' });
  });

  test('the same marks are the same entry, however they are written', () => {
    const actor = { id: 'clerk', name: '', positions: [{ role: 'clerk', title: '', organisationId: 'bo-cong-thuong', provinceId: null }] };
    expect(incomingId({ ...letter, author: ' SỞ CÔNG THƯƠNG  tỉnh Bình Định' }, actor)).toBe(incomingId(letter, actor));
    expect(incomingId({ ...letter, again: 'Bản có dấu' }, actor)).toBeNull();
    expect(incomingId(letter, actor)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});

describe('what becomes of it', () => {
  const officer = { role: 'agency-officer', organisationId: 'cuc-tmdt-kts', id: 'agency-officer' };

  test('is assigned, taken in hand and done; each word stays', () => {
    const done = registered.left
      .when('assign-incoming', { handler: 'Cục TMĐT và KTS' }, { as: clerk })
      .left.when('take-in-hand', {}, { as: officer })
      .left.when('finish-incoming', { note: 'Đã trả lời' }, { as: officer }).left;
    expect([done.state, done.data.history.map(({ status }) => status)]).toEqual(['done', ['03', '04', '05', '06']]);
  });

  test('its sender takes it back', () => {
    const back = registered.left.when('take-back-incoming', { reason: 'Gửi nhầm' }, { as: 'process' }).left;
    expect([back.state, back.data.takenBack]).toEqual(['taken-back', { on: '2022-02-07', reason: 'Gửi nhầm' }]);
  });
});
