import { z } from 'zod';
import { officialDate } from '../dates.ts';
import { Line } from '../table.ts';
import { composer } from './composer.ts';
import { officialDocument } from './document.ts';
import { Frame, Year } from './frame.ts';
import { SourceAmount } from './scheme-list.ts';
import { closed, dashed, leadParagraph, opening, paragraph, sum } from './wording.ts';

export const CallLetterInput = z.object({
  frame: Frame,
  addressees: z.array(Line).min(1),
  year: Year,
  closesOn: z.iso.date(),
  /** Who may be a host unit. */
  hosts: z.array(Line).min(1),
  /** Content groups that are called for. */
  contents: z.array(Line).min(1),
  /** Money foreseen, by source, đồng; left out while the ceilings are not known. */
  ceilings: z.array(SourceAmount).default([]),
  /** What a file consists of. */
  fileParts: z.array(Line).min(1),
  /** Where files are handed in. */
  submitTo: Line,
});
export type CallLetterInput = z.infer<typeof CallLetterInput>;

/** Letter that opens the yearly round: who may propose what, with which file, by when. */
export const callLetter = composer(CallLetterInput, ({ frame, ...call }) => {
  const subject = `đề xuất đề án thuộc ${frame.programme} năm ${call.year}`;
  return officialDocument(frame, {
    type: 'call-letter',
    form: 'official-letter',
    abstract: `mời ${subject}`,
    addressees: call.addressees,
    body: [
      paragraph(opening(frame, `${frame.issuerName} mời các cơ quan, tổ chức đủ điều kiện ${subject} với những nội dung sau:`)),
      leadParagraph('1. Đơn vị chủ trì đề án', 'bao gồm:'),
      { kind: 'list', points: dashed(call.hosts) },
      leadParagraph('2. Nội dung đề xuất', 'thuộc một hoặc một số nhóm nội dung sau của Chương trình:'),
      { kind: 'list', points: dashed(call.contents) },
      ...(call.ceilings.length === 0
        ? []
        : [
            leadParagraph('3. Kinh phí dự kiến bố trí', `năm ${call.year}:`),
            { kind: 'list' as const, points: dashed(call.ceilings.map(({ source, amount }) => `${source}: ${sum(amount)}`)) },
          ]),
      leadParagraph(`${call.ceilings.length === 0 ? 3 : 4}. Hồ sơ đề án`, 'gồm:'),
      { kind: 'list', points: dashed(call.fileParts) },
      leadParagraph(
        `${call.ceilings.length === 0 ? 4 : 5}. Thời hạn và nơi nhận hồ sơ:`,
        `Hồ sơ gửi về ${call.submitTo} trước ${officialDate(call.closesOn)}. Hồ sơ gửi sau thời hạn nêu trên không được xem xét trong kỳ này.`,
      ),
      paragraph(
        closed(
          `Đề nghị các cơ quan, tổ chức quan tâm, phối hợp thực hiện. Trong quá trình chuẩn bị hồ sơ, nếu có vướng mắc, đề nghị phản ánh về ${frame.issuerName} để được hướng dẫn`,
        ),
      ),
    ],
  });
});
