import type { z } from 'zod';
import type { AcceptanceMinutesInput } from '../acceptance-minutes.ts';
import type { ContractInput } from '../contract.ts';
import type { PaymentRequestInput } from '../payment-request.ts';
import type { RecoveryNoticeInput } from '../recovery-notice.ts';
import type { SettlementNoticeInput } from '../settlement-notice.ts';
import type { SettlementTableInput } from '../settlement-table.ts';
import { bare, department, host } from './frames.ts';
import type { Samples } from './samples.ts';
import { amounts, binhDinh, longHost, longTitle } from './schemes.ts';

const contractReference = { number: '18/2022/HĐ-TMĐT', date: '2022-07-15' };

const agreed: z.input<typeof ContractInput> = {
  frame: department({
    symbol: '2022/HĐ-TMĐT',
    number: 18,
    date: contractReference.date,
    recipients: [],
    bases: [
      'Căn cứ Bộ luật Dân sự ngày 24 tháng 11 năm 2015',
      'Căn cứ Quyết định số 1286/QĐ-BCT ngày 24 tháng 6 năm 2022 của Bộ trưởng Bộ Công Thương phê duyệt danh mục đề án năm 2022',
      'Căn cứ nhu cầu và năng lực của hai bên',
    ],
  }),
  schemeTitle: binhDinh.title,
  approval: { number: '1286/QĐ-BCT', date: '2022-06-24' },
  agency: {
    name: 'Cục Thương mại điện tử và Kinh tế số',
    address: '25 Ngô Quyền, phường Tràng Tiền, quận Hoàn Kiếm, thành phố Hà Nội',
    phone: '024 0000 0000',
    account: '0000.0.0000000 tại Kho bạc Nhà nước Mẫu',
    representative: 'Lê Thị Minh Mẫu',
    position: 'Cục trưởng',
  },
  host: {
    name: 'Sở Công Thương tỉnh Bình Định',
    address: '59 Lê Hồng Phong, thành phố Quy Nhơn, tỉnh Bình Định',
    taxCode: '0000000000',
    account: '0000.0.0000001 tại Kho bạc Nhà nước Mẫu',
    representative: 'Ngô Văn Mẫu',
    position: 'Giám đốc',
    authority: 'Quyết định số 77/QĐ-SCT ngày 04 tháng 01 năm 2022',
  },
  amounts: amounts(350_000_000, 150_000_000),
  value: 350_000_000,
  startsOn: '2022-07-15',
  endsOn: '2022-12-15',
  milestones: [
    { content: 'Khảo sát, lựa chọn doanh nghiệp', result: 'Danh sách 10 doanh nghiệp', dueOn: '2022-08-31' },
    { content: 'Triển khai giải pháp truy xuất nguồn gốc', result: '10 doanh nghiệp áp dụng giải pháp', dueOn: '2022-11-30' },
    { content: 'Tổng kết, đánh giá', result: 'Báo cáo kết quả thực hiện', dueOn: '2022-12-15' },
  ],
  paymentTerms: [
    'Bên A tạm ứng cho Bên B không quá 30% giá trị hợp đồng sau khi hợp đồng có hiệu lực',
    'Bên A thanh toán theo khối lượng được nghiệm thu, sau khi thu hồi tạm ứng',
    'Bên B lập hồ sơ quyết toán trong thời hạn 15 ngày kể từ ngày nghiệm thu lần cuối',
  ],
};
export const contractSamples: Samples<typeof ContractInput> = {
  normal: agreed,
  short: { ...agreed, frame: bare(agreed.frame), milestones: agreed.milestones.slice(0, 1), paymentTerms: agreed.paymentTerms.slice(0, 1) },
  extreme: {
    ...agreed,
    schemeTitle: longTitle,
    host: { ...agreed.host, name: longHost, position: 'Giám đốc Trung tâm kiêm Trưởng Văn phòng đại diện' },
    milestones: Array.from({ length: 40 }, (_, index) => ({
      content: `${longTitle} (${index + 1})`,
      result: longTitle,
      dueOn: '2022-12-15',
    })),
  },
};

