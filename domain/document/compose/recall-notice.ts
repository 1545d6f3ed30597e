import { z } from 'zod';
import { officialDate } from '../dates.ts';
import { Line } from '../table.ts';
import { composer } from './composer.ts';
import { About, aboutInFull } from './correction.ts';
import { officialDocument } from './document.ts';
import { Frame } from './frame.ts';
import { bare, closed, opening, paragraph, sentence } from './wording.ts';

export const RecallNoticeInput = z.object({
  frame: Frame,
  recalled: About,
  reason: Line,
  /** The day from which it holds no more. */
  recalledOn: z.iso.date(),
  /** By when receivers say that it is deleted. */
  confirmBy: z.iso.date(),
});
export type RecallNoticeInput = z.infer<typeof RecallNoticeInput>;

/** Notice that takes a document back (thu hồi; Decree 30/2020/NĐ-CP, Article 18): receivers delete it, send paper copies back and say so. */
export const recallNotice = composer(RecallNoticeInput, ({ frame, recalled, reason, recalledOn, confirmBy }) =>
  officialDocument(frame, {
    type: 'recall-notice',
    form: 'notice',
    typeName: 'THÔNG BÁO',
    abstract: `Về việc thu hồi ${recalled.kind} số ${recalled.number}`,
    body: [
      paragraph(opening(frame, `${frame.issuerName} thông báo thu hồi ${aboutInFull(recalled)}, kể từ ${officialDate(recalledOn)}.`)),
      paragraph(`Lý do thu hồi: ${sentence(bare(reason))}`),
      paragraph(
        `Đề nghị các cơ quan, tổ chức, cá nhân đã nhận văn bản nêu trên không sử dụng văn bản; hủy bỏ văn bản điện tử trên hệ thống, gửi lại bản giấy (nếu có) và xác nhận về ${frame.issuerName} trước ${officialDate(confirmBy)}.`,
      ),
      paragraph(closed(`${frame.issuerName} thông báo để các cơ quan, tổ chức, cá nhân biết và thực hiện`)),
    ],
  }),
);
