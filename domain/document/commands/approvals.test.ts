import { describe, expect, test } from 'vitest';
import type { ApprovalRule } from '../../regulation/document-rule.ts';
import { given, pack } from '../../test-kit.ts';
import { digestOf } from '../digest.ts';
import { checked, decision, drafted, edited } from '../examples.ts';
import type { DocumentFact } from '../facts.ts';
import { documentKind } from '../kind.ts';

const checker = { role: 'format-checker', id: 'format-checker' };
const head = { role: 'agency-head', id: 'agency-head' };
const finance = { role: 'finance-head', id: 'finance-head' };
const digest = digestOf(decision);
const pages = 'a'.repeat(64);

/** The same draft under a law that asks for more approvals. */
function asking(rule: Partial<ApprovalRule>) {
  const by = [
    { role: 'agency-head', of: 'agency' },
    { role: 'finance-head', of: 'finance' },
  ];
  const approvalRule = { need: 2, ordered: true, by, preview: false, ...rule };
  const draft: DocumentFact = {
    type: 'document-drafted',
    documentType: 'approval-decision',
    route: 'signed',
    signerRole: 'signer',
    title: 'Quyết định phê duyệt đề án',
    issuerId: 'bo-cong-thuong',
    provinceId: null,
    series: 'QĐ',
    pattern: '{n}/QĐ-{issuer}',
    subjects: ['round-2022'],
    roundId: 'round-2022',
    schemeId: null,
    councilId: null,
    content: decision,
    drafter: 'agency-officer',
    digest,
    code: 'mau-thu-0123456789',
    readers: [],
    whenIssued: [],
    whenReturned: [],
    recipients: [],
    onBehalfOf: 'agency-officer',
    approvalRule,
  };
  return given(documentKind)
    .at('2022-05-16')
    .by('agency-officer')
    .and(draft, { type: 'preview-rendered', file: pages, pages: 3, of: digest })
    .by('format-checker')
    .and({ type: 'format-checked', accepted: true, notes: '' });
}

describe('several approvals', () => {
  test('in their order: the draft waits for the next one, then for its signer', () => {
    const first = asking({}).when('approve-draft', { digest }, { as: head });
    expect(first.facts).toMatchObject([{ role: 'agency-head', complete: false }]);
    expect([first.accepted.state, first.accepted.waiting, first.accepted.result]).toEqual([
      'checked',
      ['finance-head@org:vu-ke-hoach-tai-chinh'],
      { given: 1, need: 2 },
    ]);
    expect(first.accepted.owed).toMatchObject([{ what: 'notify', params: { to: ['finance-head@org:vu-ke-hoach-tai-chinh'] } }]);
    const second = first.left.when('approve-draft', { digest }, { as: finance });
    expect([second.accepted.state, second.accepted.data.approvals.map(({ by }) => by)]).toEqual([
      'approved',
      ['agency-head', 'finance-head'],
    ]);
  });

  test.each([
    ['out of turn', {}, finance, 'approval.out-of-turn'],
    ['in any order where the law names none', { ordered: false }, finance, 'draft-approved'],
    ['by whom the law does not name', { need: 1, by: [{ role: 'finance-head', of: 'finance' }] }, head, 'approval.not-named'],
  ])('%s', (_, rule, as, then) => {
    asking(rule).when('approve-draft', { digest }, { as }).then(then);
  });

  test('one of two is enough where the law says so', () => {
    expect(asking({ need: 1, ordered: false }).when('approve-draft', { digest }, { as: finance }).accepted.state).toBe('approved');
  });

  test('nobody approves twice', () => {
    const once = asking({ ordered: false }).when('approve-draft', { digest }, { as: head }).left;
    once.when('approve-draft', { digest }, { as: { ...finance, id: 'agency-head' } }).then('approval.given-already');
    once.when('approve-draft', { digest }, { as: { ...head, id: 'another-head' } }).then('approval.given-already');
  });

  test('an edit voids them, says whose, tells them, and the pages are rendered anew', () => {
    const once = asking({}).when('approve-draft', { digest }, { as: head }).left;
    const outcome = once.when('edit-draft', { content: edited }, { as: { role: 'agency-officer', id: 'agency-officer-2' } });
    expect(outcome.facts).toMatchObject([{ type: 'draft-edited', voids: ['agency-head'] }]);
    expect(outcome.accepted.owed.map(({ what, params }) => [what, params.message ?? null, params.to ?? null])).toEqual([
      ['preview', null, null],
      ['notify', 'approval-void', ['person:agency-head']],
    ]);
    expect(outcome.left.data).toMatchObject({ approvals: [], approvers: ['agency-head'], preview: null });
  });

  test('those whom the law names may read the draft, others of finance may not', () => {
    expect(documentKind.readers(asking({}).data, 'draft', pack)).toContain('org:vu-ke-hoach-tai-chinh');
    expect(documentKind.readers(drafted.data, 'draft', pack)).not.toContain('org:vu-ke-hoach-tai-chinh');
  });
});