const asked: z.input<typeof PaymentRequestInput> = {
  frame: host({ symbol: 'ĐN-SCT', number: 7 }),
  kind: 'payment',
  addressee: 'Cục Thương mại điện tử và Kinh tế số',
  scheme: binhDinh,
  contract: contractReference,
  contractValue: 350_000_000,
  advanced: 105_000_000,
  paid: 105_000_000,
  cleared: 105_000_000,
  amount: 175_000_000,
  purpose: 'Thanh toán khối lượng hoàn thành đợt 1 theo Biên bản nghiệm thu ngày 30 tháng 11 năm 2022',
  account: { holder: 'Sở Công Thương tỉnh Bình Định', number: '0000.0.0000001', kept: 'Kho bạc Nhà nước Mẫu' },
  papers: ['Hợp đồng', 'Biên bản nghiệm thu', 'Bảng xác định giá trị khối lượng hoàn thành'],
};
export const paymentRequestSamples: Samples<typeof PaymentRequestInput> = {
  normal: asked,
  short: {
    ...asked,
    frame: bare(asked.frame),
    kind: 'advance',
    advanced: 0,
    paid: 0,
    amount: 105_000_000,
    purpose: 'Tạm ứng 30% giá trị hợp đồng',
    papers: [],
  },
  extreme: {
    ...asked,
    scheme: { title: longTitle, host: longHost },
    contractValue: 2 ** 53 - 1,
    amount: 2 ** 53 - 1,
    purpose: longTitle,
    papers: Array.from({ length: 40 }, () => longTitle),
  },
};

const accepted: z.input<typeof AcceptanceMinutesInput> = {
  frame: department({
    symbol: 'BBNT-TMĐT',
    number: 21,
    date: '2022-11-30',
    recipients: ['Các bên tham gia nghiệm thu', 'Lưu: VT, QLCT'],
    bases: [],
  }),
  scheme: binhDinh,
  contract: contractReference,
  acceptedAt: '2022-11-30T02:00:00Z',
  meetingPlace: 'Sở Công Thương tỉnh Bình Định, 59 Lê Hồng Phong, thành phố Quy Nhơn',
  committee: [
    { name: 'Hoàng Anh Mẫu', position: 'Trưởng phòng Quản lý Chương trình' },
    { name: 'Trần Thị Bích Mẫu', position: 'Chuyên viên' },
  ],
  representatives: [{ name: 'Ngô Văn Mẫu', position: 'Giám đốc' }],
  volumes: [
    {
      item: 'Doanh nghiệp áp dụng giải pháp truy xuất nguồn gốc',
      unit: 'doanh nghiệp',
      planned: 10,
      done: 9,
      evidence: 'Biên bản bàn giao của từng doanh nghiệp',
    },
    { item: 'Sản phẩm được gắn mã truy xuất', unit: 'sản phẩm', planned: 1200, done: 1350.5, evidence: 'Dữ liệu trên hệ thống' },
  ],
  remarks: ['Tiến độ thực hiện đúng hợp đồng', 'Một doanh nghiệp rút khỏi danh sách hỗ trợ'],
  outcome: 'partial',
};
export const acceptanceMinutesSamples: Samples<typeof AcceptanceMinutesInput> = {
  normal: accepted,
  short: {
    ...accepted,
    frame: bare(accepted.frame),
    remarks: [],
    volumes: accepted.volumes.slice(0, 1),
    outcome: 'redo',
    redoBy: '2022-12-20',
  },
  extreme: {
    ...accepted,
    scheme: { title: longTitle, host: longHost },
    volumes: Array.from({ length: 60 }, (_, index) => ({
      item: `${longTitle} (${index + 1})`,
      unit: 'lượt doanh nghiệp',
      planned: 123_456.789,
      done: 98_765.4,
      evidence: longTitle,
    })),
  },
};

