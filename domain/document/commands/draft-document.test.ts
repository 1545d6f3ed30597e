import { describe, expect, test } from 'vitest';
import type { ThingView } from '../../command.ts';
import { given, pack } from '../../test-kit.ts';
import { digestOf } from '../digest.ts';
import { decision, drafting, receipt } from '../examples.ts';
import { documentKind } from '../kind.ts';

const nobody = given(documentKind).at('2022-05-16');
const officer = { role: 'agency-officer', organisationId: 'cuc-tmdt-kts', id: 'agency-officer' };
const { whenIssued: _a, whenReturned: _b, drafter: _c, code: _d, ...byHand } = drafting;
const thing = (id: string, readers: string[]): ThingView => ({
  id,
  kind: 'scheme',
  pack: pack.id,
  state: '',
  seq: 1,
  route: 'central',
  data: {},
  readers,
});
const things = {
  'round-2022': thing('round-2022', ['all']),
  'scheme-a': thing('scheme-a', ['org:vecom', 'org:cuc-tmdt-kts']),
  secret: thing('secret', ['org:vecom']),
};
const receiving = {
  ...drafting,
  type: 'receipt',
  content: receipt,
  issuerId: 'cuc-tmdt-kts',
  readers: ['org:vecom'],
  whenIssued: [],
  whenReturned: [],
};

