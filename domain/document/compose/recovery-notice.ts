import { z } from 'zod';
import { dong, positiveDong } from '../../money/dong.ts';
import { officialDate } from '../dates.ts';
import { Line } from '../table.ts';
import { composer } from './composer.ts';
import { officialDocument } from './document.ts';
import { Frame, Reference, SchemeName } from './frame.ts';
import { closed, dashed, numberAndDate, opening, paragraph, sum, sumInFull } from './wording.ts';

export const RecoveryNoticeInput = z.object({
  frame: Frame,
  scheme: SchemeName,
  /** The finding that the recovery rests on: settlement notice or termination decision. */
  finding: z.object({ kind: Line, reference: Reference }),
  /** All in đồng. */
  paid: dong,
  settled: dong,
  amount: positiveDong,
  reasons: z.array(Line).default([]),
  account: z.object({ holder: Line, number: Line, kept: Line }),
  payBy: z.iso.date(),
});
export type RecoveryNoticeInput = z.infer<typeof RecoveryNoticeInput>;

/** Notice that demands money back, with account and date. */
export const recoveryNotice = composer(RecoveryNoticeInput, ({ frame, scheme, ...owed }) =>
  officialDocument(frame, {
    type: 'recovery-notice',
    form: 'notice',
    typeName: 'THÔNG BÁO',
    abstract: `Về việc thu hồi kinh phí thực hiện đề án “${scheme.title}”`,
    addressees: [scheme.host],
    body: [
      paragraph(
        opening(
          frame,
          `theo ${owed.finding.kind} ${numberAndDate(owed.finding.reference)}, ${frame.issuerName} thông báo thu hồi kinh phí đã cấp để thực hiện đề án “${scheme.title}” như sau:`,
        ),
      ),
      {
        kind: 'list',
        points: [
          { mark: '1.', text: `Số kinh phí đã thanh toán: ${sum(owed.paid)}.`, points: [] },
          { mark: '2.', text: `Số kinh phí được quyết toán: ${sum(owed.settled)}.`, points: [] },
          { mark: '3.', text: `Số kinh phí phải hoàn trả: ${sumInFull(owed.amount)}.`, points: [] },
          ...(owed.reasons.length === 0 ? [] : [{ mark: '4.', text: 'Lý do thu hồi:', points: dashed(owed.reasons) }]),
        ],
      },
      paragraph(
        `${scheme.host} nộp số tiền trên vào tài khoản ${owed.account.number} của ${owed.account.holder}, tại ${owed.account.kept}, trước ${officialDate(owed.payBy)}; nội dung nộp ghi rõ tên đề án và số, ngày của Thông báo này.`,
      ),
      paragraph(closed(`Đề nghị ${scheme.host} thực hiện đúng thời hạn và gửi chứng từ nộp tiền về ${frame.issuerName}`)),
    ],
  }),
);
