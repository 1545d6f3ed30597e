import type { z } from 'zod';
import type { AdjustmentDecisionInput } from '../adjustment-decision.ts';
import type { AllocationDecisionInput } from '../allocation-decision.ts';
import type { ApprovalDecisionInput } from '../approval-decision.ts';
import type { LocalPlanDecisionInput } from '../local-plan-decision.ts';
import type { RefusalInput } from '../refusal.ts';
import type { SubmissionInput } from '../submission.ts';
import type { TerminationDecisionInput } from '../termination-decision.ts';
import { longName, twelveBases } from './extreme.ts';
import { bare, committee, department, ministry } from './frames.ts';
import type { Samples } from './samples.ts';
import { amounts, binhDinh, dakNong, longHost, longTitle, manySchemes, someSchemes, vecom } from './schemes.ts';

const overseer = 'Cục Thương mại điện tử và Kinh tế số';
const financeUnit = 'Vụ Tài chính và Đổi mới doanh nghiệp';
const executors = [
  'Chánh Văn phòng Bộ',
  'Cục trưởng Cục Thương mại điện tử và Kinh tế số',
  'Vụ trưởng Vụ Tài chính và Đổi mới doanh nghiệp',
];
const approval = { number: '1286/QĐ-BCT', date: '2022-06-24' };

const submitted: z.input<typeof SubmissionInput> = {
  frame: department({
    symbol: 'TTr-TMĐT',
    number: 57,
    date: '2022-06-10',
    recipients: ['Như trên', 'Vụ Tài chính và Đổi mới doanh nghiệp', 'Lưu: VT, QLCT'],
  }),
  addressee: 'Bộ trưởng Bộ Công Thương',
  year: 2022,
  files: { received: 14, eligible: 11, appraised: 11 },
  minutes: [{ number: '04/BB-HĐTĐ', date: '2022-05-18' }],
  schemes: someSchemes,
  waiting: [
    {
      title: 'Ngày mua sắm trực tuyến Tây Nguyên',
      host: 'Sở Công Thương tỉnh Đắk Nông',
      years: [2022],
      amounts: amounts(210_000_000, 90_000_000),
    },
  ],
  refused: [
    { title: 'Mua sắm thiết bị văn phòng', host: 'Hội doanh nghiệp trẻ', reason: 'Nội dung không thuộc phạm vi hỗ trợ của Chương trình' },
  ],
  ceilings: [{ source: 'Ngân sách trung ương', ceiling: 6_000_000_000 }],
};
export const submissionSamples: Samples<typeof SubmissionInput> = {
  normal: submitted,
  short: {
    ...submitted,
    frame: bare(submitted.frame),
    schemes: someSchemes.slice(0, 1),
    waiting: [],
    refused: [],
    minutes: [],
    ceilings: [],
  },
  extreme: { ...submitted, schemes: manySchemes, waiting: manySchemes.slice(0, 20) },
};

const approved: z.input<typeof ApprovalDecisionInput> = {
  frame: ministry({ number: 1286, date: approval.date }),
  year: 2022,
  schemes: someSchemes,
  overseer,
  financeUnit,
  executors,
};
export const approvalDecisionSamples: Samples<typeof ApprovalDecisionInput> = {
  normal: approved,
  short: {
    ...approved,
    frame: bare(ministry()),
    schemes: someSchemes.slice(0, 1).map((scheme) => ({ ...scheme, group: undefined })),
    executors: executors.slice(0, 1),
  },
  extreme: {
    ...approved,
    frame: ministry({
      number: 1286,
      date: approval.date,
      bases: twelveBases,
      signer: { capacity: ['KT. BỘ TRƯỞNG'], title: 'THỨ TRƯỞNG', name: longName },
    }),
    schemes: manySchemes,
  },
};

const refused: z.input<typeof RefusalInput> = {
  frame: ministry({ number: 1287, date: approval.date, recipients: ['Như Điều 3', 'Lưu: VT, TMĐT'] }),
  as: 'decision',
  year: 2022,
  schemes: [
    { ...dakNong, reasons: ['Kết quả thẩm định: 58/100 điểm, thấp hơn mức tối thiểu', 'Chưa có cam kết bố trí vốn đối ứng'] },
    {
      title: 'Mua sắm thiết bị văn phòng',
      host: 'Hội doanh nghiệp trẻ',
      reasons: ['Nội dung không thuộc phạm vi hỗ trợ của Chương trình'],
    },
  ],
  executors: executors.slice(0, 2),
};
export const refusalSamples: Samples<typeof RefusalInput> = {
  normal: refused,
  short: { ...refused, as: 'notice', frame: bare(department({ symbol: 'TB-TMĐT' })), schemes: refused.schemes.slice(1) },
  extreme: {
    ...refused,
    frame: ministry({ number: 1287, date: approval.date, recipients: ['Như Điều 4', 'Lưu: VT, TMĐT'] }),
    remedy: 'Trường hợp không đồng ý, đơn vị chủ trì có quyền khiếu nại theo quy định của pháp luật về khiếu nại.',
    schemes: Array.from({ length: 40 }, (_, index) => ({
      title: `${longTitle} (${index + 1})`,
      host: longHost,
      reasons: [longTitle, longTitle],
    })),
  },
};

