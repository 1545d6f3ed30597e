import type { z } from 'zod';
import type { CouncilAppointmentInput } from '../council-appointment.ts';
import type { CountRecordInput } from '../count-record.ts';
import type { InvitationInput } from '../invitation.ts';
import type { MinutesInput } from '../minutes.ts';
import type { ScoreSheetInput } from '../score-sheet.ts';
import { longName } from './extreme.ts';
import { bare, department, ministry } from './frames.ts';
import type { Samples } from './samples.ts';
import { binhDinh, dakNong, longHost, longTitle, vecom } from './schemes.ts';

const councilName = 'Hội đồng thẩm định đề án thuộc Chương trình phát triển thương mại điện tử quốc gia năm 2022';
const ministryUnit = 'Bộ Công Thương';
const members = [
  { name: 'Đặng Hoàng Mẫu', position: 'Thứ trưởng', organisation: ministryUnit, role: 'chair' },
  { name: 'Lê Thị Minh Mẫu', position: 'Cục trưởng Cục Thương mại điện tử và Kinh tế số', organisation: ministryUnit, role: 'deputy' },
  { name: 'Phạm Quốc Mẫu', position: 'Phó Vụ trưởng Vụ Tài chính và Đổi mới doanh nghiệp', organisation: ministryUnit, role: 'reviewer' },
  {
    name: 'Vũ Thanh Mẫu',
    position: 'Phó Viện trưởng',
    organisation: 'Viện Nghiên cứu Chiến lược, Chính sách Công Thương',
    role: 'reviewer',
  },
  {
    name: 'Hoàng Anh Mẫu',
    position: 'Trưởng phòng Quản lý Chương trình',
    organisation: 'Cục Thương mại điện tử và Kinh tế số',
    role: 'secretary',
  },
  { name: 'Bùi Văn Mẫu', position: 'Chuyên viên chính', organisation: 'Bộ Kế hoạch và Đầu tư', role: 'member' },
  { name: 'Đỗ Thị Mẫu', position: 'Giảng viên', organisation: 'Trường Đại học Thương mại', role: 'member' },
] as const;
const membersOfSession = members.map(({ name, role, organisation }) => ({ name, role, organisation }));

const appointment: z.input<typeof CouncilAppointmentInput> = {
  frame: ministry({ number: 612, date: '2022-04-08', recipients: ['Như Điều 5', 'Bộ trưởng (để báo cáo)', 'Lưu: VT, TMĐT'] }),
  year: 2022,
  members: [...members],
  tasks: [
    'Thẩm định mục tiêu, nội dung, dự toán và tính khả thi của các đề án theo quy định',
    'Bỏ phiếu đánh giá, kết luận đối với từng đề án; lập biên bản phiên họp',
    'Làm việc theo chế độ tập thể; thành viên có lợi ích liên quan không tham gia thẩm định đề án đó',
  ],
  assistingUnit: 'Cục Thương mại điện tử và Kinh tế số',
  executors: ['Chánh Văn phòng Bộ', 'Cục trưởng Cục Thương mại điện tử và Kinh tế số'],
};
export const councilAppointmentSamples: Samples<typeof CouncilAppointmentInput> = {
  normal: appointment,
  short: { ...appointment, frame: bare(ministry()), members: members.slice(0, 1), tasks: appointment.tasks.slice(0, 1) },
  extreme: {
    ...appointment,
    members: Array.from({ length: 45 }, (_, index) => ({
      name: index % 5 === 0 ? longName : `Nguyễn Thị Phương Hoài Mẫu ${index + 1}`,
      position: longTitle,
      organisation: longHost,
      role: 'member' as const,
    })),
  },
};

