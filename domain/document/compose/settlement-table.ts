import { z } from 'zod';
import { dong, sumDong } from '../../money/dong.ts';
import { shortDate } from '../dates.ts';
import type { Annex } from '../model.ts';
import { type Column, type ColumnGroup, Line, type Row } from '../table.ts';
import { composer } from './composer.ts';
import { officialDocument } from './document.ts';
import { Frame, Reference, SchemeName } from './frame.ts';
import { roman } from './scheme-list.ts';
import { closed, numberAndDate, paragraph, sumInFull } from './wording.ts';

/** One line of the estimate: planned, spent, and what the review accepted (absent before the review), đồng. */
export const SettlementLine = z.object({
  group: Line.optional(),
  name: Line,
  planned: dong,
  spent: dong,
  accepted: dong.optional(),
  note: z.string().default(''),
});
export type SettlementLine = z.infer<typeof SettlementLine>;

/** A voucher of a line: number, date, who was paid, what for, đồng. */
export const Voucher = z.object({ number: Line, date: z.iso.date(), payee: Line, content: Line, amount: dong });
export type Voucher = z.infer<typeof Voucher>;

export const SettlementTableInput = z.object({
  frame: Frame,
  scheme: SchemeName,
  contract: Reference,
  lines: z.array(SettlementLine).min(1),
  /** Received for the scheme so far, đồng. */
  received: dong,
  vouchers: z.array(Voucher).default([]),
});
export type SettlementTableInput = z.infer<typeof SettlementTableInput>;

/** A host's settlement of a scheme: every line planned, spent and (after review) accepted; the vouchers stand in the annex. */
export const settlementTable = composer(SettlementTableInput, ({ frame, scheme, ...settled }) => {
  const reviewed = settled.lines.every(({ accepted }) => accepted !== undefined);
  const spent = sumDong(settled.lines.map((line) => line.spent));
  return officialDocument(frame, {
    type: 'settlement-table',
    form: 'form',
    typeName: 'BẢNG QUYẾT TOÁN KINH PHÍ',
    abstract: `Thực hiện đề án “${scheme.title}”`,
    body: [
      {
        kind: 'definitions',
        entries: [
          { term: 'Đơn vị chủ trì', text: scheme.host },
          { term: 'Hợp đồng', text: numberAndDate(settled.contract) },
          { term: 'Kinh phí đã nhận', text: sumInFull(settled.received) },
        ],
      },
      { kind: 'table', table: { unit: 'Đơn vị tính: đồng', head: head(reviewed), rowHead: 1, rows: rows(settled.lines, reviewed) } },
      paragraph(
        closed(
          `Số tiền đề nghị quyết toán: ${sumInFull(spent)}. ${scheme.host} chịu trách nhiệm về tính chính xác, hợp pháp của số liệu và chứng từ`,
        ),
      ),
    ],
    annexes: settled.vouchers.length === 0 ? [] : [voucherAnnex(settled.vouchers)],
  });
});

function head(reviewed: boolean): (Column | ColumnGroup)[] {
  return [
    { title: 'STT', align: 'center', share: 7 },
    { title: 'Nội dung chi', align: 'left' },
    { title: 'Dự toán được duyệt', align: 'right' },
    { title: 'Số đề nghị quyết toán', align: 'right' },
    ...(reviewed
      ? [
          { title: 'Số được chấp nhận', align: 'right' as const },
          { title: 'Số không chấp nhận', align: 'right' as const },
        ]
      : []),
    { title: 'Ghi chú', align: 'left' },
  ];
}

function sums(lines: readonly SettlementLine[], reviewed: boolean): number[] {
  const planned = sumDong(lines.map((line) => line.planned));
  const spent = sumDong(lines.map((line) => line.spent));
  const accepted = sumDong(lines.map((line) => line.accepted ?? 0));
  return reviewed ? [planned, spent, accepted, spent - accepted] : [planned, spent];
}

function rows(lines: readonly SettlementLine[], reviewed: boolean): Row[] {
  let number = 0;
  const groups = [...Map.groupBy(lines, ({ group }) => group)];
  const body = groups.flatMap(([group, members], index): Row[] => {
    const items = members.map((line): Row => {
      number += 1;
      return { kind: 'item', cells: [String(number), line.name, ...sums([line], reviewed), line.note] };
    });
    return group === undefined ? items : [{ kind: 'section', cells: [roman(index + 1), group, ...sums(members, reviewed), ''] }, ...items];
  });
  return [...body, { kind: 'total', cells: ['', 'Tổng cộng', ...sums(lines, reviewed), ''] }];
}

function voucherAnnex(vouchers: readonly Voucher[]): Annex {
  return {
    heading: 'Phụ lục',
    title: 'BẢNG KÊ CHỨNG TỪ',
    reference: '(Kèm theo Bảng quyết toán kinh phí)',
    orientation: 'landscape',
    blocks: [
      {
        kind: 'table',
        table: {
          unit: 'Đơn vị tính: đồng',
          head: [
            { title: 'STT', align: 'center', share: 6 },
            {
              title: 'Chứng từ',
              columns: [
                { title: 'Số', align: 'left', share: 13 },
                { title: 'Ngày', align: 'center', share: 10 },
              ],
            },
            { title: 'Đơn vị, cá nhân nhận tiền', align: 'left', share: 24 },
            { title: 'Nội dung', align: 'left' },
            { title: 'Số tiền', align: 'right' },
          ],
          rowHead: 1,
          rows: [
            ...vouchers.map(
              ({ number, date, payee, content, amount }, index): Row => ({
                kind: 'item',
                cells: [String(index + 1), number, shortDate(date), payee, content, amount],
              }),
            ),
            { kind: 'total', cells: ['', 'Tổng cộng', '', '', '', sumDong(vouchers.map(({ amount }) => amount))] },
          ],
        },
      },
    ],
  };
}