describe('one approval, as long as the law asks for no more', () => {
  test('is the agency’s: finance has no say in it', () => {
    checked.when('approve-draft', { digest }, { as: finance }).then('approval.not-named');
    expect(checked.when('approve-draft', { digest }, { as: head }).facts).toEqual([{ type: 'draft-approved', digest }]);
  });
});

describe('the pages that were read', () => {
  const other = 'b'.repeat(64);
  test.each([
    ['go with the approval', {}, pages, 'draft-approved'],
    ['are those of the present text', {}, other, 'document.stale-preview'],
    ['may be left out', {}, undefined, 'draft-approved'],
    ['must be named where the law says so', { preview: true }, undefined, 'document.preview-needed'],
    ['named where they must be', { preview: true }, pages, 'draft-approved'],
  ])('%s', (_, rule, previewDigest, then) => {
    asking(rule)
      .when('approve-draft', { digest, ...(previewDigest && { previewDigest }) }, { as: head })
      .then(then);
  });

  test('are stale after an edit until they are there anew', () => {
    const edit = asking({}).when('edit-draft', { content: edited }, { as: { role: 'agency-officer', id: 'agency-officer-2' } }).left;
    const again = edit.when('check-format', { accepted: true }, { as: checker }).left;
    const approve = { digest: digestOf(edited), previewDigest: pages };
    again.when('approve-draft', approve, { as: head }).then('document.stale-preview');
    const anew = again.when('record-preview', { file: other, pages: 3, of: digestOf(edited) }).left;
    anew.when('approve-draft', approve, { as: head }).then('document.stale-preview');
    anew.when('approve-draft', { ...approve, previewDigest: other }, { as: head }).then('draft-approved');
  });

  test('are taken down once, of the present text alone', () => {
    const draft = drafted.when('record-preview', { file: pages, pages: 3, of: digest }).left;
    expect(draft.data.preview).toEqual({ file: pages, pages: 3, of: digest });
    draft.when('record-preview', { file: other, pages: 3, of: digest }).then('document.other-version');
    draft.when('record-preview', { file: other, pages: 3, of: digestOf(edited) }).then('document.other-version');
  });
});

test('a draft that is sent back says whose approval that makes void', () => {
  const approved = checked.when('approve-draft', { digest }, { as: head }).left;
  const outcome = approved.when('return-draft', { reason: 'Bổ sung căn cứ' }, { as: { role: 'signer', id: 'signer' } });
  expect(outcome.facts).toMatchObject([{ type: 'draft-returned', voids: ['agency-head'] }]);
  expect(outcome.accepted.owed).toContainEqual(
    expect.objectContaining({ what: 'notify', params: expect.objectContaining({ message: 'approval-void', to: ['person:agency-head'] }) }),
  );
});
