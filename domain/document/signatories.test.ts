import { describe, expect, test } from 'vitest';
import { given } from '../test-kit.ts';
import { drafting, minister, prepared, receipt } from './examples.ts';
import { documentKind } from './kind.ts';
import { nextSignature, signatoriesOf } from './signatories.ts';
import type { Signatory } from './state.ts';

const box = (field: string, id: string): Signatory => ({ field, by: 'person', id, name: id, organisation: 'Bộ Công Thương' });
const seal = (field: string, id: string): Signatory => ({ field, by: 'organisation', id, name: id, organisation: id });
const contract = [box('ChuKyA', 'head-a'), box('ChuKyB', 'head-b'), seal('ConDauA', 'a'), seal('ConDauB', 'b')];
const { whenIssued: _a, whenReturned: _b, ...plain } = drafting;
const paper = { ...plain, type: 'receipt', content: receipt, issuerId: 'cuc-tmdt-kts', readers: [] };

/** A paper that the process has drawn up and whose file lies ready. */
const ready = (signatories?: Signatory[]) =>
  given(documentKind)
    .at('2022-05-16')
    .when('draft-document', { ...paper, ...(signatories && { signatories }) }, { as: 'process' })
    .left.when('record-prepared', { file: 'f'.repeat(64), digest: 'd'.repeat(64) });
const file = (nth: number) => String(nth).repeat(64);
const took = (field: string, nth: number) => ({ file: file(nth), certificate: 'c'.repeat(64), field });
const pending = { file: 'e'.repeat(64), from: 10, to: 20, digest: '9'.repeat(64), field: 'ChuKyA', base: 'f'.repeat(64) };
const elsewhere = { rule: 'signature.key-elsewhere', values: { name: 'head-a' }, pending };

describe('the way of a paper through the hands of those who sign it', () => {
  test('person after person, then seal after seal, then the evidence: each owed once, for its own field', () => {
    const first = ready(contract);
    const second = first.left.when('record-person-signed', took('ChuKyA', 1));
    const third = second.left.when('record-person-signed', took('ChuKyB', 2));
    const fourth = third.left.when('record-organisation-signed', took('ConDauA', 3));
    const last = fourth.left.when('record-organisation-signed', took('ConDauB', 4));
    expect([first, second, third, fourth, last].flatMap(({ accepted }) => accepted.owed.map(({ what, params }) => [what, params]))).toEqual(
      [
        ['sign-file', { field: 'ChuKyA' }],
        ['sign-file', { field: 'ChuKyB' }],
        ['seal-file', { field: 'ConDauA' }],
        ['seal-file', { field: 'ConDauB' }],
        ['store-evidence', {}],
      ],
    );
    expect(last.left.data).toMatchObject({ signed: ['ChuKyA', 'ChuKyB', 'ConDauA', 'ConDauB'], inHand: file(4) });
  });

  test.each<[what: string, signatories: Signatory[] | undefined, owed: string]>([
    ['whose boxes are open is sealed at once', [seal('ConDau', 'a')], 'seal-file'],
    ['that nobody signs gets its evidence', [], 'store-evidence'],
    ['drafted before all of them signed is sealed by its issuer', undefined, 'seal-file'],
  ])('one %s', (_what, signatories, owed) => {
    expect(ready(signatories).accepted.owed).toMatchObject([{ what: owed }]);
  });

  test('facts from before there were several lead the same way', () => {
    const { field: _, ...old } = took('', 1);
    const sealed = ready().left.when('record-organisation-signed', old);
    expect(sealed.accepted.owed).toMatchObject([{ what: 'store-evidence', params: {} }]);
    const signing = prepared.when('embed-signature', { digest: 'd'.repeat(64) }, { as: minister }).left;
    const signed = signing.when('record-person-signed', old);
    expect(signed.accepted.owed).toMatchObject([{ what: 'seal-file', params: {} }]);
    expect(signed.left.when('record-organisation-signed', old).accepted.owed).toMatchObject([{ what: 'store-evidence', params: {} }]);
  });

  test('who signs what a signer takes in hand: the signer in the first box, then the issuer', () => {
    expect(signatoriesOf(prepared.data).map(({ field, by, id }) => [field, by, id])).toEqual([
      ['ChuKy', 'person', 'signer'],
      ['ConDau', 'organisation', 'bo-cong-thuong'],
    ]);
    expect(nextSignature(prepared.data)?.field).toBe('ChuKy');
  });
});

describe('a signatory whose key is elsewhere', () => {
  const waiting = ready(contract).left.when('refuse-signature', elsewhere);
  const digest = 'd'.repeat(64);

  test('is asked by a letter and in the inbox', () => {
    expect([waiting.left.state, waiting.accepted.waiting]).toEqual(['rendering', ['person:head-a']]);
    expect(waiting.accepted.owed).toMatchObject([{ what: 'notify', params: { to: ['person:head-a'], message: 'signature-wanted' } }]);
    expect(waiting.accepted.readers).toEqual(expect.arrayContaining(['person:head-a', 'person:head-b']));
  });

  test('is told of any other trouble as a signer is', () => {
    const expired = ready(contract).left.when('refuse-signature', { ...elsewhere, rule: 'signature.certificate-expired' });
    expect(expired.accepted.owed).toMatchObject([{ params: { to: ['person:head-a'], message: 'signature-refused' } }]);
  });

  test.each<[what: string, input: object, id: string, then: string]>([
    ['a signature', { digest, signature: { cms: 'YWJj' } }, 'head-a', 'signature-given'],
    ['to be signed for by the system once more', { digest }, 'head-a', 'signature-given'],
    ['something over another file', { digest: 'c'.repeat(64) }, 'head-a', 'document.other-file'],
    ['as somebody else', { digest }, 'head-b', 'role.not-yours'],
  ])('gives %s', (_what, input, id, then) => {
    waiting.left.when('embed-signature', input, { as: { role: 'signatory', id } }).then(then);
  });

  test('who has given it is waited for no more; the step is owed again', () => {
    const given = waiting.left.when('embed-signature', { digest, signature: { cms: 'YWJj' } }, { as: 'signatory' });
    expect([given.accepted.owed, given.accepted.waiting]).toMatchObject([[{ what: 'sign-file', params: { field: 'ChuKyA' } }], []]);
    const signed = given.left.when('record-person-signed', took('ChuKyA', 1)).left.data;
    expect([signed.prepared, signed.given, signed.refusedSignature]).toEqual([{ file: 'f'.repeat(64), digest }, null, null]);
  });

  test('may have prepared what they sign: it records their own act', () => {
    const own = given(documentKind)
      .at('2022-05-16')
      .when('draft-document', { ...paper, drafter: 'head-a', signatories: contract }, { as: 'process' })
      .left.when('record-prepared', { file: 'f'.repeat(64), digest })
      .left.when('refuse-signature', elsewhere);
    own.left.when('embed-signature', { digest }, { as: 'signatory' }).then('signature-given');
  });

  test('nobody names the signatories of a paper but the process', () => {
    const { type: _type, content: _content, ...rest } = paper;
    const asked = { ...rest, type: drafting.type, content: drafting.content, drafter: undefined, code: undefined, signatories: contract };
    const officer = { role: 'agency-officer', organisationId: 'cuc-tmdt-kts' };
    expect(given(documentKind).at('2022-05-16').when('draft-document', asked, { as: officer }).refusal?.rule).toBe('document.no-tellings');
  });
});
