import { z } from 'zod';
import { dong } from '../../money/dong.ts';
import { officialDate } from '../dates.ts';
import { Line } from '../table.ts';
import { composer } from './composer.ts';
import { articles, officialDocument } from './document.ts';
import { execution } from './execution.ts';
import { Frame, Reference, SchemeName } from './frame.ts';
import { dashed, numberAndDate, numbered, sumInFull } from './wording.ts';

export const TerminationDecisionInput = z.object({
  frame: Frame,
  scheme: SchemeName,
  approval: Reference,
  grounds: z.array(Line).min(1),
  /** From when the scheme is ended. */
  effectiveOn: z.iso.date(),
  /** By when the host settles the work done. */
  settleBy: z.iso.date(),
  /** Paid so far, đồng. */
  paid: dong,
  overseer: Line,
  executors: z.array(Line).min(1),
});
export type TerminationDecisionInput = z.infer<typeof TerminationDecisionInput>;

/** Decision that ends a scheme early; the work done is settled, the rest of the money comes back. */
export const terminationDecision = composer(TerminationDecisionInput, ({ frame, scheme, ...ended }) =>
  officialDocument(frame, {
    type: 'termination-decision',
    form: 'decision',
    typeName: 'QUYẾT ĐỊNH',
    abstract: `Về việc chấm dứt thực hiện đề án “${scheme.title}” thuộc ${frame.programme}`,
    withBases: true,
    body: articles([
      {
        text: `Chấm dứt thực hiện đề án “${scheme.title}” do ${scheme.host} chủ trì, được phê duyệt tại Quyết định ${numberAndDate(ended.approval)}, kể từ ${officialDate(ended.effectiveOn)}, với lý do:`,
        points: dashed(ended.grounds),
      },
      {
        text: `${scheme.host} có trách nhiệm:`,
        points: numbered([
          'Dừng các hoạt động của đề án; lập biên bản xác nhận khối lượng công việc đã thực hiện',
          `Lập hồ sơ quyết toán kinh phí đối với khối lượng đã thực hiện, gửi ${ended.overseer} trước ${officialDate(ended.settleBy)}`,
          `Hoàn trả phần kinh phí đã cấp không được chấp nhận quyết toán; số kinh phí đã thanh toán đến nay là ${sumInFull(ended.paid)}`,
        ]),
      },
      {
        text: `Giao ${ended.overseer} hướng dẫn, kiểm tra việc thực hiện Điều 2 Quyết định này; thanh lý hợp đồng và thu hồi kinh phí theo quy định.`,
        points: [],
      },
      { text: `Quyết định này có hiệu lực thi hành kể từ ${officialDate(ended.effectiveOn)}.`, points: [] },
      execution(ended.executors, `Thủ trưởng ${scheme.host} và các tổ chức, cá nhân có liên quan`),
    ]),
  }),
);
