import { describe, expect, test } from 'vitest';
import { approved, decision, drafted, issued, minister, prepared, signed } from '../examples.ts';

describe('prepare-signature', () => {
  test('reserves the next number and the day, for exactly what was approved', () => {
    const outcome = approved.when('prepare-signature', {}, { as: minister, situation: { registerLast: 14 } });
    expect(outcome.facts).toEqual([
      {
        type: 'signature-begun',
        signer: { id: 'signer', name: 'signer' },
        as: { capacity: [], title: 'SIGNER', name: 'signer', authority: { kinds: ['head'] } },
        number: 15,
        symbol: '15/QĐ-BCT',
        date: '2022-05-16',
        register: { issuerId: 'bo-cong-thuong', series: 'QĐ', year: 2022, number: 15, symbol: '15/QĐ-BCT', date: '2022-05-16' },
      },
    ]);
    expect(outcome.accepted.data.content).toMatchObject({ number: 15, date: '2022-05-16' });
    expect(outcome.accepted.data.digest).toBe(approved.data.digest);
    expect(outcome.accepted.owed).toMatchObject([{ what: 'prepare-file' }]);
  });

  test('whoever signs in the place of the one whom the draft names does so in their own capacity and name', () => {
    const { content, signer } = approved.when('prepare-signature', {}, { as: minister }).left.data;
    expect(content.signatures).toMatchObject([{ capacity: [], title: 'SIGNER', name: 'signer', field: 'ChuKy', seal: 'ConDau' }]);
    expect(signer?.drafted).toEqual(approved.data.content.signatures);
    const named = { ...minister, id: 'Nguyễn Văn Mẫu', title: 'Bộ trưởng' };
    expect(approved.when('prepare-signature', {}, { as: named }).left.data.content.signatures).toEqual(approved.data.content.signatures);
  });

  test('numbers begin anew each year', () => {
    const outcome = approved.when('prepare-signature', {}, { as: minister, now: '2023-01-03T02:00:00.000Z' });
    expect(outcome.facts).toMatchObject([{ symbol: '01/QĐ-BCT', register: { year: 2023 } }]);
  });

  test('a basis that has lost its force since the check keeps the document from being signed', () => {
    const now = '2023-01-03T02:00:00.000Z';
    const bases = ['Căn cứ Nghị định số 98/2017/NĐ-CP ngày 18/8/2017 của Chính phủ.'];
    const draft = drafted.when('edit-draft', { content: { ...decision, bases } }, { as: 'agency-officer' }).left;
    const checked = draft.when('check-format', { accepted: true }, { as: { role: 'format-checker', id: 'format-checker' } }).left;
    const ready = checked.when('approve-draft', { digest: checked.data.digest }, { as: { role: 'agency-head', id: 'agency-head' } }).left;
    expect(ready.when('prepare-signature', {}, { as: minister, now }).refusal).toMatchObject({
      rule: 'format.errors',
      values: { findings: [{ rule: 'basis.not-in-force', where: { pointer: '/bases/0' } }] },
    });
  });

  test.each([
    ['the agency’s head', { role: 'agency-head', organisationId: 'cuc-tmdt-kts' }, 'role.not-yours'],
    ['the drafter', { ...minister, id: 'agency-officer' }, 'duties.apart'],
    ['the format checker', { ...minister, id: 'format-checker' }, 'duties.apart'],
  ])('%s does not sign the minister’s decision', (_who, as, then) => {
    approved.when('prepare-signature', {}, { as: { organisationId: 'bo-cong-thuong', ...as } }).then(then);
  });
});

describe('embed-signature', () => {
  test.each([
    ['the prepared file', 'd'.repeat(64), minister, 'signature-given'],
    ['another file', 'c'.repeat(64), minister, 'document.other-file'],
    ['in place of another signer', 'd'.repeat(64), { ...minister, id: 'signer-2' }, 'signature.another-began'],
  ])('%s: %s', (_what, digest, as, then) => {
    prepared.when('embed-signature', { digest }, { as }).then(then);
  });
});

describe('issue', () => {
  const clerk = { role: 'clerk', id: 'clerk' };

  test('tells those who waited for it, and everything that it speaks of', () => {
    const { accepted } = signed.when('issue', {}, { as: clerk });
    const known = { documentId: 'the-thing', symbol: '15/QĐ-BCT', date: '2022-05-16' };
    const noted = { ...known, type: 'approval-decision', title: 'Quyết định phê duyệt đề án', file: 'e'.repeat(64) };
    expect(accepted.owed.map(({ what, params }) => [what, params.thing, params.command, params.input])).toEqual([
      ['distribute', undefined, undefined, undefined],
      ['tell', 'round-2022', 'note-decision', { ...known, decisionNo: 1, outcome: 'approve' }],
      ['tell', 'scheme-a', 'approve', { ...known, amounts: [] }],
      ['tell', 'round-2022', 'note-document', noted],
      ['tell', 'scheme-a', 'note-document', noted],
      ['exchange', undefined, undefined, undefined],
    ]);
  });

  test.each([
    ['2022-05-16', false],
    ['2022-05-17', false],
    ['2022-05-18', true],
  ])('signed on Monday 16 May and issued on %s: late is %s', (day, late) => {
    expect(signed.at(day).when('issue', {}, { as: clerk }).facts).toMatchObject([{ type: 'document-issued', date: '2022-05-16', late }]);
  });

  test.each(['agency-officer', 'format-checker', 'agency-head', 'signer'])(
    '%s, who drafted, checked, approved or signed, does not',
    (id) => {
      expect(signed.when('issue', {}, { as: { ...clerk, id } }).refusal?.rule).toBe('duties.apart');
      expect(issued.state).toBe('issued');
    },
  );
});