const allocated: z.input<typeof AllocationDecisionInput> = {
  frame: ministry({ number: 2210, date: '2022-11-30' }),
  year: 2023,
  approval,
  allocations: [
    { ...binhDinh, approved: 500_000_000, allocated: amounts(350_000_000, 150_000_000) },
    { ...vecom, approved: 2_000_000_000, allocated: amounts(900_000_000, 0, 800_000_000), note: 'Giảm phần ngân sách trung ương' },
  ],
  overseer,
  financeUnit,
  executors,
};
export const allocationDecisionSamples: Samples<typeof AllocationDecisionInput> = {
  normal: allocated,
  short: { ...allocated, frame: bare(ministry()), allocations: allocated.allocations.slice(0, 1), executors: executors.slice(0, 1) },
  extreme: {
    ...allocated,
    allocations: manySchemes.map(({ title, host, amounts: parts }) => ({
      title,
      host,
      approved: 1_999_999_999,
      allocated: parts.slice(0, 4),
      note: 'Bố trí theo khả năng cân đối của ngân sách',
    })),
  },
};

const localPlan: z.input<typeof LocalPlanDecisionInput> = {
  frame: committee(),
  year: 2023,
  province: 'tỉnh Bình Định',
  schemes: [
    { ...binhDinh, years: [2023], amounts: [{ source: 'Ngân sách tỉnh', amount: 200_000_000 }] },
    {
      title: 'Duy trì phần mềm Bản đồ trực tuyến hệ thống phân phối hàng Việt trên địa bàn tỉnh',
      host: 'Sở Công Thương tỉnh Bình Định',
      years: [2023],
      amounts: [{ source: 'Ngân sách tỉnh', amount: 20_000_000 }],
    },
  ],
  department: 'Sở Công Thương',
  financeDepartment: 'Sở Tài chính',
  executors: ['Chánh Văn phòng Ủy ban nhân dân tỉnh', 'Giám đốc các Sở: Công Thương, Tài chính', 'Giám đốc Kho bạc Nhà nước Bình Định'],
};
export const localPlanDecisionSamples: Samples<typeof LocalPlanDecisionInput> = {
  normal: localPlan,
  short: { ...localPlan, frame: bare(committee()), schemes: localPlan.schemes.slice(1), executors: localPlan.executors.slice(0, 1) },
  extreme: { ...localPlan, schemes: manySchemes },
};

const adjusted: z.input<typeof AdjustmentDecisionInput> = {
  frame: ministry({ number: 1702, date: '2022-08-19', recipients: ['Như Điều 4', 'Lưu: VT, TMĐT'] }),
  scheme: binhDinh,
  approval,
  changes: [
    { content: 'Tổng kinh phí', before: '500.000.000 đồng', after: '560.000.000 đồng' },
    { content: 'Số doanh nghiệp được hỗ trợ', before: '10 doanh nghiệp', after: '12 doanh nghiệp' },
    { content: 'Thời gian thực hiện', before: 'Từ tháng 7 đến tháng 10 năm 2022', after: 'Từ tháng 7 đến tháng 12 năm 2022' },
  ],
  executors: executors.slice(0, 2),
};
export const adjustmentDecisionSamples: Samples<typeof AdjustmentDecisionInput> = {
  normal: adjusted,
  short: { ...adjusted, frame: bare(ministry()), changes: adjusted.changes.slice(0, 1) },
  extreme: {
    ...adjusted,
    scheme: { title: longTitle, host: longHost },
    changes: Array.from({ length: 25 }, (_, index) => ({
      content: `Nội dung ${index + 1}`,
      before: longTitle,
      after: `${longTitle} ${longTitle}`,
    })),
  },
};

const ended: z.input<typeof TerminationDecisionInput> = {
  frame: ministry({ number: 1950, date: '2022-10-03' }),
  scheme: dakNong,
  approval,
  grounds: ['Đơn vị chủ trì không bố trí được vốn đối ứng theo cam kết', 'Đơn vị chủ trì có văn bản đề nghị dừng thực hiện đề án'],
  effectiveOn: '2022-10-10',
  settleBy: '2022-10-31',
  paid: 180_000_000,
  overseer,
  executors: executors.slice(0, 2),
};
export const terminationDecisionSamples: Samples<typeof TerminationDecisionInput> = {
  normal: ended,
  short: { ...ended, frame: bare(ministry()), grounds: ended.grounds.slice(0, 1), paid: 0 },
  extreme: {
    ...ended,
    scheme: { title: longTitle, host: longHost },
    grounds: Array.from({ length: 30 }, () => longTitle),
    paid: 2 ** 53 - 1,
  },
};
