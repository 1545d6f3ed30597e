import { z } from 'zod';
import { officialDate, shortDate } from '../dates.ts';
import { Line } from '../table.ts';
import { composer } from './composer.ts';
import { officialDocument } from './document.ts';
import { Frame, SchemeName } from './frame.ts';
import { bare, closed, opening, paragraph } from './wording.ts';

export const ReminderInput = z.object({
  frame: Frame,
  scheme: SchemeName,
  /** What is owed: "Báo cáo tiến độ tháng 6 năm 2022", and when it was due. */
  tasks: z.array(z.object({ task: Line, dueOn: z.iso.date() })).min(1),
  respondBy: z.iso.date(),
});
export type ReminderInput = z.infer<typeof ReminderInput>;

/** Letter that reminds a host of what is overdue or about to be due (công văn đôn đốc). */
export const reminder = composer(ReminderInput, ({ frame, scheme, tasks, respondBy }) =>
  officialDocument(frame, {
    type: 'reminder',
    form: 'official-letter',
    abstract: `đôn đốc thực hiện đề án thuộc ${frame.programme}`,
    addressees: [scheme.host],
    body: [
      paragraph(
        opening(
          frame,
          `${frame.issuerName} nhận thấy đến nay ${scheme.host} chưa hoàn thành các nội dung sau đối với đề án “${scheme.title}”:`,
        ),
      ),
      {
        kind: 'list',
        points: tasks.map(({ task, dueOn }, index) => ({
          mark: `${index + 1}.`,
          text: `${bare(task)} (thời hạn: ngày ${shortDate(dueOn)}).`,
          points: [],
        })),
      },
      paragraph(
        `Đề nghị ${scheme.host} khẩn trương thực hiện và báo cáo ${frame.issuerName} trước ${officialDate(respondBy)}; trường hợp có khó khăn, vướng mắc, báo cáo rõ nguyên nhân và kiến nghị hướng xử lý.`,
      ),
      paragraph(closed(`${frame.issuerName} đề nghị ${scheme.host} quan tâm, phối hợp thực hiện`)),
    ],
  }),
);
