import { z } from 'zod';
import { officialDate, officialMoment } from '../dates.ts';
import { Line } from '../table.ts';
import { composer } from './composer.ts';
import { officialDocument } from './document.ts';
import { Frame, Reference, SchemeName } from './frame.ts';
import { closed, dashed, decimal, numberAndDate, numbered, paragraph, sentence } from './wording.ts';

const Person = z.object({ name: Line, position: Line });

export const AcceptanceMinutesInput = z.object({
  frame: Frame,
  scheme: SchemeName,
  contract: Reference,
  acceptedAt: z.iso.datetime(),
  meetingPlace: Line,
  /** The committee; its first member leads, and signs where no recorder is named. */
  committee: z.array(Person).min(1),
  /** Who recorded the acceptance for the managing body, and signs for it. */
  recorder: Person.optional(),
  /** Who stands for the host; the first signs. */
  representatives: z.array(Person).min(1),
  volumes: z
    .array(
      z.object({
        item: Line,
        unit: Line,
        planned: z.number().nonnegative(),
        done: z.number().nonnegative(),
        evidence: z.string().default(''),
      }),
    )
    .min(1),
  remarks: z.array(Line).default([]),
  outcome: z.enum(['accepted', 'partial', 'failed', 'redo']),
  /** For `redo`: by when. */
  redoBy: z.iso.date().optional(),
});
export type AcceptanceMinutesInput = z.infer<typeof AcceptanceMinutesInput>;

const outcomes: Record<AcceptanceMinutesInput['outcome'], string> = {
  accepted: 'Nghiệm thu toàn bộ khối lượng, kết quả thực hiện nêu trên',
  partial: 'Nghiệm thu phần khối lượng, kết quả đã thực hiện nêu trên; phần chưa thực hiện không được nghiệm thu',
  failed: 'Không nghiệm thu do khối lượng, chất lượng không đạt yêu cầu của hợp đồng',
  redo: 'Chưa nghiệm thu; yêu cầu đơn vị chủ trì thực hiện lại, hoàn thiện các nội dung chưa đạt',
};

/** Minutes of acceptance: planned and done volumes, evidence, and what the committee concludes. */
export const acceptanceMinutes = composer(AcceptanceMinutesInput, ({ frame, scheme, ...held }) => {
  const leader = held.recorder ?? held.committee[0];
  const [representative] = held.representatives;
  return officialDocument(frame, {
    type: 'acceptance-minutes',
    form: 'minutes',
    typeName: 'BIÊN BẢN NGHIỆM THU',
    abstract: `Kết quả thực hiện đề án “${scheme.title}”`,
    withBases: true,
    body: [
      paragraph(`Hồi ${officialMoment(held.acceptedAt)}, tại ${held.meetingPlace}, chúng tôi gồm:`),
      { kind: 'heading', level: 2, number: '1.', title: 'Đại diện cơ quan quản lý' },
      { kind: 'list', points: dashed(held.committee.map(({ name, position }) => `${name}, ${position}`)) },
      { kind: 'heading', level: 2, number: '2.', title: `Đại diện đơn vị chủ trì (${scheme.host})` },
      { kind: 'list', points: dashed(held.representatives.map(({ name, position }) => `${name}, ${position}`)) },
      paragraph(
        `Đã tiến hành nghiệm thu kết quả thực hiện đề án “${scheme.title}” theo Hợp đồng ${numberAndDate(held.contract)} với các nội dung sau:`,
      ),
      { kind: 'heading', level: 2, number: '3.', title: 'Khối lượng thực hiện' },
      {
        kind: 'table',
        table: {
          head: [
            { title: 'STT', align: 'center', share: 7 },
            { title: 'Nội dung công việc', align: 'left' },
            { title: 'Đơn vị tính', align: 'center', share: 10 },
            { title: 'Theo hợp đồng', align: 'right', share: 11 },
            { title: 'Thực hiện', align: 'right', share: 11 },
            { title: 'Tài liệu chứng minh', align: 'left', share: 24 },
          ],
          rowHead: 1,
          rows: held.volumes.map(({ item, unit, planned, done, evidence }, index) => ({
            kind: 'item',
            cells: [String(index + 1), item, unit, decimal(planned), decimal(done), evidence],
          })),
        },
      },
      ...(held.remarks.length === 0
        ? []
        : [
            { kind: 'heading' as const, level: 2 as const, number: '4.', title: 'Nhận xét' },
            { kind: 'list' as const, points: numbered(held.remarks).map((point) => ({ ...point, mark: '-' })) },
          ]),
      { kind: 'heading', level: 2, number: held.remarks.length === 0 ? '4.' : '5.', title: 'Kết luận' },
      paragraph(sentence(`${outcomes[held.outcome]}${held.redoBy === undefined ? '' : ` trước ${officialDate(held.redoBy)}`}`)),
      paragraph(closed('Biên bản được các bên thông qua và ký số, là căn cứ để thanh toán, quyết toán kinh phí thực hiện đề án')),
    ],
    signatures: [
      {
        party: 'ĐẠI DIỆN ĐƠN VỊ CHỦ TRÌ',
        capacity: [],
        title: (representative?.position ?? 'Đại diện').toLocaleUpperCase('vi'),
        name: representative?.name,
        field: 'ChuKyB',
        seal: 'ConDauB',
      },
      {
        party: 'ĐẠI DIỆN CƠ QUAN QUẢN LÝ',
        capacity: [],
        title: (leader?.position ?? 'Đại diện').toLocaleUpperCase('vi'),
        name: leader?.name,
        field: 'ChuKyA',
        seal: 'ConDauA',
      },
    ],
  });
});
