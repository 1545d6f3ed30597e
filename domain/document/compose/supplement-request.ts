import { z } from 'zod';
import { officialDate } from '../dates.ts';
import { Line } from '../table.ts';
import { composer } from './composer.ts';
import { officialDocument } from './document.ts';
import { Frame, SchemeName } from './frame.ts';
import { bare, closed, opening, paragraph } from './wording.ts';

export const SupplementRequestInput = z.object({
  frame: Frame,
  fileCode: Line,
  scheme: SchemeName,
  /** Sections of the proposal that are opened, and what is asked of each. */
  requests: z.array(z.object({ section: Line, request: Line })).min(1),
  supplementBy: z.iso.date(),
});
export type SupplementRequestInput = z.infer<typeof SupplementRequestInput>;

/** Letter that asks a host to supplement its file; only the sections it names may be changed. */
export const supplementRequest = composer(SupplementRequestInput, ({ frame, scheme, fileCode, requests, supplementBy }) =>
  officialDocument(frame, {
    type: 'supplement-request',
    form: 'official-letter',
    abstract: `bổ sung, hoàn thiện hồ sơ đề án thuộc ${frame.programme}`,
    addressees: [scheme.host],
    body: [
      paragraph(
        opening(
          frame,
          `${frame.issuerName} đã kiểm tra hồ sơ đề án “${scheme.title}” (mã hồ sơ ${fileCode}) do ${scheme.host} chủ trì. Để có cơ sở thẩm định theo quy định, đề nghị ${scheme.host} bổ sung, hoàn thiện các nội dung sau:`,
        ),
      ),
      {
        kind: 'list',
        points: requests.map(({ section, request }, index) => ({
          mark: `${index + 1}.`,
          text: `${bare(section)}: ${bare(request)}.`,
          points: [],
        })),
      },
      paragraph(
        `Hồ sơ bổ sung gửi về ${frame.issuerName} trước ${officialDate(supplementBy)}. Thời gian bổ sung không tính vào thời hạn kiểm tra hồ sơ; các nội dung không nêu tại văn bản này được giữ nguyên như hồ sơ đã nộp.`,
      ),
      paragraph(closed(`Đề nghị ${scheme.host} phối hợp thực hiện`)),
    ],
  }),
);
