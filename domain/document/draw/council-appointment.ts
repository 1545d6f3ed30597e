import { councilAppointment } from '../compose/council-appointment.ts';
import { decisionRecipients, executorsOf, proposalBasis } from './decisions.ts';
import type { Draw } from './drawn.ts';
import { councilFrame, councilOf, memberOrganisations, membersOf, ofCouncil } from './of-council.ts';
import { decisionReaders, overseerOf } from './of-scheme.ts';
import { personOf } from './offices.ts';
import { compose, drawn, tell } from './paper.ts';

const tasks = [
  'Thẩm định sự cần thiết, mục tiêu, nội dung, dự toán, tính khả thi và hiệu quả của các đề án theo quy định',
  'Đánh giá, bỏ phiếu và kết luận đối với từng đề án; lập biên bản phiên họp',
  'Làm việc theo chế độ tập thể; thành viên có lợi ích liên quan không tham gia thẩm định đề án đó',
];

/** A council is proposed to the minister: who sits on it in which office. Issued it is appointed, returned for good it is not. */
export const drawCouncilAppointment: Draw = (context) => {
  const council = councilOf(context);
  const paper = ofCouncil(context, 'council-appointment');
  const provinceId = paper.provinceId ?? null;
  const content = compose(councilAppointment, {
    frame: councilFrame(context, 'council-appointment', {
      moreBases: [proposalBasis(context, provinceId)],
      recipients: decisionRecipients(context, 'Như Điều 5', provinceId).slice(0, 2),
    }),
    year: council.year,
    members: membersOf(context, council).map(({ personId, ...member }) => ({
      ...member,
      position: personOf(context, personId)?.title ?? 'Thành viên',
    })),
    tasks,
    assistingUnit: overseerOf(context, provinceId).name,
    executors: executorsOf(context, provinceId),
  });
  return [
    drawn(context, {
      ...paper,
      content,
      recipients: [...paper.recipients, ...memberOrganisations(context)],
      readers: [...decisionReaders(context, provinceId), ...paper.readers],
      whenIssued: [tell(context.thing.id, 'appoint')],
      whenReturned: [tell(context.thing.id, 'return-appointment')],
    }),
  ];
};
