import { z } from 'zod';
import { dong, positiveDong } from '../../money/dong.ts';
import { Line } from '../table.ts';
import { composer } from './composer.ts';
import { officialDocument } from './document.ts';
import { Frame, Reference, SchemeName } from './frame.ts';
import { closed, numberAndDate, opening, paragraph, sentence, sumInFull } from './wording.ts';

export const PaymentRequestInput = z.object({
  frame: Frame,
  kind: z.enum(['advance', 'payment']),
  addressee: Line,
  scheme: SchemeName,
  contract: Reference,
  /** All in đồng. */
  contractValue: positiveDong,
  /** Advanced and not cleared yet. */
  advanced: dong,
  /** Paid so far, advances that were cleared included. */
  paid: dong,
  /** Of what is accepted, the part that clears advances (payment only). */
  cleared: dong.default(0),
  amount: positiveDong,
  purpose: Line,
  account: z.object({ holder: Line, number: Line, kept: Line }),
  /** Papers handed in with the request. */
  papers: z.array(Line).default([]),
});
export type PaymentRequestInput = z.infer<typeof PaymentRequestInput>;

/** A host's request for an advance (tạm ứng) or a payment (thanh toán) under its contract. */
export const paymentRequest = composer(PaymentRequestInput, ({ frame, scheme, ...request }) => {
  const verb = request.kind === 'advance' ? 'tạm ứng' : 'thanh toán';
  return officialDocument(frame, {
    type: 'payment-request',
    form: 'form',
    typeName: `GIẤY ĐỀ NGHỊ ${verb.toLocaleUpperCase('vi')}`,
    abstract: `Đề án thuộc ${frame.programme}`,
    addressees: [request.addressee],
    body: [
      paragraph(
        opening(
          frame,
          `${scheme.host} đề nghị ${verb} kinh phí thực hiện đề án “${scheme.title}” theo Hợp đồng ${numberAndDate(request.contract)} như sau:`,
        ),
      ),
      {
        kind: 'table',
        table: {
          unit: 'Đơn vị tính: đồng',
          head: [
            { title: 'STT', align: 'center', share: 8 },
            { title: 'Nội dung', align: 'left' },
            { title: 'Số tiền', align: 'right', share: 26 },
          ],
          rowHead: 1,
          rows: [
            { kind: 'item', cells: ['1', 'Giá trị hợp đồng', request.contractValue] },
            { kind: 'item', cells: ['2', 'Lũy kế đã thanh toán đến trước đề nghị này', request.paid] },
            { kind: 'item', cells: ['3', 'Số dư tạm ứng chưa thu hồi', request.advanced] },
            ...(request.kind === 'payment' ? [{ kind: 'item' as const, cells: ['4', 'Thu hồi tạm ứng kỳ này', request.cleared] }] : []),
            { kind: 'total', cells: [request.kind === 'payment' ? '5' : '4', `Số tiền đề nghị ${verb} kỳ này`, request.amount] },
          ],
        },
      },
      paragraph(`Số tiền đề nghị ${verb}: ${sumInFull(request.amount)}.`),
      paragraph(`Nội dung ${verb}: ${sentence(request.purpose)}`),
      {
        kind: 'definitions',
        entries: [
          { term: 'Tên đơn vị thụ hưởng', text: request.account.holder },
          { term: 'Số tài khoản', text: `${request.account.number}, tại ${request.account.kept}` },
          ...(request.papers.length === 0 ? [] : [{ term: 'Hồ sơ kèm theo', text: `${request.papers.join('; ')}.` }]),
        ],
      },
      paragraph(
        closed(
          `${scheme.host} cam kết sử dụng kinh phí đúng mục đích${request.kind === 'advance' ? ', hoàn ứng theo quy định' : ''} và chịu trách nhiệm về tính chính xác, hợp pháp của hồ sơ đề nghị`,
        ),
      ),
    ],
  });
});
