import { describe, expect, test } from 'vitest';
import type { AdjustmentChange } from '../../scheme/adjustment-change.ts';
import type { Scheme } from '../../scheme/state.ts';
import { draw } from '../draw.ts';
import { contracted, million, ofScheme, only, scheme, schemeId, textOf } from './test-kit.ts';

describe('acceptance', () => {
  const scheme = contracted({
    acceptance: {
      complete: false,
      lastOn: '2022-11-20',
      reported: [{ output: 1, done: 28, evidence: ['a'.repeat(64), 'b'.repeat(64)] }],
      accepted: [{ output: 1, volume: 25, outcome: 'partial' }],
      records: [],
    },
  });
  const fact = {
    type: 'acceptance-recorded',
    outcome: 'partial',
    outputs: [{ output: 1, volume: 25, outcome: 'partial' }],
    committee: ['Phan Thị Minh Nguyệt, Chuyên viên chính', 'Vũ Đức Thịnh'],
    text: 'Ba doanh nghiệp chưa có báo cáo.',
    redoBy: null,
  };

  test('is minuted: planned and done, what is accepted, who was there', () => {
    const drawn = only(draw('acceptance-minutes', ofScheme(scheme, fact, { now: '2022-11-20T02:00:00.000Z' })));
    const text = textOf(drawn);
    for (const said of [
      'Nghiệm thu một phần 25 doanh nghiệp; 02 tài liệu',
      '28',
      'Thành phố Quy Nhơn',
      'Ba doanh nghiệp chưa có báo cáo.',
      'Nguyễn Văn Khải',
    ])
      expect(text).toContain(said);
    expect(drawn.content.signatures.map(({ name, title }) => [name, title])).toEqual([
      ['Nguyễn Văn Khải', 'GIÁM ĐỐC'],
      ['Phan Thị Minh Nguyệt', 'CHUYÊN VIÊN CHÍNH'],
    ]);
  });

  test('to be done again by a day', () => {
    const again = { ...fact, outcome: 'redo', outputs: [{ output: 2, volume: 0, outcome: 'redo' }], committee: [], redoBy: '2022-12-15' };
    const text = textOf(only(draw('acceptance-minutes', ofScheme(scheme, again))));
    expect(text).toContain('yêu cầu đơn vị chủ trì thực hiện lại, hoàn thiện các nội dung chưa đạt trước ngày 15 tháng 12 năm 2022');
    expect(text).toContain('Phan Thị Minh Nguyệt, Chuyên viên chính');
  });
});

test('a settlement table shows every line and lists every voucher', () => {
  const vouchers = [
    { number: 'HD-01', date: '2022-09-10', payee: 'Công ty Phần mềm', amountDong: 300 * million },
    { number: 'HD-02', date: '2022-10-11', payee: 'Công ty Phần mềm', amountDong: 190 * million },
  ];
  const lines = [
    { lineNo: 1, item: 'Phần mềm truy xuất', plannedDong: 500 * million, spentDong: 490 * million, supportDong: 343 * million, vouchers },
  ];
  const fact = {
    type: 'settlement-filed',
    lines,
    otherSources: [],
    spentDong: 490 * million,
    supportDong: 343 * million,
    dueOn: null,
    late: false,
  };
  const drawn = only(draw('settlement-table', ofScheme(contracted({ advancedDong: 245 * million, paidDong: 98 * million }), fact)));
  expect(textOf(drawn)).toContain('Số tiền đề nghị quyết toán: 490.000.000 đồng');
  expect(textOf(drawn)).toContain('343.000.000 đồng (Bằng chữ: Ba trăm bốn mươi ba triệu đồng chẵn)');
  expect(textOf(drawn)).toContain('HD-02');
  expect(drawn).toMatchObject({ issuerId: 'so-cong-thuong-binh-dinh' });
  expect(drawn.recipients.map(({ organisationId }) => organisationId)).toEqual(['cuc-tmdt-kts', 'vu-ke-hoach-tai-chinh']);
});

