import { expect, test } from 'vitest';
import { composeDocument } from '../../domain/document/compose/all.ts';
import { sampleInputs } from '../../domain/document/compose/samples/all.ts';
import type { DocumentType } from '../../domain/document/model.ts';
import type { Signatory } from '../../domain/document/state.ts';
import { requiredSignatures } from './register.ts';

const box = (field: string, name: string): Signatory => ({ field, by: 'person', id: field, name, organisation: 'Cục' });
const seal = (field: string, name: string): Signatory => ({ field, by: 'organisation', id: field, name, organisation: name });
const signer = { id: 'signer', name: 'Tạ Quang Minh' };
const both = [box('ChuKyA', 'An'), box('ChuKyB', 'Bình'), seal('ConDauA', 'Cục'), seal('ConDauB', 'Hiệp hội')];

test.each<[what: string, type: DocumentType, of: { signer: typeof signer | null; signatories?: Signatory[] }, needs: string[]]>([
  [
    'a contract: whom it names, and both organisations',
    'contract',
    { signer: null, signatories: both },
    ['ChuKyA person An', 'ChuKyB person Bình', 'ConDauA organisation Cục', 'ConDauB organisation Hiệp hội'],
  ],
  [
    'minutes that nobody led: the secretary and the keeper; the other box is nobody’s',
    'minutes',
    { signer: null, signatories: [box('ChuKy', 'An'), seal('CoQuan', 'Cục')] },
    ['ChuKy person An', 'CoQuan organisation Cục', 'ChuKy2 nobody CHỦ TRÌ'],
  ],
  [
    'a decision: its signer by the name in the register, and its issuer',
    'approval-decision',
    { signer },
    ['ChuKy person Tạ Quang Minh', 'ConDau organisation Bộ Công Thương'],
  ],
  [
    'a contract from before all signed: both seals',
    'contract',
    { signer: null },
    ['ConDauA organisation Cục Thương mại điện tử và Kinh tế số', 'ConDauB organisation ĐẠI DIỆN BÊN B'],
  ],
  ['a score sheet from before all signed: nothing', 'score-sheet', { signer: null }, []],
])('%s', (_what, type, of, needs) => {
  const content = composeDocument(type, sampleInputs[type].normal);
  expect(requiredSignatures({ content, ...of }).map(({ field, by, name }) => `${field} ${by} ${name}`)).toEqual(needs);
});
