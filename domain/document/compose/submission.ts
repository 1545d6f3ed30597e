import { z } from 'zod';
import { dong, sumDong } from '../../money/dong.ts';
import type { Block } from '../block.ts';
import { Line } from '../table.ts';
import { composer } from './composer.ts';
import { counted } from './council.ts';
import { annexReference, officialDocument } from './document.ts';
import { Frame, Reference, Year } from './frame.ts';
import { ListedScheme, listTotal, schemeListAnnex, totalsBySource } from './scheme-list.ts';
import { bare, closed, dashed, numberAndDate, numbered, openingBases, paragraph, sum, sumInFull } from './wording.ts';

export const SubmissionInput = z.object({
  frame: Frame,
  addressee: Line,
  year: Year,
  /** How many files came in, were complete, were appraised. */
  files: z.object({ received: z.int().nonnegative(), eligible: z.int().nonnegative(), appraised: z.int().nonnegative() }),
  /** Minutes of the council's sessions. */
  minutes: z.array(Reference).default([]),
  schemes: z.array(ListedScheme).min(1),
  waiting: z.array(ListedScheme).default([]),
  /** Schemes proposed for refusal, with the reason. */
  refused: z.array(z.object({ title: Line, host: Line, reason: Line })).default([]),
  /** Money there is, by source, đồng. */
  ceilings: z.array(z.object({ source: Line, ceiling: dong })).default([]),
});
export type SubmissionInput = z.infer<typeof SubmissionInput>;

/** Submission that lays the list of schemes before the one who decides, with the draft decision. */
export const submission = composer(SubmissionInput, ({ frame, addressee, year, ...round }) => {
  const list = `Danh mục đề án thuộc ${frame.programme} năm ${year}`;
  const bases = openingBases(frame.bases);
  return officialDocument(frame, {
    type: 'submission',
    form: 'submission',
    typeName: 'TỜ TRÌNH',
    abstract: `Về việc phê duyệt ${list}`,
    addressees: [addressee],
    body: [
      ...(bases === '' ? [] : [paragraph(`${bases}.`)]),
      paragraph(`${frame.issuerName} kính trình ${addressee} xem xét, phê duyệt ${list} với những nội dung chủ yếu sau:`),
      { kind: 'heading', level: 1, number: 'I.', title: 'TIẾP NHẬN VÀ THẨM ĐỊNH' },
      paragraph(
        `${frame.issuerName} đã tiếp nhận ${counted(round.files.received, 'hồ sơ')}; có ${counted(round.files.eligible, 'hồ sơ')} đầy đủ, hợp lệ; Hội đồng thẩm định đã thẩm định ${counted(round.files.appraised, 'đề án')}${meetings(round.minutes)}.`,
      ),
      { kind: 'heading', level: 1, number: 'II.', title: 'DANH MỤC VÀ KINH PHÍ ĐỀ NGHỊ PHÊ DUYỆT' },
      paragraph(
        `Đề nghị phê duyệt ${counted(round.schemes.length, 'đề án')} (chi tiết tại Phụ lục kèm theo), tổng kinh phí: ${sumInFull(listTotal(round.schemes))}, trong đó:`,
      ),
      {
        kind: 'list',
        points: dashed(
          totalsBySource(round.schemes).map(
            ({ source, amount }) => `${source}: ${sum(amount)}${withinCeiling(source, amount, round.ceilings)}`,
          ),
        ),
      },
      ...others(round.waiting, round.refused),
      { kind: 'heading', level: 1, number: 'III.', title: 'ĐỀ NGHỊ' },
      paragraph(
        closed(
          `${frame.issuerName} kính trình ${addressee} xem xét, ký ban hành Quyết định phê duyệt ${list} (dự thảo Quyết định kèm theo)`,
        ),
      ),
    ],
    annexes: [
      schemeListAnnex(round.schemes, { title: `${list} trình phê duyệt`, reference: annexReference(frame, 'Tờ trình', frame.issuerName) }),
    ],
  });
});

function meetings(minutes: readonly Reference[]): string {
  return minutes.length === 0 ? '' : ` (Biên bản họp ${minutes.map(numberAndDate).join(', ')})`;
}

function withinCeiling(source: string, amount: number, ceilings: SubmissionInput['ceilings']): string {
  const ceiling = sumDong(ceilings.filter((other) => other.source === source).map((other) => other.ceiling));
  return ceiling === 0 ? '' : ` (${amount <= ceiling ? 'trong' : 'vượt'} tổng mức ${sum(ceiling)} được bố trí)`;
}

function others(waiting: readonly ListedScheme[], refused: SubmissionInput['refused']): Block[] {
  const blocks: Block[] = [];
  if (waiting.length > 0) {
    blocks.push(
      paragraph(`Danh sách dự phòng gồm ${counted(waiting.length, 'đề án')}, được xem xét khi có nguồn kinh phí theo thứ tự sau:`),
    );
    blocks.push({
      kind: 'list',
      points: numbered(waiting.map((scheme) => `“${scheme.title}” (${scheme.host}): ${sum(listTotal([scheme]))}`)),
    });
  }
  if (refused.length > 0) {
    blocks.push(paragraph(`Đề nghị không phê duyệt ${counted(refused.length, 'đề án')}:`));
    blocks.push({ kind: 'list', points: dashed(refused.map(({ title, host, reason }) => `“${title}” (${host}): ${bare(reason)}`)) });
  }
  return blocks;
}
