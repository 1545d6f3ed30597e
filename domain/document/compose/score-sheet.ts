import { z } from 'zod';
import { Line } from '../table.ts';
import { composer } from './composer.ts';
import { CouncilRole, councilRoleName } from './council.ts';
import { officialDocument } from './document.ts';
import { Frame, SchemeName } from './frame.ts';
import { decimal, numbered, paragraph, sentence } from './wording.ts';

export const ScoreSheetInput = z.object({
  frame: Frame,
  councilName: Line,
  session: z.int().positive(),
  member: z.object({ name: Line, role: CouncilRole, organisation: Line }),
  scheme: SchemeName,
  criteria: z
    .array(z.object({ name: Line, maximum: z.number().positive(), score: z.number().nonnegative(), comment: z.string().default('') }))
    .min(1),
  verdict: z.enum(['pass', 'conditional', 'fail']),
  conditions: z.array(Line).default([]),
  comment: z.string().trim().default(''),
});
export type ScoreSheetInput = z.infer<typeof ScoreSheetInput>;

const verdicts: Record<ScoreSheetInput['verdict'], string> = {
  pass: 'Đề nghị phê duyệt.',
  conditional: 'Đề nghị phê duyệt sau khi chỉnh sửa, hoàn thiện.',
  fail: 'Đề nghị không phê duyệt.',
};

/** One member's score sheet on one scheme; the form takes no number, the member alone signs. */
export const scoreSheet = composer(ScoreSheetInput, ({ frame, ...sheet }) => {
  const total = sheet.criteria.reduce((points, { score }) => points + score, 0);
  const maximum = sheet.criteria.reduce((points, criterion) => points + criterion.maximum, 0);
  return officialDocument(
    { ...frame, symbol: undefined },
    {
      type: 'score-sheet',
      form: 'form',
      typeName: 'PHIẾU ĐÁNH GIÁ ĐỀ ÁN',
      abstract: `${sheet.councilName} - Phiên thứ ${sheet.session}`,
      body: [
        {
          kind: 'definitions',
          entries: [
            { term: '1. Tên đề án', text: sheet.scheme.title },
            { term: '2. Đơn vị chủ trì', text: sheet.scheme.host },
            {
              term: '3. Người đánh giá',
              text: `${sheet.member.name} - ${councilRoleName(sheet.member.role)} (${sheet.member.organisation})`,
            },
            { term: '4. Đánh giá theo tiêu chí', text: `thang điểm ${decimal(maximum)}.` },
          ],
        },
        {
          kind: 'table',
          table: {
            head: [
              { title: 'STT', align: 'center', share: 8 },
              { title: 'Tiêu chí đánh giá', align: 'left' },
              { title: 'Điểm tối đa', align: 'center', share: 11 },
              { title: 'Điểm đánh giá', align: 'center', share: 11 },
              { title: 'Nhận xét', align: 'left', share: 30 },
            ],
            rowHead: 1,
            rows: [
              ...sheet.criteria.map((criterion, index) => ({
                kind: 'item' as const,
                cells: [String(index + 1), criterion.name, decimal(criterion.maximum), decimal(criterion.score), criterion.comment],
              })),
              { kind: 'total', cells: ['', 'Tổng điểm', decimal(maximum), decimal(Math.round(total * 100) / 100), ''] },
            ],
          },
        },
        ...(sheet.comment === '' ? [] : [paragraph(`5. Ý kiến nhận xét chung: ${sentence(sheet.comment)}`)]),
        paragraph(
          `${sheet.comment === '' ? 5 : 6}. Kết luận: ${verdicts[sheet.verdict]}${sheet.conditions.length === 0 ? '' : ' Các nội dung cần chỉnh sửa, hoàn thiện:'}`,
        ),
        ...(sheet.conditions.length === 0
          ? []
          : [{ kind: 'list' as const, points: numbered(sheet.conditions).map((point) => ({ ...point, mark: '-' })) }]),
      ],
      signatures: [{ capacity: [], title: 'NGƯỜI ĐÁNH GIÁ', name: sheet.member.name, field: 'ChuKy' }],
    },
  );
});
