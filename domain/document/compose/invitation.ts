import { z } from 'zod';
import { officialMoment, shortDate } from '../dates.ts';
import { Line } from '../table.ts';
import { composer } from './composer.ts';
import { officialDocument } from './document.ts';
import { Frame, SchemeName } from './frame.ts';
import { closed, dashed, leadParagraph, opening, paragraph } from './wording.ts';

export const InvitationInput = z.object({
  frame: Frame,
  addressees: z.array(Line).min(1),
  councilName: Line,
  session: z.int().positive(),
  startsAt: z.iso.datetime(),
  meetingPlace: Line,
  chair: Line,
  agenda: z.array(SchemeName).min(1),
  /** Day on which the papers were sent. */
  papersSentOn: z.iso.date(),
});
export type InvitationInput = z.infer<typeof InvitationInput>;

/** Invitation to a session of the council, with its agenda. */
export const invitation = composer(InvitationInput, ({ frame, ...session }) =>
  officialDocument(frame, {
    type: 'invitation',
    form: 'invitation',
    typeName: 'GIẤY MỜI',
    abstract: `Họp ${session.councilName} (phiên thứ ${session.session})`,
    addressees: session.addressees,
    body: [
      paragraph(
        opening(
          frame,
          `${frame.issuerName} trân trọng kính mời các ông (bà) tới dự phiên họp thứ ${session.session} của ${session.councilName}.`,
        ),
      ),
      leadParagraph('1. Chủ trì:', `${session.chair}.`),
      leadParagraph('2. Thời gian:', `${officialMoment(session.startsAt)}.`),
      leadParagraph('3. Địa điểm:', `${session.meetingPlace}.`),
      leadParagraph('4. Nội dung:', `Thẩm định ${String(session.agenda.length).padStart(2, '0')} đề án sau:`),
      { kind: 'list', points: dashed(session.agenda.map(({ title, host }) => `“${title}” (đơn vị chủ trì: ${host})`)) },
      leadParagraph(
        '5. Tài liệu:',
        `Đã gửi ngày ${shortDate(session.papersSentOn)} trên hệ thống; đề nghị các thành viên Hội đồng nghiên cứu trước và kê khai lợi ích liên quan đối với từng đề án.`,
      ),
      paragraph(
        closed(
          'Trường hợp không tham dự được, đề nghị báo trước cho thư ký Hội đồng và gửi ý kiến bằng văn bản. Rất mong các ông (bà) sắp xếp thời gian tham dự',
        ),
      ),
    ],
  }),
);
