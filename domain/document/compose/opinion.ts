import { z } from 'zod';
import { positiveDong } from '../../money/dong.ts';
import { Line } from '../table.ts';
import { composer } from './composer.ts';
import { officialDocument } from './document.ts';
import { Frame, SchemeName } from './frame.ts';
import { SourceAmount } from './scheme-list.ts';
import { closed, dashed, numbered, opening, paragraph, sentence, sum, sumInFull } from './wording.ts';

const common = { frame: Frame, scheme: SchemeName };

export const OpinionInput = z.discriminatedUnion('outcome', [
  z.object({
    ...common,
    outcome: z.literal('forward'),
    addressee: Line,
    aim: Line,
    /** Total of the scheme, đồng, and where it comes from. */
    total: positiveDong,
    amounts: z.array(SourceAmount).min(1),
    /** Counterpart funds that the province commits, đồng, and their source; left out where there are none. */
    counterpart: SourceAmount.optional(),
    findings: z.array(Line).min(1),
  }),
  z.object({
    ...common,
    outcome: z.literal('return'),
    /** Sections that are to be mended, with reasons. */
    requests: z.array(Line).min(1),
  }),
  z.object({ ...common, outcome: z.literal('reject'), reasons: z.array(Line).min(1) }),
]);
export type OpinionInput = z.infer<typeof OpinionInput>;
type Of<Outcome extends OpinionInput['outcome']> = Extract<OpinionInput, { outcome: Outcome }>;

/** The province's word on a scheme: a submission that forwards it with committed counterpart funds, or a letter that returns or rejects it. */
export const opinion = composer(OpinionInput, (input) => {
  if (input.outcome === 'forward') return forward(input);
  return input.outcome === 'return' ? giveBack(input) : reject(input);
});

function forward({ frame, scheme, ...file }: Of<'forward'>) {
  return officialDocument(frame, {
    type: 'opinion',
    form: 'submission',
    typeName: 'TỜ TRÌNH',
    abstract: `Về việc đề nghị hỗ trợ kinh phí thực hiện đề án “${scheme.title}”`,
    addressees: [file.addressee],
    body: [
      paragraph(
        opening(
          frame,
          `${frame.issuerName} trình ${file.addressee} xem xét, hỗ trợ thực hiện đề án “${scheme.title}” do ${scheme.host} chủ trì, như sau:`,
        ),
      ),
      { kind: 'heading', level: 1, number: 'I.', title: 'SỰ CẦN THIẾT VÀ MỤC TIÊU' },
      paragraph(sentence(file.aim)),
      { kind: 'heading', level: 1, number: 'II.', title: 'Ý KIẾN THẨM TRA' },
      { kind: 'list', points: numbered(file.findings) },
      { kind: 'heading', level: 1, number: 'III.', title: 'KINH PHÍ THỰC HIỆN' },
      paragraph(`Tổng kinh phí: ${sumInFull(file.total)}, trong đó:`),
      { kind: 'list', points: dashed(file.amounts.map(({ source, amount }) => `${source}: ${sum(amount)}`)) },
      ...(file.counterpart === undefined
        ? []
        : [
            paragraph(
              `${frame.issuerName} cam kết bố trí vốn đối ứng từ nguồn ${file.counterpart.source}: ${sumInFull(file.counterpart.amount)} khi đề án được phê duyệt.`,
            ),
          ]),
      { kind: 'heading', level: 1, number: 'IV.', title: 'ĐỀ NGHỊ' },
      paragraph(
        closed(
          `${frame.issuerName} kính trình ${file.addressee} xem xét, thẩm định và phê duyệt để ${scheme.host} có cơ sở tổ chức thực hiện`,
        ),
      ),
    ],
  });
}

function giveBack({ frame, scheme, requests }: Of<'return'>) {
  return officialDocument(frame, {
    type: 'opinion',
    form: 'official-letter',
    abstract: 'hoàn thiện hồ sơ đề án trước khi trình',
    addressees: [scheme.host],
    body: [
      paragraph(
        opening(
          frame,
          `sau khi xem xét hồ sơ đề án “${scheme.title}”, ${frame.issuerName} đề nghị ${scheme.host} hoàn thiện các nội dung sau trước khi trình:`,
        ),
      ),
      { kind: 'list', points: numbered(requests) },
      paragraph(closed(`Đề nghị ${scheme.host} hoàn thiện và gửi lại hồ sơ để ${frame.issuerName} xem xét, trình theo quy định`)),
    ],
  });
}

function reject({ frame, scheme, reasons }: Of<'reject'>) {
  return officialDocument(frame, {
    type: 'opinion',
    form: 'official-letter',
    abstract: 'không trình đề án đề nghị hỗ trợ kinh phí',
    addressees: [scheme.host],
    body: [
      paragraph(
        opening(
          frame,
          `sau khi xem xét, ${frame.issuerName} thông báo không trình đề án “${scheme.title}” do ${scheme.host} chủ trì, với các lý do sau:`,
        ),
      ),
      { kind: 'list', points: numbered(reasons) },
      paragraph(closed(`${frame.issuerName} thông báo để ${scheme.host} biết`)),
    ],
  });
}
