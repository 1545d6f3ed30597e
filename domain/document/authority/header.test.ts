import { describe, expect, test } from 'vitest';
import { headerDiffers, headerOf, plainName } from './header.ts';

const committee = ['ỦY BAN NHÂN DÂN', 'TỈNH BÌNH ĐỊNH'];
const chairman = ['CHỦ TỊCH ỦY BAN NHÂN DÂN', 'TỈNH BÌNH ĐỊNH'];
const ministry = ['BỘ CÔNG THƯƠNG'];

test.each([
  [committee, 'collective'],
  [['UỶ BAN NHÂN DÂN TỈNH GIA LAI'], 'collective'],
  [chairman, 'chairman'],
  [ministry, 'head'],
  [['SỞ CÔNG THƯƠNG'], 'head'],
])('%j is headed by a %s', (lines, header) => {
  expect(headerOf(lines)).toBe(header);
});

// Decree 30/2020/NĐ-CP, Article 13 and Annex I, II.7
describe('a header and the block that signs below it', () => {
  const written = { kinds: ['tuq' as const], instrument: { symbol: '12/GUQ-BCT', date: '2022-01-05' } };
  test.each([
    [committee, ['TM. ỦY BAN NHÂN DÂN'], 'CHỦ TỊCH', null, 'together'],
    [committee, ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH'], 'PHÓ CHỦ TỊCH', null, 'together'],
    [committee, ['TL. CHỦ TỊCH'], 'CHÁNH VĂN PHÒNG', null, 'together'],
    [committee, ['TUQ. CHỦ TỊCH'], 'GIÁM ĐỐC SỞ CÔNG THƯƠNG', written, 'together'],
    [committee, [], 'CHỦ TỊCH', null, 'TM.'],
    [committee, ['KT. CHỦ TỊCH'], 'PHÓ CHỦ TỊCH', null, 'TM.'],
    [committee, ['TM. ỦY BAN NHÂN DÂN', 'TL. CHỦ TỊCH'], 'CHÁNH VĂN PHÒNG', null, 'không kèm'],
    [chairman, [], 'CHỦ TỊCH', null, 'together'],
    [chairman, ['KT. CHỦ TỊCH'], 'PHÓ CHỦ TỊCH', null, 'together'],
    [chairman, ['TM. ỦY BAN NHÂN DÂN'], 'CHỦ TỊCH', null, 'không ghi “TM.”'],
    [ministry, [], 'BỘ TRƯỞNG', null, 'together'],
    [ministry, ['KT. BỘ TRƯỞNG'], 'THỨ TRƯỞNG', null, 'together'],
    [ministry, ['TL. BỘ TRƯỞNG'], 'CỤC TRƯỞNG', null, 'together'],
    [ministry, ['TUQ. BỘ TRƯỞNG'], 'CỤC TRƯỞNG', written, 'together'],
    [ministry, ['TUQ. BỘ TRƯỞNG'], 'CỤC TRƯỞNG', null, 'văn bản ủy quyền'],
    [ministry, ['TM. BỘ CÔNG THƯƠNG'], 'BỘ TRƯỞNG', null, 'không ghi “TM.”'],
    [ministry, [], 'THỨ TRƯỞNG', null, 'KT.'],
  ])('%j with %j %s %o: %s', (lines, capacity, title, authority, then) => {
    const differs = headerDiffers(lines, { capacity, title, name: 'Nguyễn Văn Mẫu', ...(authority && { authority }) });
    expect(differs?.vi ?? 'together').toContain(then);
  });

  test('nor does a name with an academic title', () => {
    expect(headerDiffers(ministry, { capacity: [], title: 'BỘ TRƯỞNG', name: 'TS. Nguyễn Văn Mẫu' })?.vi).toContain('học vị');
  });
});

test.each([
  ['GS.TS Nguyễn Văn An', 'Nguyễn Văn An'],
  ['PGS. TS. Trần Thị Bình', 'Trần Thị Bình'],
  ['ThS. Lê Cường', 'Lê Cường'],
  ['Tiến sĩ Phạm Dũng', 'Phạm Dũng'],
  ['Tsuji Văn An', 'Tsuji Văn An'],
  ['Nguyễn Văn An', 'Nguyễn Văn An'],
])('%s is printed as %s', (name, plain) => {
  expect(plainName(name)).toBe(plain);
});
