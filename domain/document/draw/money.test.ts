import { describe, expect, test } from 'vitest';
import { draw } from '../draw.ts';
import { allocation, contract, contracted, million, ofScheme, only, scheme, schemeId, textOf } from './test-kit.ts';

test('a contract stands as the two sides agreed it, and begins the work', () => {
  const { agreedBy: _, ...terms } = contract;
  const fact = { type: 'contract-concluded', ...terms, amounts: allocation.amounts, actor: 'host-head.binh-dinh' };
  const drawn = only(draw('contract', ofScheme(contracted(), fact, { now: '2022-06-10T03:00:00.000Z' })));
  const text = textOf(drawn);
  for (const said of [
    '05/HĐ-TMĐT',
    'Lương Hữu Bình',
    'Nguyễn Văn Khải',
    '350.000.000 đồng',
    'phần mềm, giải pháp công nghệ: 70%',
    '150.000.000 đồng',
  ])
    expect(text).toContain(said);
  expect(text).toContain('Hôm nay, ngày 10 tháng 6 năm 2022');
  expect(text).toContain(
    'Căn cứ Quyết định số 21/QĐ-BCT ngày 01 tháng 6 năm 2022 của Bộ trưởng Bộ Công Thương phân bổ kinh phí thực hiện đề án.',
  );
  expect(drawn.content.signatures.map(({ field }) => field)).toEqual(['ChuKyA', 'ChuKyB']);
  expect(drawn.content.date).toBeUndefined();
  expect(drawn.whenIssued).toEqual([{ thing: schemeId, command: 'begin-implementation', input: {} }]);
});

describe('a payment request', () => {
  test('for an advance', () => {
    const fact = {
      type: 'advance-requested',
      no: 1,
      amountDong: 245 * million,
      purpose: 'Mua phần mềm',
      files: ['a'.repeat(64)],
      actor: 'host-head.binh-dinh',
    };
    const drawn = only(draw('payment-request', ofScheme(contracted(), fact)));
    expect(drawn.content).toMatchObject({ typeName: 'GIẤY ĐỀ NGHỊ TẠM ỨNG', issuer: { name: 'Sở Công Thương tỉnh Bình Định' } });
    expect(drawn.content.signatures[0]).toMatchObject({ title: 'GIÁM ĐỐC', name: 'Nguyễn Văn Khải' });
    expect(textOf(drawn)).toContain('245.000.000 đồng (Bằng chữ: Hai trăm bốn mươi lăm triệu đồng chẵn)');
    expect(drawn.recipients.map(({ organisationId }) => organisationId)).toEqual(['cuc-tmdt-kts']);
  });

  test('for work of which a part clears the advance', () => {
    const fact = {
      type: 'payment-requested',
      no: 2,
      amountDong: 250 * million,
      clearedAdvanceDong: 200 * million,
      purpose: 'Nghiệm thu đợt 1',
      files: [],
    };
    const drawn = only(draw('payment-request', ofScheme(contracted({ advancedDong: 245 * million }), fact)));
    expect(textOf(drawn)).toContain('Thu hồi tạm ứng kỳ này');
    expect(textOf(drawn)).toContain('còn được thanh toán 50.000.000 đồng');
  });
});

describe('the settlement', () => {
  const line = {
    lineNo: 1,
    item: 'Phần mềm truy xuất',
    plannedDong: 500 * million,
    spentDong: 500 * million,
    supportDong: 350 * million,
    vouchers: [],
  };
  const settled = contracted({
    advancedDong: 245 * million,
    paidDong: 105 * million,
    settlement: {
      ...scheme().settlement,
      lines: [{ ...line, allowedDong: 300 * million, disallowedDong: 50 * million, reason: 'Thiếu hóa đơn' }],
    },
  });
  const confirmed = {
    type: 'settlement-confirmed',
    allowedDong: 300 * million,
    disallowedDong: 50 * million,
    receivedDong: 350 * million,
    owesBackDong: 50 * million,
    owedToHostDong: 0,
    keptDong: 300 * million,
    note: '',
    actor: 'finance-head',
  };
  const given = ofScheme(settled, confirmed, { now: '2022-12-20T02:00:00.000Z' });

  test('is notified by the head of finance by order of the minister', () => {
    const drawn = only(draw('settlement-notice', given));
    expect(drawn.content.signatures[0]).toMatchObject({
      capacity: ['TL. BỘ TRƯỞNG'],
      title: 'VỤ TRƯỞNG VỤ KẾ HOẠCH - TÀI CHÍNH',
      name: 'Trịnh Xuân Hòa',
    });
    expect(textOf(drawn)).toContain('phải hoàn trả ngân sách nhà nước: 50.000.000 đồng');
    expect(textOf(drawn)).toContain('Thiếu hóa đơn');
  });

  test('what was paid too much is demanded back by a date', () => {
    const text = textOf(only(draw('recovery-notice', given)));
    expect(text).toContain('Số kinh phí phải hoàn trả: 50.000.000 đồng (Bằng chữ: Năm mươi triệu đồng chẵn)');
    expect(text).toContain('theo kết quả thẩm tra quyết toán kinh phí thực hiện Hợp đồng số 05/HĐ-TMĐT ngày 10 tháng 6 năm 2022');
    expect(text).toContain('trước ngày 04 tháng 01 năm 2023');
  });
});
