import { expect, test } from 'vitest';
import { organisations, pack } from '../../test-kit.ts';
import type { Holder } from './drawn.ts';
import { brokenName } from './frame.ts';
import { signerFrame } from './signer.ts';

const holding = (title: string): Holder => ({ id: 'a', name: 'Nguyễn Văn Mẫu', title, organisationId: '', provinceId: null });

// Decree 30/2020/NĐ-CP, Article 13 and Annex I, II.7
test.each([
  ['Bộ trưởng', 'bo-cong-thuong', 'bo-cong-thuong', [], 'BỘ TRƯỞNG'],
  ['Thứ trưởng', 'bo-cong-thuong', 'bo-cong-thuong', ['KT. BỘ TRƯỞNG'], 'THỨ TRƯỞNG'],
  ['Cục trưởng', 'cuc-tmdt-kts', 'cuc-tmdt-kts', [], 'CỤC TRƯỞNG'],
  ['Phó Cục trưởng', 'cuc-tmdt-kts', 'cuc-tmdt-kts', ['KT. CỤC TRƯỞNG'], 'PHÓ CỤC TRƯỞNG'],
  ['Quyền Cục trưởng', 'cuc-tmdt-kts', 'cuc-tmdt-kts', [], 'Q. CỤC TRƯỞNG'],
  ['Chủ tịch', 'ubnd-tinh-binh-dinh', 'ubnd-tinh-binh-dinh', ['TM. ỦY BAN NHÂN DÂN'], 'CHỦ TỊCH'],
  ['Phó Chủ tịch', 'ubnd-tinh-binh-dinh', 'ubnd-tinh-binh-dinh', ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH'], 'PHÓ CHỦ TỊCH'],
  ['Chủ tịch', 'vecom', 'vecom', [], 'CHỦ TỊCH'],
  ['Vụ trưởng', 'bo-cong-thuong', 'vu-ke-hoach-tai-chinh', ['TL. BỘ TRƯỞNG'], 'VỤ TRƯỞNG VỤ KẾ HOẠCH - TÀI CHÍNH'],
  ['Phó Vụ trưởng', 'bo-cong-thuong', 'vu-ke-hoach-tai-chinh', ['TL. BỘ TRƯỞNG', 'KT. VỤ TRƯỞNG VỤ KẾ HOẠCH - TÀI CHÍNH'], 'PHÓ VỤ TRƯỞNG'],
])('%s for %s from %s signs as %j %s', (title, issuer, unit, capacity, shown) => {
  const of = (id: string) => organisations[id] ?? { id, name: id, kind: 'other' };
  expect(signerFrame(pack, '2022-05-16', holding(title), of(issuer), of(unit))).toMatchObject({
    capacity,
    title: shown,
    name: 'Nguyễn Văn Mẫu',
  });
});

test('an office that nobody holds leaves the name open', () => {
  const issuer = { id: 'vecom', name: 'Hiệp hội Thương mại điện tử Việt Nam', kind: 'association' };
  expect(signerFrame(pack, '2022-05-16', undefined, issuer)).toMatchObject({ capacity: [], title: 'CHỦ TỊCH', name: '…' });
});

test.each([
  ['Bộ trưởng', 'bo-cong-thuong', ['head']],
  ['Phó Chủ tịch', 'ubnd-tinh-binh-dinh', ['tm', 'kt']],
  ['Quyền Cục trưởng', 'cuc-tmdt-kts', ['q']],
])('%s for %s signs by %j', (title, id, kinds) => {
  const issuer = organisations[id] ?? { id, name: id, kind: 'other' };
  expect(signerFrame(pack, '2022-05-16', holding(title), issuer).authority).toEqual({ kinds });
});

test('a chairman who is headed by their own office signs without “TM.”', () => {
  const issuer = organisations['ubnd-tinh-binh-dinh'];
  if (!issuer) throw new Error('There is no such province.');
  const sign = (title: string) => signerFrame(pack, '2022-05-16', holding(title), issuer, issuer, 'chairman');
  expect(sign('Chủ tịch')).toMatchObject({ capacity: [], title: 'CHỦ TỊCH' });
  expect(sign('Phó Chủ tịch')).toMatchObject({ capacity: ['KT. CHỦ TỊCH'], title: 'PHÓ CHỦ TỊCH' });
});

test('names are printed without academic titles', () => {
  const issuer = { id: 'bo-cong-thuong', name: 'Bộ Công Thương', kind: 'ministry' };
  expect(signerFrame(pack, '2022-05-16', { title: 'Bộ trưởng', name: 'PGS.TS. Nguyễn Văn Mẫu' }, issuer).name).toBe('Nguyễn Văn Mẫu');
});

test.each([
  ['BỘ CÔNG THƯƠNG', ['BỘ CÔNG THƯƠNG']],
  ['ỦY BAN NHÂN DÂN TỈNH ĐẮK NÔNG', ['ỦY BAN NHÂN DÂN', 'TỈNH ĐẮK NÔNG']],
  ['CỤC THƯƠNG MẠI ĐIỆN TỬ VÀ KINH TẾ SỐ', ['CỤC THƯƠNG MẠI ĐIỆN TỬ', 'VÀ KINH TẾ SỐ']],
  ['HIỆP HỘI THƯƠNG MẠI ĐIỆN TỬ VIỆT NAM', ['HIỆP HỘI THƯƠNG MẠI', 'ĐIỆN TỬ VIỆT NAM']],
])('%s is broken as %j', (name, lines) => {
  expect(brokenName(name)).toEqual(lines);
});