const settled: z.input<typeof SettlementTableInput> = {
  frame: host({ symbol: 'BQT-SCT', number: 2, date: '2022-12-26' }),
  scheme: binhDinh,
  contract: contractReference,
  received: 280_000_000,
  lines: [
    {
      group: 'Ngân sách trung ương',
      name: 'Phần mềm truy xuất nguồn gốc',
      planned: 250_000_000,
      spent: 245_000_000,
      accepted: 240_000_000,
      note: 'Xuất toán 5.000.000',
    },
    { group: 'Ngân sách trung ương', name: 'Tập huấn sử dụng', planned: 100_000_000, spent: 98_500_000, accepted: 98_500_000 },
    { group: 'Ngân sách địa phương', name: 'Tem, nhãn truy xuất', planned: 150_000_000, spent: 150_000_000, accepted: 150_000_000 },
  ],
  vouchers: [
    {
      number: 'HĐ 0000123',
      date: '2022-10-12',
      payee: 'Công ty TNHH Giải pháp Mẫu',
      content: 'Phần mềm truy xuất nguồn gốc',
      amount: 245_000_000,
    },
    { number: 'PC 45', date: '2022-11-02', payee: 'Khách sạn Mẫu', content: 'Thuê hội trường tập huấn', amount: 98_500_000 },
    { number: 'HĐ 0000456', date: '2022-09-20', payee: 'Công ty In Mẫu', content: 'Tem, nhãn truy xuất', amount: 150_000_000 },
  ],
};
export const settlementTableSamples: Samples<typeof SettlementTableInput> = {
  normal: settled,
  short: {
    ...settled,
    frame: bare(settled.frame),
    lines: [{ name: 'Phần mềm truy xuất nguồn gốc', planned: 250_000_000, spent: 245_000_000 }],
    vouchers: [],
  },
  extreme: {
    ...settled,
    scheme: { title: longTitle, host: longHost },
    lines: Array.from({ length: 90 }, (_, index) => ({
      group: `Nguồn kinh phí ${Math.floor(index / 20) + 1}`,
      name: `${longTitle} (${index + 1})`,
      planned: 9_876_543_210,
      spent: 9_876_543_209,
      accepted: 9_876_543_208,
    })),
    vouchers: Array.from({ length: 150 }, (_, index) => ({
      number: `HĐ 00${index}`,
      date: '2022-11-02',
      payee: longHost,
      content: longTitle,
      amount: 98_765_432_108,
    })),
  },
};

const noticed: z.input<typeof SettlementNoticeInput> = {
  frame: department({
    symbol: 'TB-TMĐT',
    number: 44,
    date: '2023-01-12',
    recipients: ['Sở Công Thương tỉnh Bình Định', 'Kho bạc Nhà nước Mẫu', 'Lưu: VT, QLCT'],
  }),
  scheme: binhDinh,
  contract: contractReference,
  planned: 350_000_000,
  spent: 343_500_000,
  accepted: 338_500_000,
  paid: 280_000_000,
  disallowed: [{ item: 'Phần mềm truy xuất nguồn gốc', amount: 5_000_000, reason: 'Vượt đơn giá được phê duyệt' }],
  complyBy: '2023-01-30',
};
export const settlementNoticeSamples: Samples<typeof SettlementNoticeInput> = {
  normal: noticed,
  short: { ...noticed, frame: bare(noticed.frame), accepted: 280_000_000, disallowed: [] },
  extreme: {
    ...noticed,
    scheme: { title: longTitle, host: longHost },
    paid: 343_500_000,
    disallowed: Array.from({ length: 60 }, (_, index) => ({
      item: `${longTitle} (${index + 1})`,
      amount: 98_765_432_109,
      reason: longTitle,
    })),
  },
};

const recovered: z.input<typeof RecoveryNoticeInput> = {
  frame: department({
    symbol: 'TB-TMĐT',
    number: 45,
    date: '2023-02-03',
    recipients: ['Như trên', 'Kho bạc Nhà nước Mẫu', 'Lưu: VT, QLCT'],
  }),
  scheme: binhDinh,
  finding: { kind: 'Thông báo kết quả thẩm tra quyết toán', reference: { number: '44/TB-TMĐT', date: '2023-01-12' } },
  paid: 343_500_000,
  settled: 338_500_000,
  amount: 5_000_000,
  reasons: ['Chi vượt đơn giá được phê duyệt đối với phần mềm truy xuất nguồn gốc'],
  account: { holder: 'Cục Thương mại điện tử và Kinh tế số', number: '0000.0.0000000', kept: 'Kho bạc Nhà nước Mẫu' },
  payBy: '2023-02-15',
};
export const recoveryNoticeSamples: Samples<typeof RecoveryNoticeInput> = {
  normal: recovered,
  short: { ...recovered, frame: bare(recovered.frame), reasons: [] },
  extreme: {
    ...recovered,
    scheme: { title: longTitle, host: longHost },
    amount: 2 ** 53 - 1,
    reasons: Array.from({ length: 40 }, () => longTitle),
  },
};
