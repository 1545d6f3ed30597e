import { describe, expect, test } from 'vitest';
import { draw } from '../draw.ts';
import { ofScheme, only, roundId, scheme, schemeId, textOf } from './test-kit.ts';

describe('a receipt', () => {
  const given = ofScheme(scheme(), { type: 'submitted', version: 2, actor: 'host-head.binh-dinh' }, { now: '2022-03-15T02:10:00.000Z' });

  test('says what was handed in by whom, and by when the host hears', () => {
    const drawn = only(draw('receipt', given));
    expect(drawn).toMatchObject({ type: 'receipt', issuerId: 'cuc-tmdt-kts', drafter: 'host-head.binh-dinh', schemeId, roundId });
    expect(drawn.title).toBe('Giấy tiếp nhận hồ sơ: Hỗ trợ doanh nghiệp tỉnh Bình Định truy xuất nguồn gốc sản phẩm');
    expect(textOf(drawn)).toContain('Nguyễn Văn Khải');
    expect(textOf(drawn)).toContain('09 giờ 10 phút, ngày 15 tháng 3 năm 2022');
    expect(textOf(drawn)).toContain('trước ngày 05/4/2022');
    expect(textOf(drawn)).toContain('2022-3F9A12C0');
  });

  test('begins the intake when it is issued, and goes to the host', () => {
    const drawn = only(draw('receipt', given));
    expect(drawn.whenIssued).toEqual([{ thing: schemeId, command: 'begin-intake', input: {} }]);
    expect(drawn.recipients).toEqual([{ organisationId: 'so-cong-thuong-binh-dinh', name: 'Sở Công Thương tỉnh Bình Định' }]);
    expect(drawn.readers).toContain('org:so-cong-thuong-binh-dinh');
  });

  test('is the finance department’s on the local route', () => {
    const local = ofScheme(scheme({ route: 'local' }), { type: 'submitted', version: 2 }, { route: 'local' });
    expect(only(draw('receipt', local))).toMatchObject({ issuerId: 'so-tai-chinh-binh-dinh', content: { symbol: 'GTN-STC' } });
  });
});

describe('what the province says', () => {
  const content = {
    outcome: 'forward',
    counterpartDong: 150_000_000,
    text: 'Đề án phù hợp quy hoạch.\nĐơn vị chủ trì đủ năng lực.',
    sections: [],
  };

  test('after a merger it speaks under the name of the province that came of it', () => {
    const given = { type: 'opinion-forwarded', ...content, actor: 'province-head.binh-dinh' };
    const drawn = only(draw('opinion', ofScheme(scheme(), given, { now: '2025-07-15T02:00:00.000Z' })));
    expect(drawn).toMatchObject({ issuerId: 'ubnd-tinh-gia-lai', provinceId: 'ubnd-tinh-binh-dinh' });
    expect(drawn.content).toMatchObject({
      issuer: { lines: ['ỦY BAN NHÂN DÂN', 'TỈNH GIA LAI'] },
      place: 'Gia Lai',
      signatures: [{ name: 'Phạm Đình Quý' }],
    });
  });

  test('a scheme it forwards is laid before the ministry with the counterpart funds', () => {
    const drawn = only(draw('opinion', ofScheme(scheme(), { type: 'opinion-forwarded', ...content, actor: 'province-head.binh-dinh' })));
    expect(drawn).toMatchObject({ issuerId: 'ubnd-tinh-binh-dinh', provinceId: 'ubnd-tinh-binh-dinh', whenIssued: [] });
    expect(drawn.content).toMatchObject({ typeName: 'TỜ TRÌNH', symbol: 'TTr-UBND', addressees: ['Bộ Công Thương'] });
    expect(drawn.content.signatures[0]).toMatchObject({ capacity: ['TM. ỦY BAN NHÂN DÂN'], title: 'CHỦ TỊCH', name: 'Phạm Đình Quý' });
    expect(textOf(drawn)).toContain('cam kết bố trí vốn đối ứng từ nguồn Ngân sách địa phương: 150.000.000 đồng');
    expect(textOf(drawn)).toContain('Đơn vị chủ trì đủ năng lực.');
    expect(drawn.recipients.map(({ organisationId }) => organisationId)).toEqual([
      'bo-cong-thuong',
      'cuc-tmdt-kts',
      'so-cong-thuong-binh-dinh',
    ]);
  });

  test.each([
    [
      'opinion-returned',
      { ...content, outcome: 'return', text: 'Cần làm rõ đơn giá', sections: ['lines'] },
      'Dự toán kinh phí: Cần làm rõ đơn giá',
    ],
    ['opinion-rejected', { ...content, outcome: 'reject', text: 'Trùng với đề án khác' }, 'thông báo không trình đề án'],
  ])('%s is a letter to the host', (type, given, said) => {
    expect(textOf(only(draw('opinion', ofScheme(scheme(), { type, ...given }))))).toContain(said);
  });
});

test('a request for a supplement names the sections, the reason and the day', () => {
  const fact = {
    type: 'supplement-requested',
    sections: ['aims', 'lines'],
    reason: 'Mục tiêu chưa khớp với dự toán.',
    until: '2022-04-12',
    version: 2,
  };
  const drawn = only(draw('supplement-request', ofScheme(scheme(), fact)));
  expect(textOf(drawn)).toContain('Mục tiêu, Dự toán kinh phí: Mục tiêu chưa khớp với dự toán.');
  expect(textOf(drawn)).toContain('trước ngày 12 tháng 4 năm 2022');
  expect(drawn.content.signatures[0]).toMatchObject({ title: 'CỤC TRƯỞNG', name: 'Lương Hữu Bình' });
  expect(drawn.content.issuer).toEqual({
    parent: ['BỘ CÔNG THƯƠNG'],
    lines: ['CỤC THƯƠNG MẠI ĐIỆN TỬ', 'VÀ KINH TẾ SỐ'],
    name: 'Cục Thương mại điện tử và Kinh tế số',
  });
});
