import { z } from 'zod';
import type { OfficialDocument } from '../model.ts';
import { Line } from '../table.ts';
import { composer } from './composer.ts';
import { counted } from './council.ts';
import { annexReference, articles, authorityName, officialDocument } from './document.ts';
import { execution, inForceOnSigning } from './execution.ts';
import { Frame } from './frame.ts';
import { Manner, opensWith, withDecision } from './manner.ts';
import { ListedScheme, listTotal, schemeListAnnex, totalsBySource, yearSpan } from './scheme-list.ts';
import { lettered, numbered, sum, sumInFull } from './wording.ts';

export const ApprovalDecisionInput = z.object({
  frame: Frame,
  /** Year of the round. */
  year: z.int().min(2000).max(2100),
  schemes: z.array(ListedScheme).min(1),
  /** Unit that guides and watches over the carrying out: "Cục Thương mại điện tử và Kinh tế số". */
  overseer: Line,
  /** Unit that sees to the money: "Vụ Tài chính". */
  financeUnit: Line,
  /** Who carries the decision out, before the hosts: "Chánh Văn phòng Bộ", "Vụ trưởng Vụ Tài chính". */
  executors: z.array(Line).min(1),
  manner: Manner,
});
export type ApprovalDecisionInput = z.infer<typeof ApprovalDecisionInput>;

/** Decision that approves the list of schemes of a year; sums, hosts and years of each stand in the annex. */
export const approvalDecision = composer(ApprovalDecisionInput, (input): OfficialDocument => {
  const { frame, schemes, year, manner } = input;
  const list = `Danh mục đề án thuộc ${frame.programme} năm ${year}`;
  return officialDocument(frame, {
    type: 'approval-decision',
    form: 'decision',
    manner,
    typeName: 'QUYẾT ĐỊNH',
    abstract: `Về việc phê duyệt ${list}`,
    withBases: true,
    body: articles([
      {
        text: `${opensWith(manner, `${list} gồm ${counted(schemes.length, 'đề án')}`, 'chi tiết tại Phụ lục kèm theo Quyết định này')}, với những nội dung chủ yếu sau:`,
        points: [
          {
            mark: '1.',
            text: `Tổng kinh phí thực hiện: ${sumInFull(listTotal(schemes))}, trong đó:`,
            points: lettered(totalsBySource(schemes).map(({ source, amount }) => `${source}: ${sum(amount)}`)),
          },
          { mark: '2.', text: `Thời gian thực hiện: năm ${yearSpan(schemes.flatMap(({ years }) => years))}.`, points: [] },
        ],
      },
      {
        text: 'Đơn vị chủ trì các đề án có tên trong Phụ lục có trách nhiệm:',
        points: numbered([
          'Tổ chức thực hiện đề án đúng mục tiêu, nội dung, tiến độ và dự toán được phê duyệt; bố trí đủ vốn đối ứng đã cam kết',
          'Quản lý, sử dụng kinh phí đúng mục đích, tiết kiệm, hiệu quả; thanh toán, quyết toán theo quy định của pháp luật',
          `Báo cáo tình hình, kết quả thực hiện về ${input.overseer} theo quy định`,
        ]),
      },
      {
        text: `Giao ${input.overseer} chủ trì, phối hợp với ${input.financeUnit} hướng dẫn, kiểm tra, giám sát, nghiệm thu việc thực hiện các đề án; tổng hợp, báo cáo ${authorityName(frame)} kết quả thực hiện.`,
        points: [],
      },
      inForceOnSigning,
      execution(input.executors, 'Thủ trưởng các đơn vị chủ trì đề án có tên trong Phụ lục và các tổ chức, cá nhân có liên quan'),
    ]),
    annexes: [withDecision(manner, schemeListAnnex(schemes, { title: list, reference: annexReference(frame, 'Quyết định') }))],
  });
});
