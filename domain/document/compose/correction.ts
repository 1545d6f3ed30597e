import { z } from 'zod';
import { Line } from '../table.ts';
import { composer } from './composer.ts';
import { officialDocument } from './document.ts';
import { Frame, Reference } from './frame.ts';
import { bare, closed, numberAndDate, opening, paragraph, sentence, upperFirst } from './wording.ts';

/** The document that a letter, a notice or a copy is about, by its marks: "Quyết định số 05/QĐ-BCT ngày …". */
export const About = Reference.extend({ kind: Line, by: Line, abstract: Line });
export type About = z.infer<typeof About>;

/** "Quyết định số 05/QĐ-BCT ngày 07 tháng 02 năm 2022 của Bộ Công Thương về việc …". */
export function aboutInFull({ kind, abstract, by, ...reference }: About): string {
  const subject = /^về việc /iu.test(abstract) ? abstract.charAt(0).toLocaleLowerCase('vi') + abstract.slice(1) : `về việc ${abstract}`;
  return `${kind} ${numberAndDate(reference)} của ${by} ${subject}`;
}

export const CorrectionInput = z.object({
  frame: Frame,
  addressees: z.array(Line).min(1),
  corrected: About,
  /** What was wrong, as a sentence. */
  error: Line,
  /** How it reads. */
  text: Line,
});
export type CorrectionInput = z.infer<typeof CorrectionInput>;

/** Letter that sets an error of form right (công văn đính chính; Decree 30/2020/NĐ-CP, Article 18): what was wrong, how it reads, and that the rest holds. */
export const correction = composer(CorrectionInput, ({ frame, addressees, corrected, error, text }) =>
  officialDocument(frame, {
    type: 'correction',
    form: 'official-letter',
    abstract: `đính chính ${corrected.kind} số ${corrected.number}`,
    addressees,
    body: [
      paragraph(
        opening(
          frame,
          `Qua rà soát, ${frame.issuerName} phát hiện sai sót về thể thức, kỹ thuật trình bày tại ${aboutInFull(corrected)} và đính chính như sau:`,
        ),
      ),
      paragraph(`1. Nội dung sai sót: ${sentence(upperFirst(bare(error)))}`),
      paragraph(`2. Nội dung đính chính: ${sentence(upperFirst(bare(text)))}`),
      paragraph(`Các nội dung khác của ${corrected.kind} số ${corrected.number} không thay đổi.`),
      paragraph(closed(`${frame.issuerName} thông báo để các cơ quan, đơn vị biết và thực hiện`)),
    ],
  }),
);