describe('draft-document', () => {
  test.each([
    ['the process, what is signed', drafting, 'process', ['document-drafted']],
    ['the process, what is automatic', receiving, 'process', ['document-drafted', 'number-reserved']],
    ['a person, what is signed', byHand, officer, ['document-drafted']],
    ['a person, for the agency itself', { ...byHand, issuerId: 'cuc-tmdt-kts' }, officer, ['document-drafted']],
    ['a person, for another house', { ...byHand, issuerId: 'vecom' }, officer, ['document.another-house']],
    ['a person of another house', byHand, { ...officer, organisationId: 'vecom' }, ['document.another-house']],
    ['a person, about what they may not know of', { ...byHand, subjects: ['round-2022', 'secret'] }, officer, ['document.unknown-subject']],
    ['a person, in the file of such a thing', { ...byHand, schemeId: 'secret' }, officer, ['document.unknown-subject']],
    ['a person, about nothing that is there', { ...byHand, subjects: ['nothing'] }, officer, ['document.unknown-subject']],
    ['a person, what is automatic', { ...byHand, type: 'receipt', content: receipt }, officer, ['document.only-process']],
    ['a person, with tellings', { ...byHand, whenIssued: drafting.whenIssued }, officer, ['document.no-tellings']],
    ['another type than it reads', { ...drafting, type: 'refusal' }, 'process', ['document.type-differs']],
    ['a type the law does not know', { ...drafting, type: 'poem' }, 'process', ['document.unknown-type']],
    ['with a number already', { ...drafting, content: { ...decision, number: 5 } }, 'process', ['document.numbered-already']],
    [
      'telling what nobody understands',
      { ...drafting, whenIssued: [{ thing: 'a', command: 'sing', input: {} }] },
      'process',
      ['invalid-input'],
    ],
    ['about nothing', { ...drafting, subjects: [] }, 'process', ['invalid-input']],
  ])('by %s: %j', (_what, input, as, then) => {
    nobody.when('draft-document', input, { as, situation: { things } }).then(...then);
  });

  test.each([
    ['their own province', 'ubnd-tinh-binh-dinh', 'ubnd-tinh-binh-dinh', 'document-drafted'],
    ['their own province, without a word', 'ubnd-tinh-binh-dinh', null, 'document-drafted'],
    ['another province', 'ubnd-tinh-dak-nong', 'ubnd-tinh-dak-nong', 'document.another-house'],
    ['their own, to be worked on in another', 'ubnd-tinh-binh-dinh', 'ubnd-tinh-dak-nong', 'document.another-house'],
    ['the ministry', 'bo-cong-thuong', 'ubnd-tinh-binh-dinh', 'document.another-house'],
  ])('on the local route, a province’s officer for %s (%s, %s): %s', (_for, issuerId, provinceId, then) => {
    const plan = {
      ...byHand,
      type: 'local-plan-decision',
      content: { ...decision, type: 'local-plan-decision' },
      issuerId,
      provinceId,
      subjects: ['round-2022'],
    };
    const as = { role: 'province-officer', organisationId: 'so-cong-thuong-binh-dinh' };
    given(documentKind, 'local').when('draft-document', plan, { as, situation: { things } }).then(then);
  });

  test('a draft of the process is the act of the person behind it', () => {
    const { accepted } = nobody.when('draft-document', drafting, { as: 'process' });
    expect(accepted.doers['document-drafted']).toBe('agency-officer');
    expect(accepted.data).toMatchObject({
      digest: digestOf(decision),
      drafter: 'agency-officer',
      version: 1,
      number: null,
      signerRole: 'signer',
    });
    expect([accepted.state, accepted.owed]).toMatchObject(['draft', [{ what: 'preview' }]]);
  });

  test('a head whose own act it follows from may still approve it', () => {
    const position = { role: 'agency-head', title: 'Cục trưởng', organisationId: 'cuc-tmdt-kts', provinceId: null };
    const persons = { 'agency-head': { id: 'agency-head', name: 'agency-head', positions: [position] } };
    const draft = nobody.when('draft-document', { ...drafting, drafter: 'agency-head' }, { as: 'process', situation: { persons } });
    expect([draft.accepted.data.drafter, draft.accepted.doers['document-drafted']]).toEqual(['agency-head', 'process']);
  });

  test('a person’s draft is their own, whatever they say', () => {
    const { accepted } = nobody.when('draft-document', { ...byHand, drafter: 'agency-officer-2' }, { as: officer, situation: { things } });
    expect([accepted.data.drafter, accepted.doers['document-drafted']]).toEqual(['agency-officer', 'agency-officer']);
  });

  test('an automatic paper has its number at once and is rendered', () => {
    const { accepted } = nobody.when('draft-document', receiving, { as: 'process', situation: { registerLast: 8 } });
    expect(accepted.facts[1]?.fact).toEqual({
      type: 'number-reserved',
      number: 9,
      symbol: '09/GTN-TMĐT',
      date: '2022-05-16',
      register: { issuerId: 'cuc-tmdt-kts', series: 'GTN', year: 2022, number: 9, symbol: '09/GTN-TMĐT', date: '2022-05-16' },
    });
    expect(accepted.data.content).toMatchObject({ number: 9, date: '2022-05-16' });
    expect([accepted.state, accepted.owed]).toMatchObject(['rendering', [{ what: 'render' }]]);
  });

  test('a paper without a series is issued without a number', () => {
    const { symbol: _, ...sheet } = { ...receipt, type: 'score-sheet' as const, form: 'form' as const, typeName: 'PHIẾU ĐÁNH GIÁ' };
    const { accepted } = nobody.when('draft-document', { ...receiving, type: 'score-sheet', content: sheet }, { as: 'process' });
    expect(accepted.facts[1]?.fact).toEqual({ type: 'number-reserved', number: null, symbol: null, date: '2022-05-16' });
    const rendered = nobody.when('draft-document', { ...receiving, type: 'score-sheet', content: sheet }, { as: 'process' }).left;
    expect(rendered.when('record-rendering', { file: 'a'.repeat(64), pages: 1 }).left.state).toBe('issued');
  });

  test('a province’s own decision is signed by its head', () => {
    const local = { ...drafting, type: 'local-plan-decision', content: { ...decision, type: 'local-plan-decision' } };
    const input = { ...local, issuerId: 'ubnd-tinh-binh-dinh', provinceId: 'ubnd-tinh-binh-dinh' };
    const draft = given(documentKind, 'local').when('draft-document', input, { as: 'process' });
    expect(draft.accepted.data.signerRole).toBe('province-head');
    expect(draft.accepted.readers).toContain('province:ubnd-tinh-binh-dinh');
  });

  test.each([
    ['2025-06-30', 'so-cong-thuong-binh-dinh', '03/TTr-SCT'],
    ['2025-07-01', 'so-cong-thuong-gia-lai', '03/TTr-SCT'],
  ])('on %s the number comes from the register of %s', (day, issuerId, symbol) => {
    const opinion = { ...receipt, type: 'opinion', form: 'submission', symbol: 'TTr-SCT', typeName: 'TỜ TRÌNH' };
    const input = { ...receiving, type: 'opinion', content: opinion, issuerId: 'so-cong-thuong-binh-dinh' };
    const { accepted } = nobody.at(day).when('draft-document', input, { as: 'process', situation: { registerLast: 2 } });
    expect(accepted.facts[1]?.fact).toMatchObject({ symbol, register: { issuerId, series: 'TTr', year: 2025, number: 3 } });
    expect(accepted.data.register).toEqual({ issuerId, series: 'TTr', year: 2025 });
  });

  test('only those who work on a draft may know of it, and those it is addressed to once it is issued', () => {
    const draft = nobody.when('draft-document', drafting, { as: 'process' }).accepted;
    expect(draft.readers).toEqual(['role:auditor', 'org:bo-cong-thuong', 'org:cuc-tmdt-kts', 'delegate:bo-cong-thuong/approval-decision']);
    const received = nobody.when('draft-document', receiving, { as: 'process' }).left;
    expect(documentKind.readers(received.data, 'issued', pack)).toEqual(
      expect.arrayContaining(['org:vecom', 'org:ubnd-tinh-binh-dinh', 'org:cuc-tmdt-kts']),
    );
  });
});
