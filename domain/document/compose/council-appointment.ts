import { z } from 'zod';
import type { Block } from '../block.ts';
import { Line } from '../table.ts';
import { composer } from './composer.ts';
import { CouncilRole, councilRoleName } from './council.ts';
import { articles, officialDocument } from './document.ts';
import { execution, inForceOnSigning } from './execution.ts';
import { Frame, Year } from './frame.ts';
import { numbered } from './wording.ts';

export const CouncilAppointmentInput = z.object({
  frame: Frame,
  year: Year,
  members: z.array(z.object({ name: Line, position: Line, organisation: Line, role: CouncilRole })).min(1),
  /** What the council does, a sentence each. */
  tasks: z.array(Line).min(1),
  /** Unit that prepares the sessions. */
  assistingUnit: Line,
  executors: z.array(Line).min(1),
});
export type CouncilAppointmentInput = z.infer<typeof CouncilAppointmentInput>;

/** Decision that appoints the council which appraises the schemes of a round. */
export const councilAppointment = composer(CouncilAppointmentInput, ({ frame, year, members, tasks, assistingUnit, executors }) => {
  const council = `Hội đồng thẩm định đề án thuộc ${frame.programme} năm ${year}`;
  const [first, ...rest] = articles([
    { text: `Thành lập ${council} (sau đây gọi tắt là Hội đồng) gồm các ông (bà) có tên sau:`, points: [] },
    { text: 'Hội đồng có nhiệm vụ:', points: numbered(tasks) },
    {
      text: `Giao ${assistingUnit} là đơn vị thường trực giúp việc Hội đồng, chuẩn bị tài liệu và các điều kiện phục vụ phiên họp. Hội đồng tự giải thể sau khi hoàn thành nhiệm vụ.`,
      points: [],
    },
    inForceOnSigning,
    execution(executors, 'Thủ trưởng các đơn vị có liên quan và các ông (bà) có tên tại Điều 1'),
  ]);
  const membership: Block = {
    kind: 'table',
    table: {
      head: [
        { title: 'STT', align: 'center', share: 8 },
        { title: 'Họ và tên', align: 'left', share: 26 },
        { title: 'Chức vụ, đơn vị công tác', align: 'left' },
        { title: 'Chức danh trong Hội đồng', align: 'left', share: 24 },
      ],
      rowHead: 1,
      rows: members.map((member, index) => ({
        kind: 'item',
        cells: [String(index + 1), member.name, `${member.position}, ${member.organisation}`, councilRoleName(member.role)],
      })),
    },
  };
  return officialDocument(frame, {
    type: 'council-appointment',
    form: 'decision',
    typeName: 'QUYẾT ĐỊNH',
    abstract: `Về việc thành lập ${council}`,
    withBases: true,
    body: [...(first ? [first] : []), membership, ...rest],
  });
});
