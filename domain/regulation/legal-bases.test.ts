import { expect, test } from 'vitest';
import { loadPacks } from '../../config/regulations.ts';
import { documentRule, legalBases } from './legal-bases.ts';

const pack = loadPacks().get('645-2021-2025')!;

test('the bases of an approval are those in force on its day, laws first', () => {
  expect(legalBases(pack, 'approval-decision', '2022-06-01')).toEqual([
    'Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015',
    'Căn cứ Nghị định số 52/2013/NĐ-CP ngày 16 tháng 5 năm 2013 của Chính phủ về thương mại điện tử',
    'Căn cứ Nghị định số 163/2016/NĐ-CP ngày 21 tháng 12 năm 2016 của Chính phủ quy định chi tiết thi hành một số điều của Luật Ngân sách nhà nước',
    'Căn cứ Nghị định số 98/2017/NĐ-CP ngày 18 tháng 8 năm 2017 của Chính phủ quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Bộ Công Thương',
    'Căn cứ Nghị định số 85/2021/NĐ-CP ngày 25 tháng 9 năm 2021 của Chính phủ sửa đổi, bổ sung một số điều của Nghị định số 52/2013/NĐ-CP về thương mại điện tử',
    'Căn cứ Quyết định số 07/2015/QĐ-TTg ngày 02 tháng 3 năm 2015 của Thủ tướng Chính phủ ban hành Quy chế quản lý và thực hiện Chương trình phát triển thương mại điện tử quốc gia',
    'Căn cứ Quyết định số 645/QĐ-TTg ngày 15 tháng 5 năm 2020 của Thủ tướng Chính phủ phê duyệt Kế hoạch tổng thể phát triển thương mại điện tử quốc gia giai đoạn 2021 - 2025',
  ]);
});

test('the ministry’s powers rest on another decree from December 2022', () => {
  const powers = (on: string) => legalBases(pack, 'council-appointment', on).find((basis) => basis.includes('chức năng'));
  expect(powers('2022-11-30')).toContain('98/2017/NĐ-CP');
  expect(powers('2022-12-01')).toContain('96/2022/NĐ-CP');
});

test('a type of document that the pack does not know is an error', () => {
  expect(() => documentRule(pack, 'ode')).toThrow(/no document of type ode/);
});

/** The pack with other instruments and another list of bases for the approval. */
const citing = (legal: (string | string[])[], changes: Record<string, object> = {}) => ({
  ...pack,
  instruments: pack.instruments.map((one) => ({ ...one, ...changes[one.id] })),
  documents: pack.documents.map((rule) => (rule.type === 'approval-decision' ? { ...rule, legalBases: legal } : rule)),
});
const numbers = (legal: (string | string[])[], on: string, changes: Record<string, object> = {}) =>
  legalBases(citing(legal, changes), 'approval-decision', on).map((line) => line.match(/số \S+(?= ngày)|Luật .*(?= ngày)/gu)?.join(' + '));

test.each([
  ['an ended text gives way to what replaced it', ['51/2005/QH11'], '2024-07-01', {}, ['Luật Giao dịch điện tử']],
  [
    'which is cited once',
    ['52/2013/NĐ-CP', '248/2026/NĐ-CP'],
    '2026-07-01',
    { '248/2026/NĐ-CP': { date: '2026-06-01' } },
    ['số 248/2026/NĐ-CP'],
  ],
  ['not before its end', ['98/2017/NĐ-CP'], '2022-11-30', {}, ['số 98/2017/NĐ-CP']],
  ['an amendment goes with what it amends', ['85/2021/NĐ-CP'], '2022-06-01', { '52/2013/NĐ-CP': { to: '2022-05-31' } }, []],
  [
    'several in one line',
    [['52/2013/NĐ-CP', '85/2021/NĐ-CP'], '36/2005/QH11'],
    '2022-06-01',
    {},
    ['Luật Thương mại', 'số 52/2013/NĐ-CP + số 85/2021/NĐ-CP'],
  ],
  ['of one line those that are in force', [['52/2013/NĐ-CP', '85/2021/NĐ-CP']], '2021-06-01', {}, ['số 52/2013/NĐ-CP']],
  [
    'law, decree, Prime Minister, circular, ministry',
    ['1410/QĐ-BCT', '47/2014/TT-BCT', '645/QĐ-TTg', '52/2013/NĐ-CP', '36/2005/QH11'],
    '2022-08-01',
    {},
    ['Luật Thương mại', 'số 52/2013/NĐ-CP', 'số 645/QĐ-TTg', 'số 47/2014/TT-BCT', 'số 1410/QĐ-BCT'],
  ],
] as const)('%s', (_, legal, on, changes, then) => {
  expect(numbers(legal as unknown as string[], on, changes)).toEqual(then);
});
