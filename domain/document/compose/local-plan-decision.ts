import { z } from 'zod';
import { Line } from '../table.ts';
import { composer } from './composer.ts';
import { counted } from './council.ts';
import { annexReference, articles, officialDocument } from './document.ts';
import { execution, inForceOnSigning } from './execution.ts';
import { Frame, Year } from './frame.ts';
import { Manner, opensWith, withDecision } from './manner.ts';
import { ListedScheme, listTotal, schemeListAnnex, totalsBySource } from './scheme-list.ts';
import { lettered, numbered, sum, sumInFull } from './wording.ts';

export const LocalPlanDecisionInput = z.object({
  frame: Frame,
  year: Year,
  /** "tỉnh Đắk Nông" */
  province: Line,
  schemes: z.array(ListedScheme).min(1),
  /** "Sở Công Thương": carries out and reports. */
  department: Line,
  /** "Sở Tài chính": appraised the estimate, provides the money. */
  financeDepartment: Line,
  executors: z.array(Line).min(1),
  manner: Manner,
});
export type LocalPlanDecisionInput = z.infer<typeof LocalPlanDecisionInput>;

/** A people's committee approves the schemes of the local route and their estimates, paid from the province's own budget. */
export const localPlanDecision = composer(LocalPlanDecisionInput, ({ frame, year, province, schemes, manner, ...plan }) => {
  const list = `Danh mục đề án phát triển thương mại điện tử ${province} năm ${year}`;
  return officialDocument(frame, {
    type: 'local-plan-decision',
    form: 'decision',
    manner,
    typeName: 'QUYẾT ĐỊNH',
    abstract: `Về việc phê duyệt ${list} và dự toán kinh phí thực hiện`,
    withBases: true,
    body: articles([
      {
        text: `${opensWith(manner, `${list} gồm ${counted(schemes.length, 'đề án')}`, 'chi tiết tại Phụ lục kèm theo')}, tổng dự toán kinh phí: ${sumInFull(listTotal(schemes))}, trong đó:`,
        points: lettered(totalsBySource(schemes).map(({ source, amount }) => `${source}: ${sum(amount)}`)),
      },
      {
        text: 'Tổ chức thực hiện:',
        points: numbered([
          `Giao ${plan.department} chủ trì, phối hợp với các đơn vị chủ trì đề án tổ chức thực hiện; theo dõi, đôn đốc, nghiệm thu và tổng hợp, báo cáo ${frame.issuerName} kết quả thực hiện`,
          `Giao ${plan.financeDepartment} bố trí kinh phí, hướng dẫn quản lý, sử dụng và thẩm tra quyết toán kinh phí theo quy định`,
          'Các đơn vị chủ trì đề án thực hiện đúng nội dung, tiến độ, dự toán được phê duyệt; thanh toán, quyết toán kinh phí theo quy định của pháp luật',
        ]),
      },
      inForceOnSigning,
      execution(plan.executors, 'Thủ trưởng các cơ quan, đơn vị có liên quan'),
    ]),
    annexes: [withDecision(manner, schemeListAnnex(schemes, { title: list, reference: annexReference(frame, 'Quyết định') }))],
  });
});
