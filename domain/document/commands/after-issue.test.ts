import { describe, expect, test } from 'vitest';
import { documentView, issued } from '../examples.ts';

const vecom = { role: 'host-head', of: 'any', organisationId: 'vecom', id: 'host-head.vecom' };

describe('confirm-receipt', () => {
  test.each([
    ['a recipient', vecom, 'receipt-confirmed'],
    ['somebody else', { ...vecom, organisationId: 'so-cong-thuong-dak-nong' }, 'document.not-a-recipient'],
  ])('%s: %s', (_who, as, then) => {
    issued.when('confirm-receipt', {}, { as }).then(then);
  });

  test('once', () => {
    issued.when('confirm-receipt', {}, { as: vecom }).left.when('confirm-receipt', {}, { as: vecom }).then('document.receipt-confirmed');
  });

  test.each([
    // said before   said now   then
    [[], '01', 'receipt-confirmed'],
    [['01'], '03', 'receipt-confirmed'],
    [['03'], '05', 'receipt-confirmed'],
    [['05'], '06', 'receipt-confirmed'],
    [['05'], '04', 'document.receipt-confirmed'],
    [['06'], '06', 'document.receipt-confirmed'],
    [['02'], '03', 'document.receipt-confirmed'],
    [[], '02', 'receipt-confirmed'],
    [[], '15', 'receipt.other-time'],
    [[], '13', 'receipt.other-time'],
  ])('after %j, %s: %s', (before, status, then) => {
    const said = before.reduce(
      (left, one) => left.when('confirm-receipt', { status: one, note: 'Thiếu phụ lục' }, { as: vecom }).left,
      issued,
    );
    said.when('confirm-receipt', { status, note: 'Thiếu phụ lục' }, { as: vecom }).then(then);
  });

  test('a refusal says why', () => {
    issued.when('confirm-receipt', { status: '02' }, { as: vecom }).then('receipt.reason-needed');
  });

  test('keeps every word of a receiver, and waits for those alone who have not answered', () => {
    const arrived = issued.when('confirm-receipt', { status: '01' }, { as: vecom }).left;
    expect([arrived.data.awaiting, arrived.data.recipients[0]?.confirmed]).toEqual([['vecom', 'ubnd-tinh-binh-dinh'], null]);
    const received = arrived.when('confirm-receipt', { status: '03' }, { as: vecom }).left;
    expect(received.data.awaiting).toEqual(['ubnd-tinh-binh-dinh']);
    expect(received.data.recipients[0]?.receipts?.map(({ status }) => status)).toEqual(['01', '03']);
  });

  test('a fact from before there were statuses says that it was received', () => {
    const before = issued.and({ type: 'receipt-confirmed', organisationId: 'vecom' });
    expect(before.data.recipients[0]).toMatchObject({ status: '03', confirmed: { by: 'somebody' } });
  });

  test('is due the working day after the issue, and stops being so with the last answer', () => {
    const clock = issued.found.clocks.find(({ name }) => name === 'receipts');
    expect([clock?.due?.slice(0, 10), clock?.certainty]).toEqual(['2022-05-17', 'unverified']);
    const people = { ...vecom, role: 'province-officer', organisationId: 'ubnd-tinh-binh-dinh', provinceId: 'ubnd-tinh-binh-dinh' };
    const all = issued.when('confirm-receipt', {}, { as: vecom }).left.when('confirm-receipt', {}, { as: people }).left;
    expect(all.found.clocks.filter(({ name }) => name === 'receipts')).toEqual([]);
  });
});

