import { expect, test } from 'vitest';
import { arranged, authorityBasis } from './arranged.ts';

const law = 'Căn cứ Luật Thương mại ngày 14 tháng 6 năm 2005';
const minutes = 'Căn cứ Biên bản họp Hội đồng thẩm định số 03/BB-HĐTĐ ngày 20 tháng 4 năm 2022';
const opinions = 'Căn cứ ý kiến góp ý của các bộ, ngành, địa phương';
const proposal = 'Theo đề nghị của Cục trưởng Cục Thương mại điện tử và Kinh tế số';

test.each([
  [
    [proposal, opinions, minutes],
    [law, minutes, opinions, proposal],
  ],
  [[minutes], [law, minutes]],
  [
    ['Xét đề nghị của Bộ trưởng Bộ Công Thương', minutes],
    [law, minutes, 'Xét đề nghị của Bộ trưởng Bộ Công Thương'],
  ],
  [[], [law]],
])('%j stand after the law', (others, printed) => {
  expect(arranged([law], others)).toEqual(printed);
});

test('who signs by a written authority cites it', () => {
  const instrument = { symbol: '31/GUQ-BCT', date: '2022-03-01' };
  expect(authorityBasis({ kinds: ['tuq'], instrument }, 'Bộ trưởng Bộ Công Thương')).toBe(
    'Căn cứ Giấy ủy quyền số 31/GUQ-BCT ngày 01 tháng 3 năm 2022 của Bộ trưởng Bộ Công Thương',
  );
  expect(authorityBasis({ kinds: ['kt'] }, 'Bộ trưởng Bộ Công Thương')).toBeNull();
});
