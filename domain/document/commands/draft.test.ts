import { describe, expect, test } from 'vitest';
import { digestOf } from '../digest.ts';
import { approved, checked, decision, drafted, edited, minister, prepared } from '../examples.ts';
import type { OfficialDocument } from '../model.ts';

const checker = { role: 'format-checker', id: 'format-checker' };
const head = { role: 'agency-head', id: 'agency-head' };

describe('check-format', () => {
  test.each([
    ['accepted', { accepted: true }, ['format-checked'], 'checked'],
    ['sent back with what is wrong', { accepted: false, notes: 'Sai cỡ chữ phần căn cứ' }, ['format-refused'], 'draft'],
    ['sent back without a word', { accepted: false }, ['format.notes-needed'], 'draft'],
  ])('%s', (_what, input, then, state) => {
    expect(drafted.when('check-format', input, { as: checker }).then(...then).state).toBe(state);
  });

  test('a decision without its type name is not accepted', () => {
    const misnamed = { ...decision, typeName: 'THÔNG BÁO' };
    const draft = drafted.when('edit-draft', { content: misnamed }, { as: 'agency-officer' }).left;
    draft.when('check-format', { accepted: true }, { as: checker }).then('format.type-name');
  });

  const spoilt = (content: OfficialDocument) => drafted.when('edit-draft', { content }, { as: 'agency-officer' }).left;

  test('nobody accepts what has an error in it: it says where, by which rule, on what basis', () => {
    const academic = spoilt({ ...decision, signatures: decision.signatures.map((block) => ({ ...block, name: 'TS. Nguyễn Văn Mẫu' })) });
    const { refusal } = academic.when('check-format', { accepted: true }, { as: checker });
    expect(refusal).toMatchObject({
      rule: 'format.errors',
      ground: { basis: 'Nghị định 30/2020/NĐ-CP, Phụ lục I, II.7', certainty: 'law' },
      values: { count: 1, places: ['/signatures/0/name (signer.academic)'], findings: [{ rule: 'signer.academic', severity: 'error' }] },
    });
    const { facts } = academic.when('check-format', { accepted: false, notes: 'Bỏ học vị' }, { as: checker });
    expect(facts).toMatchObject([{ type: 'format-refused', findings: [{ rule: 'signer.academic' }] }]);
  });

  test('a warning stands only with a named person’s reason', () => {
    const unusual = spoilt({ ...decision, recipients: ['- Như điều 2;', '- Lưu: VT.'] });
    unusual.when('check-format', { accepted: true }, { as: checker }).then('format.reasons-needed');
    const elsewhere = { rule: 'recipients.article', pointer: '/recipients/1', reason: 'Chỗ khác' };
    unusual.when('check-format', { accepted: true, reasons: [elsewhere] }, { as: checker }).then('format.reasons-needed');
    const reason = { rule: 'recipients.article', reason: 'Giữ theo bản gốc của đơn vị' };
    const outcome = unusual.when('check-format', { accepted: true, reasons: [reason] }, { as: checker });
    expect(outcome.facts).toMatchObject([{ type: 'format-checked', findings: [{ rule: 'recipients.article' }], reasons: [reason] }]);
    expect(outcome.left.data.checks).toMatchObject([{ by: 'format-checker', accepted: true, reasons: [reason] }]);
  });

  test('who drafted does not check', () => {
    const outcome = drafted.when('check-format', { accepted: true }, { as: { role: 'format-checker', id: 'agency-officer' } });
    expect(outcome.refusal).toMatchObject({ rule: 'duties.apart', status: 403 });
  });
});

describe('approve-draft', () => {
  test.each([
    ['what was read', digestOf(decision), 'draft-approved'],
    ['what read otherwise', digestOf(edited), 'document.read-another'],
    ['anything', 'yes', 'invalid-input'],
  ])('%s: %s', (_what, digest, then) => {
    checked.when('approve-draft', { digest }, { as: head }).then(then);
  });

  test('who checked the format does not approve', () => {
    const outcome = checked.when('approve-draft', { digest: digestOf(decision) }, { as: { ...head, id: 'format-checker' } });
    expect(outcome.refusal?.rule).toBe('duties.apart');
  });
});

describe('edit-draft', () => {
  test('voids the approvals, says whose, and asks for a new check', () => {
    const outcome = approved.when('edit-draft', { content: edited }, { as: 'agency-officer' });
    expect(outcome.facts).toMatchObject([{ type: 'draft-edited', voids: ['agency-head'], digest: digestOf(edited) }]);
    const draft = outcome.left;
    expect([draft.state, draft.data.approvals, draft.data.version]).toEqual(['draft', [], 2]);
    const again = draft.when('check-format', { accepted: true }, { as: checker }).left;
    again.when('approve-draft', { digest: digestOf(decision) }, { as: head }).then('document.read-another');
    again.when('approve-draft', { digest: digestOf(edited) }, { as: head }).then('draft-approved');
  });

  test.each([
    ['nothing', decision, 'document.nothing-changed'],
    ['its type', { ...decision, type: 'refusal' }, 'document.type-differs'],
    ['its number', { ...decision, number: 7 }, 'document.numbered-already'],
    ['its list', { ...decision, annexes: [] }, 'document.list-fixed'],
  ])('changing %s: %s', (_what, content, then) => {
    drafted.when('edit-draft', { content }, { as: 'agency-officer' }).then(then);
  });
});

