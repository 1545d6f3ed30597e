import { z } from 'zod';
import { officialMoment } from '../dates.ts';
import { Line } from '../table.ts';
import { composer } from './composer.ts';
import { Conclusion, conclusionClause, counted, Votes } from './council.ts';
import { officialDocument } from './document.ts';
import { Frame, SchemeName } from './frame.ts';
import { closed, paragraph, percent } from './wording.ts';

export const CountRecordInput = z.object({
  frame: Frame,
  councilName: Line,
  session: z.int().positive(),
  countedAt: z.iso.datetime(),
  meetingPlace: Line,
  scheme: SchemeName,
  members: z.int().positive(),
  present: z.int().positive(),
  ballotsIssued: z.int().positive(),
  ballotsReturned: z.int().nonnegative(),
  invalid: z.int().nonnegative(),
  votes: Votes,
  /** Votes that a passing ballot needs, and the rule they follow from: "ít nhất 2/3 số thành viên có mặt". */
  required: z.object({ votes: z.int().positive(), rule: Line }),
  conclusion: Conclusion,
  /** Who counted; the first leads. */
  tellers: z
    .array(z.object({ name: Line, task: Line }))
    .min(1)
    .max(3),
});
export type CountRecordInput = z.infer<typeof CountRecordInput>;

/** Record of the count of one ballot on one scheme. */
export const countRecord = composer(CountRecordInput, ({ frame, ...count }) => {
  const valid = count.votes.pass + count.votes.conditional + count.votes.fail;
  const share = (votes: number): string => (valid === 0 ? '0%' : percent(votes / valid));
  const line = (number: string, label: string, votes: number): { kind: 'item'; cells: (string | number)[] } => ({
    kind: 'item',
    cells: [number, label, votes, share(votes)],
  });
  return officialDocument(frame, {
    type: 'count-record',
    form: 'minutes',
    typeName: 'BIÊN BẢN KIỂM PHIẾU',
    abstract: `${count.councilName} - Phiên thứ ${count.session}`,
    body: [
      paragraph(
        `Hồi ${officialMoment(count.countedAt)}, tại ${count.meetingPlace}, Ban kiểm phiếu đã tiến hành kiểm phiếu biểu quyết đối với đề án sau:`,
      ),
      {
        kind: 'definitions',
        entries: [
          { term: '1. Tên đề án', text: count.scheme.title },
          { term: '2. Đơn vị chủ trì', text: count.scheme.host },
          { term: '3. Số thành viên Hội đồng', text: `${counted(count.members, 'người')}; có mặt: ${counted(count.present, 'người')}` },
          {
            term: '4. Số phiếu phát ra',
            text: `${counted(count.ballotsIssued, 'phiếu')}; thu về: ${counted(count.ballotsReturned, 'phiếu')}`,
          },
          { term: '5. Số phiếu hợp lệ', text: `${counted(valid, 'phiếu')}; không hợp lệ: ${counted(count.invalid, 'phiếu')}` },
          { term: '6. Kết quả biểu quyết', text: 'theo số phiếu hợp lệ như sau.' },
        ],
      },
      {
        kind: 'table',
        table: {
          head: [
            { title: 'STT', align: 'center', share: 8 },
            { title: 'Nội dung biểu quyết', align: 'left' },
            { title: 'Số phiếu', align: 'center', share: 16 },
            { title: 'Tỷ lệ', align: 'center', share: 16 },
          ],
          rowHead: 1,
          rows: [
            line('1', 'Đề nghị phê duyệt', count.votes.pass),
            line('2', 'Đề nghị phê duyệt sau khi chỉnh sửa, hoàn thiện', count.votes.conditional),
            line('3', 'Đề nghị không phê duyệt', count.votes.fail),
            { kind: 'total', cells: ['', 'Tổng số phiếu hợp lệ', valid, valid === 0 ? '0%' : '100%'] },
          ],
        },
      },
      paragraph(
        `7. Kết luận: Theo quy định, đề án được thông qua khi có ${count.required.rule} tán thành (từ ${counted(count.required.votes, 'phiếu')} trở lên). Căn cứ kết quả kiểm phiếu, Hội đồng ${conclusionClause(count.conclusion)}.`,
      ),
      paragraph(
        closed('Biên bản được lập ngay sau khi kiểm phiếu, đã đọc lại cho các thành viên Ban kiểm phiếu cùng nghe và nhất trí thông qua'),
      ),
    ],
    signatures: count.tellers.map((teller, index) => ({
      capacity: [],
      title: teller.task.toLocaleUpperCase('vi'),
      name: teller.name,
      field: index === 0 ? 'ChuKy' : `ChuKy${index + 1}`,
    })),
  });
});