const invited: z.input<typeof InvitationInput> = {
  frame: department({
    symbol: 'GM-TMĐT',
    number: 9,
    date: '2022-05-04',
    bases: [],
    recipients: ['Như trên', 'Lãnh đạo Cục', 'Lưu: VT, QLCT'],
  }),
  addressees: members.map(({ name }) => `Ông (bà) ${name}`),
  councilName,
  session: 1,
  startsAt: '2022-05-18T01:30:00Z',
  meetingPlace: 'Phòng họp 305, trụ sở Bộ Công Thương, 23 Ngô Quyền, thành phố Hà Nội',
  chair: 'Thứ trưởng Đặng Hoàng Mẫu - Chủ tịch Hội đồng',
  agenda: [binhDinh, dakNong, vecom],
  papersSentOn: '2022-05-04',
};
export const invitationSamples: Samples<typeof InvitationInput> = {
  normal: invited,
  short: { ...invited, frame: bare(invited.frame), addressees: ['Thành viên Hội đồng thẩm định'], agenda: [vecom] },
  extreme: { ...invited, agenda: Array.from({ length: 60 }, (_, index) => ({ title: `${longTitle} (${index + 1})`, host: longHost })) },
};

const sheet: z.input<typeof ScoreSheetInput> = {
  frame: department({ symbol: undefined, number: undefined, date: '2022-05-18', recipients: [], bases: [] }),
  councilName,
  session: 1,
  member: { name: 'Phạm Quốc Mẫu', role: 'reviewer', organisation: ministryUnit },
  scheme: binhDinh,
  criteria: [
    { name: 'Sự phù hợp với mục tiêu, nội dung của Chương trình', maximum: 15, score: 14, comment: 'Phù hợp' },
    {
      name: 'Sự cần thiết, hiệu quả và tính khả thi',
      maximum: 40,
      score: 34.5,
      comment: 'Chỉ tiêu rõ; cần làm rõ cách đo hiệu quả sau hỗ trợ',
    },
    { name: 'Năng lực của đơn vị chủ trì', maximum: 35, score: 30, comment: '' },
    { name: 'Tính hợp lý của dự toán', maximum: 10, score: 7, comment: 'Đơn giá phần mềm cao hơn mặt bằng' },
  ],
  verdict: 'conditional',
  conditions: ['Rà soát đơn giá phần mềm truy xuất nguồn gốc', 'Bổ sung phương pháp đo hiệu quả sau hỗ trợ'],
  comment: 'Đề án có cơ sở thực tiễn, đơn vị chủ trì đã triển khai thí điểm năm 2021',
};
export const scoreSheetSamples: Samples<typeof ScoreSheetInput> = {
  normal: sheet,
  short: { ...sheet, criteria: sheet.criteria.slice(0, 1), verdict: 'pass', conditions: [], comment: '' },
  extreme: {
    ...sheet,
    scheme: { title: longTitle, host: longHost },
    criteria: Array.from({ length: 30 }, (_, index) => ({
      name: `Tiêu chí ${index + 1}: ${longTitle}`,
      maximum: 3.25,
      score: 2.75,
      comment: longTitle,
    })),
  },
};

const count: z.input<typeof CountRecordInput> = {
  frame: department({ symbol: 'BBKP-HĐTĐ', number: 3, date: '2022-05-18', recipients: ['Lưu: hồ sơ Hội đồng'], bases: [] }),
  councilName,
  session: 1,
  countedAt: '2022-05-18T04:10:00Z',
  meetingPlace: 'trụ sở Bộ Công Thương, 23 Ngô Quyền, thành phố Hà Nội',
  scheme: binhDinh,
  members: 7,
  present: 7,
  ballotsIssued: 7,
  ballotsReturned: 7,
  invalid: 0,
  votes: { pass: 2, conditional: 4, fail: 1 },
  required: { votes: 5, rule: 'ít nhất 2/3 số thành viên có mặt' },
  conclusion: 'conditional',
  tellers: [
    { name: 'Vũ Thanh Mẫu', task: 'Trưởng ban kiểm phiếu' },
    { name: 'Bùi Văn Mẫu', task: 'Ủy viên' },
    { name: 'Đỗ Thị Mẫu', task: 'Ủy viên' },
  ],
};
export const countRecordSamples: Samples<typeof CountRecordInput> = {
  normal: count,
  short: {
    ...count,
    frame: bare(count.frame),
    ballotsReturned: 0,
    votes: { pass: 0, conditional: 0, fail: 0 },
    conclusion: 'adjourned',
    tellers: count.tellers.slice(0, 1),
  },
  extreme: {
    ...count,
    tellers: [
      { name: longName, task: 'Trưởng ban kiểm phiếu' },
      { name: longName, task: 'Ủy viên' },
      { name: longName, task: 'Ủy viên' },
    ],
    scheme: { title: longTitle, host: longHost },
    meetingPlace: longHost,
    required: { votes: 5, rule: longTitle },
  },
};

