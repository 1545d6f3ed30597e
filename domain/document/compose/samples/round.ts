import type { z } from 'zod';
import type { CallLetterInput } from '../call-letter.ts';
import type { OpinionInput } from '../opinion.ts';
import type { ReceiptInput } from '../receipt.ts';
import type { ReminderInput } from '../reminder.ts';
import type { SupplementRequestInput } from '../supplement-request.ts';
import { longName, longWords } from './extreme.ts';
import { bare, committee, department, host, ministry } from './frames.ts';
import type { Samples } from './samples.ts';
import { amounts, binhDinh, groups, longHost, longTitle, vecom } from './schemes.ts';

const fileParts = [
  'Văn bản đề nghị hỗ trợ kinh phí của đơn vị chủ trì',
  'Thuyết minh đề án',
  'Dự toán chi tiết kinh phí thực hiện đề án',
  'Văn bản cam kết bố trí vốn đối ứng',
];

const callFrame = ministry({
  symbol: 'BCT-TMĐT',
  number: 214,
  date: '2022-01-17',
  authorityName: undefined,
  recipients: ['Như trên', 'Bộ trưởng (để báo cáo)', 'Cổng Thông tin điện tử Bộ Công Thương', 'Lưu: VT, TMĐT'],
  bases: [
    'Căn cứ Quyết định số 645/QĐ-TTg ngày 15 tháng 5 năm 2020 của Thủ tướng Chính phủ phê duyệt Kế hoạch tổng thể phát triển thương mại điện tử quốc gia giai đoạn 2021 - 2025',
  ],
});
const call: z.input<typeof CallLetterInput> = {
  frame: callFrame,
  addressees: [
    'Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương',
    'Hiệp hội Thương mại điện tử Việt Nam',
    'Các hiệp hội ngành hàng',
  ],
  year: 2022,
  closesOn: '2022-03-31',
  hosts: [
    'Cơ quan quản lý nhà nước về thương mại điện tử ở trung ương và địa phương',
    'Hiệp hội Thương mại điện tử Việt Nam',
    'Các hiệp hội ngành hàng',
  ],
  contents: [...groups],
  ceilings: [
    { source: 'Ngân sách trung ương', amount: 40_000_000_000 },
    { source: 'Vốn đối ứng của địa phương', amount: 15_000_000_000 },
  ],
  fileParts,
  submitTo:
    'Cục Thương mại điện tử và Kinh tế số (25 Ngô Quyền, phường Tràng Tiền, quận Hoàn Kiếm, thành phố Hà Nội) và trên hệ thống quản lý đề án',
};
export const callLetterSamples: Samples<typeof CallLetterInput> = {
  normal: call,
  short: {
    ...call,
    frame: bare(callFrame),
    addressees: ['Hiệp hội Thương mại điện tử Việt Nam'],
    hosts: call.hosts.slice(0, 1),
    contents: [groups[0]],
    ceilings: [],
    fileParts: ['Thuyết minh đề án'],
  },
  extreme: {
    ...call,
    addressees: Array.from({ length: 34 }, (_, index) => `Ủy ban nhân dân tỉnh, thành phố trực thuộc trung ương thứ ${index + 1}`),
    contents: Array.from({ length: 40 }, (_, index) => `${longTitle} (nội dung ${index + 1})`),
  },
};

const receiptFrame = department({
  symbol: 'GTN-TMĐT',
  number: 31,
  date: '2022-03-15',
  recipients: ['Đơn vị chủ trì', 'Lưu: VT, QLCT'],
  signer: { title: 'NGƯỜI TIẾP NHẬN', name: 'Trần Thị Bích Mẫu' },
});
const received: z.input<typeof ReceiptInput> = {
  frame: receiptFrame,
  fileCode: 'DA-2022-0012',
  scheme: binhDinh,
  submittedBy: 'Ngô Văn Mẫu - Giám đốc Sở Công Thương tỉnh Bình Định',
  receivedAt: '2022-03-15T02:05:00Z',
  parts: fileParts.map((name, index) => ({ name, copies: 1, note: index === 1 ? 'Bản điện tử, có chữ ký số' : '' })),
  answerBy: '2022-04-05',
};
export const receiptSamples: Samples<typeof ReceiptInput> = {
  normal: received,
  short: { ...received, frame: bare(receiptFrame), parts: [{ name: 'Thuyết minh đề án', copies: 1 }] },
  extreme: {
    ...received,
    scheme: { title: longTitle, host: longHost },
    submittedBy: longName,
    parts: Array.from({ length: 60 }, (_, index) => ({
      name: index === 3 ? `Tệp ${longWords[1]}` : `${longTitle} - Tập ${index + 1}`,
      copies: index + 1,
      note: index === 5 ? longWords[0] : 'Bản sao có chứng thực',
    })),
  },
};

