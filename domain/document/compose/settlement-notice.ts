import { z } from 'zod';
import { dong, sumDong } from '../../money/dong.ts';
import type { Block } from '../block.ts';
import { officialDate } from '../dates.ts';
import { Line } from '../table.ts';
import { composer } from './composer.ts';
import { officialDocument } from './document.ts';
import { Frame, Reference, SchemeName } from './frame.ts';
import { closed, numberAndDate, opening, paragraph, sum, sumInFull } from './wording.ts';

export const SettlementNoticeInput = z.object({
  frame: Frame,
  scheme: SchemeName,
  contract: Reference,
  /** All in đồng. */
  planned: dong,
  spent: dong,
  accepted: dong,
  paid: dong,
  disallowed: z.array(z.object({ item: Line, amount: dong, reason: Line })).default([]),
  /** Day by which the host complies. */
  complyBy: z.iso.date(),
});
export type SettlementNoticeInput = z.infer<typeof SettlementNoticeInput>;

/** Notice of what the review of a settlement found: accepted, disallowed with reasons, and what remains to be paid or repaid. */
export const settlementNotice = composer(SettlementNoticeInput, ({ frame, scheme, ...found }) =>
  officialDocument(frame, {
    type: 'settlement-notice',
    form: 'notice',
    typeName: 'THÔNG BÁO',
    abstract: `Kết quả thẩm tra quyết toán kinh phí thực hiện đề án “${scheme.title}”`,
    body: [
      paragraph(
        opening(
          frame,
          `${frame.issuerName} thông báo kết quả thẩm tra quyết toán kinh phí thực hiện đề án “${scheme.title}” do ${scheme.host} chủ trì (Hợp đồng ${numberAndDate(found.contract)}) như sau:`,
        ),
      ),
      {
        kind: 'table',
        table: {
          unit: 'Đơn vị tính: đồng',
          head: [
            { title: 'STT', align: 'center', share: 8 },
            { title: 'Chỉ tiêu', align: 'left' },
            { title: 'Số tiền', align: 'right', share: 26 },
          ],
          rowHead: 1,
          rows: [
            { kind: 'item', cells: ['1', 'Dự toán được duyệt', found.planned] },
            { kind: 'item', cells: ['2', 'Số đề nghị quyết toán', found.spent] },
            { kind: 'item', cells: ['3', 'Số được chấp nhận quyết toán', found.accepted] },
            { kind: 'item', cells: ['4', 'Số không chấp nhận quyết toán', found.spent - found.accepted] },
            { kind: 'item', cells: ['5', 'Số đã thanh toán', found.paid] },
            {
              kind: 'total',
              cells: [
                '6',
                found.paid > found.accepted ? 'Số phải hoàn trả' : 'Số còn được thanh toán',
                Math.abs(found.accepted - found.paid),
              ],
            },
          ],
        },
      },
      ...disallowedBlocks(found.disallowed),
      paragraph(remainder(found.paid, found.accepted)),
      paragraph(
        closed(`Đề nghị ${scheme.host} thực hiện các nội dung trên trước ${officialDate(found.complyBy)} và báo cáo ${frame.issuerName}`),
      ),
    ],
  }),
);

function disallowedBlocks(disallowed: SettlementNoticeInput['disallowed']): Block[] {
  if (disallowed.length === 0) return [];
  return [
    paragraph('Các khoản không chấp nhận quyết toán:'),
    {
      kind: 'table',
      table: {
        unit: 'Đơn vị tính: đồng',
        head: [
          { title: 'STT', align: 'center', share: 8 },
          { title: 'Khoản chi', align: 'left' },
          { title: 'Số tiền', align: 'right', share: 20 },
          { title: 'Lý do', align: 'left', share: 36 },
        ],
        rowHead: 1,
        rows: [
          ...disallowed.map(({ item, amount, reason }, index) => ({
            kind: 'item' as const,
            cells: [String(index + 1), item, amount, reason],
          })),
          { kind: 'total', cells: ['', 'Tổng cộng', sumDong(disallowed.map(({ amount }) => amount)), ''] },
        ],
      },
    },
  ];
}

function remainder(paid: number, accepted: number): string {
  if (paid > accepted)
    return `Số kinh phí đã thanh toán vượt số được chấp nhận quyết toán phải hoàn trả ngân sách nhà nước: ${sumInFull(paid - accepted)}.`;
  if (paid < accepted) return `Số kinh phí còn được thanh toán: ${sum(accepted - paid)}, thanh toán theo quy định.`;
  return 'Số kinh phí đã thanh toán bằng số được chấp nhận quyết toán.';
}