describe('correct, replace, recall, certify-copy', () => {
  const ministry = { issuerId: 'bo-cong-thuong', symbol: '20/QĐ-BCT', date: '2022-05-16' };
  const letter = documentView('letter', 'issued', { ...ministry, type: 'correction', symbol: '07/BCT-VP' });
  const another = documentView('another', 'issued', { ...ministry, type: 'approval-decision' });
  const elsewhere = documentView('elsewhere', 'issued', { type: 'approval-decision', issuerId: 'ubnd-tinh-dak-nong' });

  test.each([
    ['correct', { reason: 'Sai số điện thoại', text: 'Điện thoại đúng là …' }, {}, 'corrected'],
    ['correct', { reason: 'Sai số điện thoại', text: 'Đúng là …', documentId: 'letter' }, letter, 'corrected'],
    ['correct', { reason: 'Sai số điện thoại', text: 'Đúng là …', documentId: 'nothing' }, {}, 'document.unknown-successor'],
    ['replace', { reason: 'Sai nội dung', documentId: 'another' }, another, 'replaced'],
    ['replace', { reason: 'Sai nội dung', documentId: 'letter' }, letter, 'document.other-form'],
    ['replace', { reason: 'Sai nội dung', documentId: 'draft' }, documentView('draft', 'draft', ministry), 'document.successor-not-issued'],
    ['replace', { reason: 'Sai nội dung', documentId: 'elsewhere' }, elsewhere, 'document.unknown-successor'],
    ['correct', { reason: 'Sai số trang', text: 'Trang 3', documentId: 'elsewhere' }, elsewhere, 'document.unknown-successor'],
    ['replace', { reason: 'Sai nội dung', documentId: 'the-thing' }, {}, 'document.unknown-successor'],
    ['replace', { reason: 'Sai nội dung' }, {}, 'replacement-begun'],
    ['recall', { reason: 'Ban hành nhầm' }, {}, 'recalled'],
    ['recall', {}, {}, 'invalid-input'],
    ['certify-copy', { to: 'Sở Công Thương Bình Định', count: 2 }, {}, 'copy-certified'],
    ['certify-copy', { to: 'Sở Công Thương Bình Định', count: 0 }, {}, 'invalid-input'],
    ['certify-copy', { kind: 'trich-sao', to: 'Sở Công Thương Bình Định' }, {}, 'copy.excerpt-needed'],
    ['certify-copy', { kind: 'trich-sao', to: 'Sở Công Thương Bình Định', excerpt: 'Điều 1. …' }, {}, 'copy-certified'],
    ['certify-copy', { kind: 'sao-y', to: 'Sở Công Thương Bình Định', excerpt: 'Điều 1. …' }, {}, 'copy.whole-has-no-excerpt'],
    ['certify-copy', { kind: 'sao-luc', to: 'Sở Công Thương Bình Định' }, {}, 'copy.of-an-original'],
  ])('%s %j: %s', (command, input, situation, then) => {
    issued.when(command, input, { situation }).then(then);
  });

  test('a recall is sent to everybody, who confirm it anew', () => {
    const outcome = issued.when('confirm-receipt', {}, { as: vecom }).left.when('recall', { reason: 'Ban hành nhầm' });
    expect(outcome.accepted.owed).toMatchObject([
      { what: 'distribute', params: { why: 'recalled' } },
      { what: 'draft-document', params: { type: 'recall-notice' } },
      { what: 'exchange', params: { why: 'recalled' } },
    ]);
    expect(outcome.left.data.recipients[0]?.receipts?.map(({ status }) => status)).toEqual(['03', '13']);
    outcome.left.when('confirm-receipt', {}, { as: vecom }).then('receipt-confirmed');
    outcome.left.when('certify-copy', { to: 'Ai đó' }).then('state.not-now');
  });

  test('a corrected document still holds and keeps what was wrong beside it', () => {
    const corrected = issued.when('correct', { reason: 'Sai số trang', text: 'Trang 3', documentId: 'letter' }, { situation: letter }).left;
    expect([corrected.state, corrected.data.links, corrected.data.corrections]).toMatchObject([
      'corrected',
      [{ kind: 'corrected-by', documentId: 'letter', symbol: '07/BCT-VP', date: '2022-05-16' }],
      [{ text: 'Trang 3' }],
    ]);
  });

  test.each([
    ['correct', { reason: 'Sai số trang', text: 'Trang 3', documentId: 'letter' }, letter, 'letter', 'corrects'],
    ['replace', { reason: 'Sai nội dung', documentId: 'another' }, another, 'another', 'replaces'],
  ])('%s: the other document is told by number and day what that does to it', (command, input, situation, thing, kind) => {
    const { owed } = issued.when(command, input, { situation }).accepted;
    const known = { documentId: 'the-thing', symbol: '15/QĐ-BCT', date: '2022-05-16' };
    expect(owed).toMatchObject([{ what: 'tell', params: { thing, command: 'note-link', input: { kind, ...known } } }]);
    const told = issued.when('note-link', { kind, ...known }, { as: 'process' });
    expect([told.left.state, told.left.data.links]).toEqual(['issued', [{ kind, ...known }]]);
  });

  test.each([
    ['correct', { reason: 'Sai số trang', text: 'Trang 3' }, 'correction'],
    ['replace', { reason: 'Sai nội dung' }, 'replacement'],
    ['recall', { reason: 'Ban hành nhầm' }, 'recall-notice'],
    ['certify-copy', { to: 'Sở Công Thương' }, 'certified-copy'],
    ['certify-copy', { to: 'Sở Công Thương', kind: 'trich-sao', excerpt: 'Điều 1.' }, 'extract'],
  ])('%s %j owes a document of its own: %s', (command, input, type) => {
    const owed = issued.when(command, input).accepted.owed.filter(({ what }) => what === 'draft-document');
    expect(owed.map(({ params }) => params.type)).toEqual([type]);
  });

  test('one replacement at a time; given up, another may begin; issued, the document holds no more', () => {
    const begun = issued.when('replace', { reason: 'Sai nội dung' }).left;
    begun.when('replace', { reason: 'Sai nội dung' }).then('document.replacement-begun');
    begun
      .when('note-replacement-returned', { reason: 'Không cần' }, { as: 'process' })
      .left.when('replace', { reason: 'Sai số tiền' })
      .then('replacement-begun');
    const note = { documentId: 'another', symbol: '20/QĐ-BCT', date: '2022-05-18', reason: 'Sai nội dung' };
    const over = begun.when('note-replaced', note, { as: 'process' });
    expect([over.left.state, over.left.data.links, over.accepted.owed]).toMatchObject([
      'replaced',
      [{ kind: 'replaced-by', documentId: 'another' }],
      [],
    ]);
  });

  test('a fact from before numbers were taken down still counts', () => {
    const before = issued.and({ type: 'replaced', reason: 'Sai nội dung', documentId: 'another' });
    expect([before.state, before.data.links]).toEqual(['replaced', [{ kind: 'replaced-by', documentId: 'another' }]]);
  });
});
