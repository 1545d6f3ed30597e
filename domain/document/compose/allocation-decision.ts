import { z } from 'zod';
import { dong, sumDong } from '../../money/dong.ts';
import { amountInWords } from '../../money/in-words.ts';
import type { Annex } from '../model.ts';
import { Line, type Row } from '../table.ts';
import { composer } from './composer.ts';
import { counted } from './council.ts';
import { annexReference, articles, officialDocument } from './document.ts';
import { execution, inForceOnSigning } from './execution.ts';
import { Frame, Reference, Year } from './frame.ts';
import { SourceAmount } from './scheme-list.ts';
import { lettered, numberAndDate, numbered, sum, sumInFull } from './wording.ts';

/** What one scheme was approved with and what it now gets, đồng. */
export const Allocation = z.object({
  title: Line,
  host: Line,
  approved: dong,
  allocated: z.array(SourceAmount).min(1),
  note: z.string().default(''),
});
export type Allocation = z.infer<typeof Allocation>;

export const AllocationDecisionInput = z.object({
  frame: Frame,
  /** Budget year. */
  year: Year,
  /** The decision that approved the schemes. */
  approval: Reference,
  allocations: z.array(Allocation).min(1),
  overseer: Line,
  financeUnit: Line,
  executors: z.array(Line).min(1),
});
export type AllocationDecisionInput = z.infer<typeof AllocationDecisionInput>;

/** Decision that shares the year's money out among approved schemes; a sum below the approved one is said in the annex. */
export const allocationDecision = composer(AllocationDecisionInput, ({ frame, year, allocations, ...given }) => {
  const object = `kinh phí thực hiện các đề án thuộc ${frame.programme} năm ${year}`;
  const bySource = sourceTotals(allocations);
  const approval = `Quyết định ${numberAndDate(given.approval)}`;
  return officialDocument(frame, {
    type: 'allocation-decision',
    form: 'decision',
    typeName: 'QUYẾT ĐỊNH',
    abstract: `Về việc phân bổ ${object}`,
    withBases: true,
    body: articles([
      {
        text: `Phân bổ ${object} cho ${counted(allocations.length, 'đề án')} đã được phê duyệt tại ${approval}, tổng số tiền: ${sumInFull(sumDong(bySource.map(({ amount }) => amount)))}, trong đó:`,
        points: lettered(bySource.map(({ source, amount }) => `${source}: ${sum(amount)}`)),
      },
      {
        text: 'Đơn vị chủ trì đề án có trách nhiệm:',
        points: numbered([
          'Quản lý, sử dụng kinh phí được phân bổ đúng mục đích, đúng chế độ; thanh toán, quyết toán theo quy định của pháp luật về ngân sách nhà nước',
          'Trường hợp kinh phí được phân bổ thấp hơn kinh phí được phê duyệt, điều chỉnh nội dung, dự toán đề án cho phù hợp trước khi ký hợp đồng',
        ]),
      },
      {
        text: `Giao ${given.overseer} chủ trì, phối hợp với ${given.financeUnit} hướng dẫn, kiểm tra việc sử dụng kinh phí theo quy định.`,
        points: [],
      },
      inForceOnSigning,
      execution(given.executors, 'Thủ trưởng các đơn vị có tên trong Phụ lục và các tổ chức, cá nhân có liên quan'),
    ]),
    annexes: [allocationAnnex(allocations, `Phân bổ ${object}`, annexReference(frame, 'Quyết định'))],
  });
});

function sourceTotals(allocations: readonly Allocation[]): SourceAmount[] {
  const sources = [...new Set(allocations.flatMap(({ allocated }) => allocated.map(({ source }) => source)))];
  return sources.map((source) => ({ source, amount: sumDong(allocations.map((allocation) => from(allocation, source))) }));
}

function from({ allocated }: Allocation, source: string): number {
  return sumDong(allocated.filter((part) => part.source === source).map(({ amount }) => amount));
}

function allocationAnnex(allocations: readonly Allocation[], title: string, reference: string): Annex {
  const bySource = sourceTotals(allocations);
  const total = sumDong(bySource.map(({ amount }) => amount));
  const rows = allocations.map((allocation, index): Row => {
    const parts = bySource.map(({ source }) => from(allocation, source));
    return {
      kind: 'item',
      cells: [String(index + 1), allocation.title, allocation.host, allocation.approved, sumDong(parts), ...parts, allocation.note],
    };
  });
  const approved = sumDong(allocations.map((allocation) => allocation.approved));
  return {
    heading: 'Phụ lục',
    title: title.toLocaleUpperCase('vi'),
    reference,
    orientation: 'landscape',
    blocks: [
      {
        kind: 'table',
        table: {
          unit: 'Đơn vị tính: đồng',
          head: [
            { title: 'STT', align: 'center', share: 5 },
            { title: 'Tên đề án', align: 'left' },
            { title: 'Đơn vị chủ trì', align: 'left' },
            { title: 'Kinh phí được phê duyệt', align: 'right' },
            {
              title: 'Kinh phí phân bổ',
              columns: [
                { title: 'Tổng số', align: 'right' },
                ...bySource.map(({ source }) => ({ title: source, align: 'right' as const })),
              ],
            },
            { title: 'Ghi chú', align: 'left' },
          ],
          rowHead: 1,
          rows: [...rows, { kind: 'total', cells: ['', 'Tổng cộng', '', approved, total, ...bySource.map(({ amount }) => amount), ''] }],
        },
      },
    ],
    closing: `Tổng kinh phí phân bổ bằng chữ: ${amountInWords(total)}.`,
  };
}
