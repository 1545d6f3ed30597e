import { describe, expect, test } from 'vitest';
import { composeDocument } from './compose/all.ts';
import { sampleInputs } from './compose/samples/all.ts';
import { drafterMarkShown, numberAndSymbol, OfficialDocument, signatureFields, urgencyShown } from './model.ts';
import { columnsOf, Table } from './table.ts';

const decision = composeDocument('approval-decision', sampleInputs['approval-decision'].normal);

describe('number and symbol', () => {
  test.each([
    [5, '05/QĐ-BCT'],
    [10, '10/QĐ-BCT'],
    [4157, '4157/QĐ-BCT'],
  ])('%d is printed %s', (number, printed) => expect(numberAndSymbol({ number, symbol: 'QĐ-BCT' })).toBe(printed));

  test('are not printed before the number is reserved', () => expect(numberAndSymbol({ symbol: 'QĐ-BCT' })).toBeUndefined());
});

describe('a document', () => {
  test('reads back from JSON as it was', () => expect(OfficialDocument.parse(JSON.parse(JSON.stringify(decision)))).toEqual(decision));

  test.each([
    ['a letter with a type name', { form: 'official-letter' }],
    ['a decision without type name', { typeName: undefined }],
    ['a number without symbol', { symbol: undefined }],
    ['a date that does not exist', { date: '2022-02-30' }],
    ['no signature', { signatures: [] }],
    ['a promulgation without the text', { manner: 'indirect' }],
    ['a letter that promulgates', { form: 'official-letter', typeName: undefined, manner: 'indirect' }],
    ['a drafter’s mark in small letters', { drafterMark: { initials: 'ptmn', copies: 3 } }],
    ['two signatures in one field', { signatures: [...decision.signatures, ...decision.signatures] }],
  ])('is refused with %s', (_, change) => expect(OfficialDocument.safeParse({ ...decision, ...change }).success).toBe(false));

  test('may be urgent and say who drafted it, in how many copies', () => {
    const marked = { ...decision, urgency: 'thuong-khan', drafterMark: { initials: 'PTMĐ', copies: 3 } };
    const { urgency, drafterMark } = OfficialDocument.parse(marked);
    expect([urgency && urgencyShown(urgency), drafterMark && drafterMarkShown(drafterMark)]).toEqual(['THƯỢNG KHẨN', 'PTMĐ.(03)']);
  });

  test('is kept in one Unicode spelling', () => {
    const spelled = OfficialDocument.parse({ ...decision, abstract: decision.abstract.normalize('NFD') });
    expect(spelled.abstract).toBe(decision.abstract);
  });
});

test('persons sign before organisations', () => {
  const contract = composeDocument('contract', sampleInputs.contract.normal);
  expect(signatureFields(contract).map(({ name, by }) => [name, by])).toEqual([
    ['ChuKyA', 'person'],
    ['ChuKyB', 'person'],
    ['ConDauA', 'organisation'],
    ['ConDauB', 'organisation'],
  ]);
});

test.each(['score-sheet', 'count-record', 'minutes'] as const)('%s has no seal: its keeper signs where nothing is shown', (type) => {
  const fields = signatureFields(composeDocument(type, sampleInputs[type].normal));
  expect(fields.filter(({ by }) => by === 'organisation')).toMatchObject([{ name: 'CoQuan', hidden: true }]);
});

describe('a table', () => {
  const head = [{ title: 'STT' }, { title: 'Trong đó', columns: [{ title: 'Trung ương' }, { title: 'Địa phương' }] }];

  test('has as many columns as its groups hold', () =>
    expect(columnsOf(Table.parse({ head, rows: [] }).head).map(({ title }) => title)).toEqual(['STT', 'Trung ương', 'Địa phương']));

  test('refuses a row that is too short', () =>
    expect(Table.safeParse({ head, rows: [{ kind: 'item', cells: ['1', 2] }] }).success).toBe(false));
});
