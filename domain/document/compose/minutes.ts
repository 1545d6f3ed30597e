import { z } from 'zod';
import type { Block } from '../block.ts';
import { officialMoment } from '../dates.ts';
import { Line } from '../table.ts';
import { composer } from './composer.ts';
import { Conclusion, CouncilMember, conclusionClause, councilRoleName, counted, Votes } from './council.ts';
import { officialDocument } from './document.ts';
import { Frame, SchemeName } from './frame.ts';
import { roman } from './scheme-list.ts';
import { bare, closed, dashed, decimal, lettered, paragraph, sentence } from './wording.ts';

/** One scheme on the agenda and what became of it. */
export const MinutesItem = z.object({
  ...SchemeName.shape,
  /** Declared interests that barred a member from this item. */
  barred: z.array(z.object({ name: Line, interest: Line })).default([]),
  /** Opinions voiced, reviewers' first; written views of absent members say so. */
  opinions: z.array(z.object({ name: Line, text: Line, written: z.boolean().default(false) })).default([]),
  averageScore: z.number().nonnegative().optional(),
  votes: Votes.optional(),
  conclusion: Conclusion,
  conditions: z.array(Line).default([]),
  dissent: z.array(z.object({ name: Line, text: Line })).default([]),
});
export type MinutesItem = z.infer<typeof MinutesItem>;

export const MinutesInput = z.object({
  frame: Frame,
  councilName: Line,
  session: z.int().positive(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  meetingPlace: Line,
  chair: z.object({ name: Line, role: Line }),
  secretary: z.object({ name: Line }),
  present: z.array(CouncilMember).min(1),
  absent: z.array(z.object({ name: Line, reason: Line })).default([]),
  /** "Hội đồng có mặt 7/9 thành viên, đủ điều kiện họp theo …": the finding on the quorum, ready as a sentence. */
  quorum: Line,
  items: z.array(MinutesItem).min(1),
});
export type MinutesInput = z.infer<typeof MinutesInput>;

/** Minutes of a council's session, drawn up from its facts; signed by secretary and chair. */
export const minutes = composer(MinutesInput, ({ frame, ...session }) =>
  officialDocument(frame, {
    type: 'minutes',
    form: 'minutes',
    typeName: 'BIÊN BẢN',
    abstract: `Họp ${session.councilName} (phiên thứ ${session.session})`,
    body: [
      {
        kind: 'definitions',
        entries: [
          { term: 'Thời gian bắt đầu', text: `${officialMoment(session.startsAt)}.` },
          { term: 'Địa điểm', text: sentence(session.meetingPlace) },
          { term: 'Chủ trì', text: `${session.chair.name} - ${session.chair.role}.` },
          { term: 'Thư ký', text: `${session.secretary.name}.` },
        ],
      },
      { kind: 'heading', level: 1, number: 'I.', title: 'THÀNH PHẦN THAM DỰ' },
      paragraph(`Thành viên có mặt: ${counted(session.present.length, 'người')}, gồm:`),
      {
        kind: 'list',
        points: dashed(session.present.map(({ name, role, organisation }) => `${name}, ${organisation} - ${councilRoleName(role)}`)),
      },
      ...(session.absent.length === 0
        ? []
        : [
            paragraph(`Thành viên vắng mặt: ${counted(session.absent.length, 'người')}, gồm:`),
            { kind: 'list' as const, points: dashed(session.absent.map(({ name, reason }) => `${name} (${lower(reason)})`)) },
          ]),
      paragraph(sentence(session.quorum)),
      { kind: 'heading', level: 1, number: 'II.', title: 'NỘI DUNG PHIÊN HỌP' },
      ...session.items.flatMap(itemBlocks),
      { kind: 'heading', level: 1, number: `${roman(3)}.`, title: 'KẾT LUẬN' },
      {
        kind: 'list',
        points: dashed(session.items.map(({ title, conclusion }) => `Đề án “${title}”: Hội đồng ${conclusionClause(conclusion)}`)),
      },
      paragraph(closed(`Phiên họp kết thúc hồi ${officialMoment(session.endsAt)}. Biên bản đã được thông qua tại phiên họp`)),
    ],
    signatures: [
      { capacity: [], title: 'THƯ KÝ', name: session.secretary.name, field: 'ChuKy' },
      { capacity: [], title: 'CHỦ TRÌ', name: session.chair.name, field: 'ChuKy2' },
    ],
  }),
);

function lower(text: string): string {
  return bare(text).charAt(0).toLocaleLowerCase('vi') + bare(text).slice(1);
}

function itemBlocks(item: MinutesItem, index: number): Block[] {
  const parts: string[] = [];
  for (const { name, interest } of item.barred) parts.push(`${name} không tham gia thẩm định do có lợi ích liên quan: ${lower(interest)}`);
  for (const { name, text, written } of item.opinions)
    parts.push(`Ý kiến của ${name}${written ? ' (bằng văn bản, để tham khảo)' : ''}: ${bare(text)}`);
  if (item.averageScore !== undefined) parts.push(`Điểm đánh giá trung bình: ${decimal(item.averageScore)} điểm`);
  if (item.votes) {
    const { pass, conditional, fail } = item.votes;
    parts.push(
      `Kết quả bỏ phiếu: ${counted(pass, 'phiếu')} đề nghị phê duyệt, ${counted(conditional, 'phiếu')} đề nghị phê duyệt sau khi chỉnh sửa, hoàn thiện, ${counted(fail, 'phiếu')} đề nghị không phê duyệt`,
    );
  }
  parts.push(
    `Kết luận: Hội đồng ${conclusionClause(item.conclusion)}${item.conditions.length === 0 ? '' : `, với các nội dung cần chỉnh sửa, hoàn thiện: ${item.conditions.map(lower).join('; ')}`}`,
  );
  for (const { name, text } of item.dissent) parts.push(`Ý kiến bảo lưu của ${name}: ${bare(text)}`);
  return [
    { kind: 'heading', level: 2, number: `${index + 1}.`, title: `Đề án “${item.title}” (đơn vị chủ trì: ${item.host})` },
    { kind: 'list', points: lettered(parts) },
  ];
}
