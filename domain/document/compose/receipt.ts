import { z } from 'zod';
import { officialMoment, shortDate } from '../dates.ts';
import type { OfficialDocument } from '../model.ts';
import { Line } from '../table.ts';
import { composer } from './composer.ts';
import { officialDocument } from './document.ts';
import { Frame } from './frame.ts';
import { closed, paragraph } from './wording.ts';

export const ReceiptInput = z.object({
  frame: Frame,
  /** Code of the file in the register of the receiving unit. */
  fileCode: Line,
  scheme: z.object({ title: Line, host: Line }),
  /** Who handed the file in. */
  submittedBy: Line,
  receivedAt: z.iso.datetime(),
  /** Parts of the file as handed in. */
  parts: z.array(z.object({ name: Line, copies: z.int().positive(), note: z.string().default('') })).min(1),
  /** Day by which the host hears whether the file is complete. */
  answerBy: z.iso.date(),
});
export type ReceiptInput = z.infer<typeof ReceiptInput>;

/** Receipt for a scheme's file; says by when its completeness is checked. It is no finding on the content. */
export const receipt = composer(
  ReceiptInput,
  (input): OfficialDocument =>
    officialDocument(input.frame, {
      type: 'receipt',
      form: 'form',
      typeName: 'GIẤY TIẾP NHẬN HỒ SƠ',
      abstract: `Đề án thuộc ${input.frame.programme}`,
      body: [
        paragraph(`${input.frame.issuerName} đã tiếp nhận hồ sơ đề án với các thông tin sau:`),
        {
          kind: 'definitions',
          entries: [
            { term: 'Mã hồ sơ', text: input.fileCode },
            { term: 'Tên đề án', text: input.scheme.title },
            { term: 'Đơn vị chủ trì', text: input.scheme.host },
            { term: 'Người nộp hồ sơ', text: input.submittedBy },
            { term: 'Thời điểm tiếp nhận', text: officialMoment(input.receivedAt) },
          ],
        },
        paragraph('Thành phần hồ sơ đã nhận gồm:'),
        {
          kind: 'table',
          table: {
            head: [
              { title: 'STT', align: 'center', share: 8 },
              { title: 'Thành phần hồ sơ', align: 'left' },
              { title: 'Số lượng', align: 'center', share: 14 },
              { title: 'Ghi chú', align: 'left', share: 26 },
            ],
            rowHead: 1,
            rows: input.parts.map((part, index) => ({ kind: 'item', cells: [String(index + 1), part.name, part.copies, part.note] })),
          },
        },
        paragraph(
          closed(
            `${input.frame.issuerName} kiểm tra tính đầy đủ, hợp lệ của hồ sơ và thông báo kết quả cho đơn vị chủ trì trước ngày ${shortDate(input.answerBy)}. Giấy này xác nhận việc nộp hồ sơ, không thay cho kết quả thẩm định đề án`,
          ),
        ),
      ],
    }),
);