describe('whoever edited a draft, also before somebody else did', () => {
  const somebody = 'somebody-of-two-offices';
  const twice = drafted
    .by(somebody)
    .and({ type: 'draft-edited', title: 'Một', content: edited, digest: digestOf(edited), voids: [] })
    .by('agency-officer-2')
    .and({ type: 'draft-edited', title: 'Hai', content: decision, digest: digestOf(decision), voids: [] });
  const accepted = twice.when('check-format', { accepted: true }, { as: checker }).left;
  const mayBeSigned = accepted.when('approve-draft', { digest: digestOf(decision) }, { as: head }).left;

  test.each([
    ['check-format', { accepted: true }, twice, checker],
    ['approve-draft', { digest: digestOf(decision) }, accepted, head],
    ['prepare-signature', {}, mayBeSigned, minister],
  ])('does not %s', (command, input, draft, as) => {
    expect(draft.when(command, input, { as: { ...as, id: somebody } }).refusal).toMatchObject({ rule: 'duties.apart', status: 403 });
    expect(draft.when(command, input, { as }).refusal).toBeNull();
  });
});

describe('return-draft and discard-draft', () => {
  test('a draft goes back with a reason, without its approvals', () => {
    const back = approved.when('return-draft', { reason: 'Bổ sung căn cứ' }, { as: minister }).left;
    expect([back.state, back.data.approvals, back.data.returns]).toMatchObject(['draft', [], [{ reason: 'Bổ sung căn cứ' }]]);
    approved.when('return-draft', { reason: ' ' }, { as: minister }).then('invalid-input');
  });

  test('a reserved number is given up and stays in the register with the reason', () => {
    const outcome = prepared.when('return-draft', { reason: 'Sai tên đơn vị' }, { as: minister });
    expect(outcome.facts).toMatchObject([
      { type: 'number-given-up', givenUp: { issuerId: 'bo-cong-thuong', series: 'QĐ', year: 2022, number: 15, reason: 'Sai tên đơn vị' } },
      { type: 'draft-returned' },
    ]);
    expect(outcome.left.data).toMatchObject({ number: null, symbol: null, date: null, signer: null, prepared: null, content: decision });
  });

  test('pages that are not in form send the draft back before anybody signs, the number given up with what is wrong', () => {
    const preparing = approved.when('prepare-signature', {}, { as: minister, situation: { registerLast: 14 } }).left;
    const finding = {
      rule: 'page.margin',
      severity: 'error',
      where: { box: 'page', pointer: '', page: 2 },
      values: { found: 12 },
      basis: 'Nghị định 30/2020/NĐ-CP, Phụ lục I, I.3',
      certainty: 'law',
    };
    const outcome = preparing.when('refuse-file', { findings: [finding] }, { as: 'process' });
    expect(outcome.facts).toMatchObject([
      { type: 'number-given-up', givenUp: { series: 'QĐ', number: 15 } },
      { type: 'draft-returned', findings: [finding], voids: ['agency-head'] },
    ]);
    expect(outcome.left.state).toBe('draft');
    expect(outcome.left.data).toMatchObject({ number: null, approvals: [], content: decision, returns: [{ findings: [finding] }] });
    preparing.when('refuse-file', { findings: [finding] }, { as: minister }).then('role.not-yours');
  });

  test('the number of an issuer that has ended is given up in the register that it came from', () => {
    const register = { issuerId: 'ubnd-tinh-gia-lai', series: 'QĐ', year: 2025 };
    const given = { number: 4, symbol: '04/QĐ-UBND', date: '2025-07-02' };
    const begun = approved
      .at('2025-07-02')
      .and({ type: 'signature-begun', signer: { id: 'signer', name: 'signer' }, ...given, register: { ...register, ...given } });
    const waiting = begun.and({ type: 'file-prepared', file: 'f'.repeat(64), digest: 'd'.repeat(64) });
    expect(waiting.when('return-draft', { reason: 'Sai tên đơn vị' }, { as: minister }).facts).toMatchObject([
      { type: 'number-given-up', givenUp: { ...register, number: 4, reason: 'Sai tên đơn vị' } },
      { type: 'draft-returned' },
    ]);
  });

  test('what was given up tells those who waited for it', () => {
    const outcome = approved.when('discard-draft', { reason: 'Chờ giao dự toán' }, { as: minister });
    expect(outcome.accepted.owed.map(({ params }) => params)).toEqual([
      { thing: 'scheme-a', command: 'return-to-ranking', input: { reason: 'Chờ giao dự toán' } },
    ]);
    expect(outcome.left.state).toBe('discarded');
  });
});
