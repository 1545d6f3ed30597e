import { z } from 'zod';
import type { Point } from '../block.ts';
import { Line } from '../table.ts';
import { composer } from './composer.ts';
import { counted } from './council.ts';
import { articles, officialDocument } from './document.ts';
import { execution, inForceOnSigning } from './execution.ts';
import { Frame, Year } from './frame.ts';
import { closed, dashed, opening, paragraph } from './wording.ts';

export const RefusalInput = z.object({
  frame: Frame,
  /** A decision of the one who decides, or a notice of the unit that receives the files. */
  as: z.enum(['decision', 'notice']),
  year: Year,
  schemes: z.array(z.object({ title: Line, host: Line, reasons: z.array(Line).min(1) })).min(1),
  executors: z.array(Line).default([]),
  /** To whom a complaint may be addressed, and by what rule, as a sentence. */
  remedy: Line.optional(),
});
export type RefusalInput = z.infer<typeof RefusalInput>;

/** Refuses schemes, each with its reasons. */
export const refusal = composer(RefusalInput, ({ frame, schemes, year, ...refused }) => {
  const object = `đề án thuộc ${frame.programme} năm ${year}`;
  const points: Point[] = schemes.map(({ title, host, reasons }, index) => ({
    mark: `${index + 1}.`,
    text: `Đề án “${title}” do ${host} chủ trì, với lý do:`,
    points: dashed(reasons),
  }));
  if (refused.as === 'decision') {
    return officialDocument(frame, {
      type: 'refusal',
      form: 'decision',
      typeName: 'QUYẾT ĐỊNH',
      abstract: `Về việc không phê duyệt ${object}`,
      withBases: true,
      body: articles([
        { text: `Không phê duyệt ${counted(schemes.length, object)}, gồm:`, points },
        ...(refused.remedy === undefined ? [] : [{ text: refused.remedy, points: [] }]),
        inForceOnSigning,
        execution(refused.executors, 'Thủ trưởng các đơn vị chủ trì đề án nêu tại Điều 1 và các tổ chức, cá nhân có liên quan'),
      ]),
    });
  }
  return officialDocument(frame, {
    type: 'refusal',
    form: 'notice',
    typeName: 'THÔNG BÁO',
    abstract: `Về việc không phê duyệt ${object}`,
    body: [
      paragraph(opening(frame, `${frame.issuerName} thông báo ${counted(schemes.length, object)} không được phê duyệt như sau:`)),
      { kind: 'list', points },
      ...(refused.remedy === undefined ? [] : [paragraph(refused.remedy)]),
      paragraph(closed(`${frame.issuerName} thông báo để các đơn vị chủ trì đề án biết`)),
    ],
  });
});