describe('an adjustment decision', () => {
  const asked = (changes: AdjustmentChange): Scheme =>
    contracted({
      adjustments: 1,
      adjustment: {
        no: 1,
        kind: changes.change,
        reason: 'Giá tăng',
        changes,
        decider: 'signer',
        toCouncil: false,
        appraised: false,
        conclusion: null,
        moreDong: 0,
        status: 'at-signer',
        askedOn: '2022-08-01',
        decision: null,
      },
    });
  const fact = { type: 'adjustment-sent-to-signer', no: 1, note: '' };
  const dearer = scheme().proposal.lines.map((line) => ({ ...line, unitPriceDong: 600 * million }));

  test.each<[AdjustmentChange, string[]]>([
    [{ change: 'place', place: 'Huyện Tây Sơn' }, ['Địa điểm thực hiện', 'Thành phố Quy Nhơn', 'Huyện Tây Sơn']],
    [{ change: 'more-money', lines: dearer }, ['Tổng kinh phí', '500.000.000 đồng', '600.000.000 đồng']],
    [{ change: 'stop', stopOn: '2022-09-30' }, ['Dừng thực hiện', '30/11/2022', '30/9/2022']],
    [
      {
        change: 'next-year',
        schedule: [{ name: 'Bàn giao', from: '2023-01-05', to: '2023-03-31' }],
        endsOn: '2023-03-31',
        carryDong: 50 * million,
      },
      ['Thời hạn hoàn thành', '31/3/2023', 'Kinh phí chuyển sang năm sau', '50.000.000 đồng'],
    ],
    [{ change: 'content' }, ['(không có)']],
  ])('shows before and after of %j', (changes, said) => {
    const text = textOf(only(draw('adjustment-decision', ofScheme(asked(changes), fact))));
    for (const sentence of said) expect(text).toContain(sentence);
    expect(text).toContain('Theo đề nghị của Cục trưởng Cục Thương mại điện tử và Kinh tế số.');
  });

  test('of a budget of 500 lines shows those alone that change', () => {
    const many = Array.from({ length: 500 }, (_, at) => ({ ...scheme().proposal.lines[0]!, item: `${'Nội dung chi '.repeat(35)}${at}` }));
    const changed = many.map((line, at) => (at === 7 ? { ...line, unitPriceDong: 1 } : line));
    const given = { ...asked({ change: 'reduction', lines: changed }), proposal: { ...scheme().proposal, lines: many } };
    const text = textOf(only(draw('adjustment-decision', ofScheme(given, fact))));
    expect(text).toContain(`${'Nội dung chi '.repeat(35)}7: 500.000.000 đồng`);
    expect(text).not.toContain('Nội dung chi 8:');
  });

  test('is adopted when issued and refused when returned', () => {
    const drawn = only(draw('adjustment-decision', ofScheme(asked({ change: 'place', place: 'Huyện Tây Sơn' }), fact)));
    expect(drawn.whenIssued).toEqual([{ thing: schemeId, command: 'adopt-adjustment', input: { accepted: true } }]);
    expect(drawn.whenReturned).toEqual([{ thing: schemeId, command: 'adopt-adjustment', input: { accepted: false } }]);
  });
});

test('a termination decision gives its grounds and ends the scheme when issued', () => {
  const title = { vi: 'Đơn vị chủ trì vi phạm quy định', en: 'Wrongdoing' };
  const fact = { type: 'termination-proposed', ground: 'wrongdoing', title, text: 'Sử dụng kinh phí sai mục đích' };
  const drawn = only(
    draw('termination-decision', ofScheme(contracted({ advancedDong: 245 * million }), fact, { now: '2022-09-01T02:00:00.000Z' })),
  );
  const text = textOf(drawn);
  for (const said of [
    'Đơn vị chủ trì vi phạm quy định;',
    'Sử dụng kinh phí sai mục đích.',
    '245.000.000 đồng',
    'trước ngày 16 tháng 9 năm 2022',
  ])
    expect(text).toContain(said);
  expect(drawn.whenIssued).toEqual([{ thing: schemeId, command: 'terminate', input: {} }]);
  expect(drawn.whenReturned).toEqual([{ thing: schemeId, command: 'return-termination', input: {} }]);
});

test('on the local route the people’s committee decides and the departments carry it out', () => {
  const fact = { type: 'termination-proposed', ground: 'x', title: { vi: 'Bất khả kháng', en: 'Force majeure' }, text: 'Bão lụt' };
  const drawn = only(draw('termination-decision', ofScheme(contracted({ route: 'local' }), fact, { route: 'local' })));
  expect(drawn).toMatchObject({ issuerId: 'ubnd-tinh-binh-dinh', provinceId: 'ubnd-tinh-binh-dinh', content: { symbol: 'QĐ-UBND' } });
  expect(textOf(drawn)).toContain('Giám đốc Sở Tài chính');
});