const supplement: z.input<typeof SupplementRequestInput> = {
  frame: department(),
  fileCode: 'DA-2022-0012',
  scheme: binhDinh,
  requests: [
    {
      section: 'Mục tiêu và sản phẩm',
      request: 'bổ sung chỉ tiêu định lượng (số doanh nghiệp được hỗ trợ, số sản phẩm được truy xuất nguồn gốc)',
    },
    { section: 'Dự toán', request: 'thuyết minh căn cứ xác định đơn giá phần mềm truy xuất nguồn gốc; gửi kèm ít nhất 03 báo giá' },
    { section: 'Vốn đối ứng', request: 'bổ sung văn bản cam kết bố trí vốn đối ứng của Ủy ban nhân dân tỉnh' },
  ],
  supplementBy: '2022-04-29',
};
export const supplementRequestSamples: Samples<typeof SupplementRequestInput> = {
  normal: supplement,
  short: { ...supplement, frame: bare(department()), requests: supplement.requests.slice(2) },
  extreme: {
    ...supplement,
    scheme: { title: longTitle, host: longHost },
    requests: Array.from({ length: 45 }, (_, index) => ({
      section: `Phần ${index + 1} của thuyết minh`,
      request: index === 0 ? `nộp lại tệp ${longWords[1]} tại ${longWords[0]}` : longTitle,
    })),
  },
};

const forward: z.input<typeof OpinionInput> = {
  outcome: 'forward',
  frame: committee({
    symbol: 'TTr-UBND',
    number: 62,
    date: '2022-03-22',
    recipients: ['Như trên', 'CT, các PCT UBND tỉnh', 'Sở Công Thương, Sở Tài chính', 'Lưu: VT, K6'],
    // The department's proposal came only in October.
    bases: committee().bases?.slice(0, -1),
  }),
  addressee: 'Bộ Công Thương',
  scheme: binhDinh,
  aim: 'Hỗ trợ 10 doanh nghiệp trên địa bàn tỉnh áp dụng mã vạch, mã QR và công nghệ chuỗi khối để truy xuất nguồn gốc xuất xứ của sản phẩm, nâng cao lòng tin của người tiêu dùng và khả năng tiêu thụ sản phẩm trên các sàn thương mại điện tử',
  total: 500_000_000,
  amounts: amounts(350_000_000, 150_000_000),
  counterpart: { source: 'ngân sách địa phương', amount: 150_000_000 },
  findings: [
    'Đề án phù hợp với Kế hoạch phát triển thương mại điện tử tỉnh Bình Định giai đoạn 2021 - 2025 và nội dung của Chương trình',
    'Đơn vị chủ trì có đủ năng lực, kinh nghiệm tổ chức thực hiện',
    'Dự toán được lập theo chế độ, định mức hiện hành; không trùng lặp với nhiệm vụ khác đã được bố trí kinh phí',
  ],
};
export const opinionSamples: Samples<typeof OpinionInput> = {
  normal: forward,
  short: {
    outcome: 'reject',
    frame: bare(committee({ symbol: 'UBND-KT' })),
    scheme: binhDinh,
    reasons: ['Nội dung đề án trùng với nhiệm vụ đã được bố trí kinh phí năm 2022'],
  },
  extreme: {
    outcome: 'return',
    frame: committee({ symbol: 'UBND-KT', number: 1_204, recipients: ['Như trên', 'CT, các PCT UBND tỉnh', 'Lưu: VT, K6'] }),
    scheme: { title: longTitle, host: longHost },
    requests: Array.from({ length: 30 }, (_, index) => `${longTitle}, mục ${index + 1}`),
  },
};

const remind: z.input<typeof ReminderInput> = {
  frame: department({ number: 402, date: '2022-07-28' }),
  scheme: vecom,
  tasks: [
    { task: 'Báo cáo tiến độ thực hiện đề án tháng 6 năm 2022', dueOn: '2022-06-25' },
    { task: 'Báo cáo tiến độ thực hiện đề án tháng 7 năm 2022', dueOn: '2022-07-25' },
  ],
  respondBy: '2022-08-05',
};
export const reminderSamples: Samples<typeof ReminderInput> = {
  normal: remind,
  short: { ...remind, frame: bare(department()), tasks: remind.tasks.slice(0, 1) },
  extreme: {
    ...remind,
    frame: host({
      recipients: [
        'Như trên',
        ...Array.from({ length: 38 }, (_, index) => `Đơn vị phối hợp thứ ${index + 1} trên địa bàn tỉnh`),
        'Lưu: VT, QLTM',
      ],
    }),
    scheme: { title: longTitle, host: longHost },
    tasks: Array.from({ length: 36 }, (_, index) => ({ task: `${longTitle}, kỳ ${index + 1}`, dueOn: '2022-06-25' })),
  },
};
