import { z } from 'zod';
import type { Block } from '../block.ts';
import { Line } from '../table.ts';
import { composer } from './composer.ts';
import { articles, officialDocument } from './document.ts';
import { execution, inForceOnSigning } from './execution.ts';
import { Frame, Reference, SchemeName } from './frame.ts';
import { numberAndDate } from './wording.ts';

export const AdjustmentDecisionInput = z.object({
  frame: Frame,
  scheme: SchemeName,
  /** The decision that approved the scheme. */
  approval: Reference,
  /** What changes; sums are written out by the caller ("510.000.000 đồng"). */
  changes: z.array(z.object({ content: Line, before: Line, after: Line })).min(1),
  executors: z.array(Line).min(1),
});
export type AdjustmentDecisionInput = z.infer<typeof AdjustmentDecisionInput>;

/** Decision that changes parts of an approved scheme; everything it does not name stays. */
export const adjustmentDecision = composer(AdjustmentDecisionInput, ({ frame, scheme, approval, changes, executors }) => {
  const [first, ...rest] = articles([
    {
      text: `Điều chỉnh một số nội dung của đề án “${scheme.title}” do ${scheme.host} chủ trì, được phê duyệt tại Quyết định ${numberAndDate(approval)}, như sau:`,
      points: [],
    },
    { text: `Các nội dung khác thực hiện theo Quyết định ${numberAndDate(approval)}.`, points: [] },
    inForceOnSigning,
    execution(executors, `Thủ trưởng ${scheme.host} và các tổ chức, cá nhân có liên quan`),
  ]);
  const comparison: Block = {
    kind: 'table',
    table: {
      head: [
        { title: 'STT', align: 'center', share: 8 },
        { title: 'Nội dung điều chỉnh', align: 'left', share: 24 },
        { title: 'Đã được phê duyệt', align: 'left' },
        { title: 'Sau điều chỉnh', align: 'left', share: 34 },
      ],
      rowHead: 1,
      rows: changes.map(({ content, before, after }, index) => ({ kind: 'item', cells: [String(index + 1), content, before, after] })),
    },
  };
  return officialDocument(frame, {
    type: 'adjustment-decision',
    form: 'decision',
    typeName: 'QUYẾT ĐỊNH',
    abstract: `Về việc điều chỉnh đề án “${scheme.title}” thuộc ${frame.programme}`,
    withBases: true,
    body: [...(first ? [first] : []), comparison, ...rest],
  });
});