const held: z.input<typeof MinutesInput> = {
  frame: department({
    symbol: 'BB-HĐTĐ',
    number: 4,
    date: '2022-05-18',
    recipients: ['Bộ trưởng (để báo cáo)', 'Các thành viên Hội đồng', 'Lưu: VT, hồ sơ Hội đồng'],
    bases: [],
  }),
  councilName,
  session: 1,
  startsAt: '2022-05-18T01:30:00Z',
  endsAt: '2022-05-18T04:45:00Z',
  meetingPlace: 'Phòng họp 305, trụ sở Bộ Công Thương, 23 Ngô Quyền, thành phố Hà Nội',
  chair: { name: 'Đặng Hoàng Mẫu', role: 'Chủ tịch Hội đồng' },
  secretary: { name: 'Hoàng Anh Mẫu' },
  present: membersOfSession.slice(0, 6),
  absent: [{ name: 'Đỗ Thị Mẫu', reason: 'Đi công tác nước ngoài, đã gửi ý kiến bằng văn bản' }],
  quorum: 'Hội đồng có mặt 06/07 thành viên, gồm Chủ tịch, hai ủy viên phản biện và thư ký, đủ điều kiện họp theo quy định',
  items: [
    {
      ...binhDinh,
      barred: [],
      opinions: [
        { name: 'Phạm Quốc Mẫu', text: 'Đề án cần thiết; đề nghị rà soát đơn giá phần mềm' },
        { name: 'Đỗ Thị Mẫu', text: 'Nhất trí với mục tiêu; đề nghị bổ sung phương pháp đo hiệu quả', written: true },
      ],
      averageScore: 84.25,
      votes: { pass: 1, conditional: 4, fail: 1 },
      conclusion: 'conditional',
      conditions: ['Rà soát đơn giá phần mềm truy xuất nguồn gốc', 'Bổ sung phương pháp đo hiệu quả sau hỗ trợ'],
      dissent: [{ name: 'Bùi Văn Mẫu', text: 'Đề nghị không phê duyệt do chưa rõ tính bền vững sau khi hết hỗ trợ' }],
    },
    {
      ...vecom,
      barred: [{ name: 'Bùi Văn Mẫu', interest: 'Là thành viên ban tổ chức diễn đàn' }],
      opinions: [{ name: 'Vũ Thanh Mẫu', text: 'Diễn đàn có tác động lan tỏa, dự toán hợp lý' }],
      averageScore: 91,
      votes: { pass: 5, conditional: 0, fail: 0 },
      conclusion: 'recommended',
    },
  ],
};
export const minutesSamples: Samples<typeof MinutesInput> = {
  normal: held,
  short: { ...held, frame: bare(held.frame), absent: [], items: [{ ...vecom, conclusion: 'adjourned' }] },
  extreme: {
    ...held,
    items: Array.from({ length: 25 }, (_, index) => ({
      title: `${longTitle} (${index + 1})`,
      host: longHost,
      barred: [{ name: 'Bùi Văn Mẫu', interest: longTitle }],
      opinions: [{ name: 'Phạm Quốc Mẫu', text: longTitle }],
      averageScore: 66.66,
      votes: { pass: 3, conditional: 2, fail: 1 },
      conclusion: 'conditional' as const,
      conditions: [longTitle, longTitle],
      dissent: [{ name: 'Vũ Thanh Mẫu', text: longTitle }],
    })),
  },
};
