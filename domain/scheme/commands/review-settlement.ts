import { z } from 'zod';
import { isRefusal, type Refusal, refuse } from '../../command.ts';
import { dong, sumDong } from '../../money/dong.ts';
import { text } from '../../text.ts';
import { schemeCommand } from '../command.ts';
import type { ReviewedLine } from '../facts/settlement.ts';
import { receivedDong } from '../requests.ts';
import type { Scheme } from '../state.ts';

const Reviewed = z.strictObject({ lineNo: z.int().positive(), allowedDong: dong, reason: text(2_000).default('') });
type Reviewed = z.infer<typeof Reviewed>;

/**
 * Finance reviews the settlement (thẩm tra quyết toán): of each line's support how much it allows; what it disallows (xuất toán) needs a
 * reason. `treasuryDong`: what the treasury's record shows as paid; it must be the sum of the slips taken down here.
 */
export const reviewSettlement = schemeCommand('review-settlement', {
  input: z.strictObject({ lines: z.array(Reviewed).max(500), treasuryDong: dong, note: text(5_000).default('') }),

  decide({ input, state: scheme }) {
    const { treasuryDong, note } = input;
    const recordedDong = receivedDong(scheme);
    if (treasuryDong !== recordedDong) {
      const differenceDong = Math.abs(treasuryDong - recordedDong);
      return refuse('settlement.treasury-differs', { treasuryDong, recordedDong, differenceDong });
    }
    const lines = reviewed(scheme, input.lines);
    if (isRefusal(lines)) return lines;
    const allowedDong = sumDong(lines.map((line) => line.allowedDong));
    const disallowedDong = sumDong(lines.map((line) => line.disallowedDong));
    return [{ type: 'settlement-reviewed', lines, treasuryDong, allowedDong, disallowedDong, note }];
  },
});

/** Every line of the file with a word on it; a line that spent no support needs none. */
function reviewed({ settlement }: Scheme, given: readonly Reviewed[]): ReviewedLine[] | Refusal {
  const numbers = given.map(({ lineNo }) => lineNo);
  const unknown = given.find(({ lineNo }) => !settlement.lines.some((line) => line.lineNo === lineNo));
  if (unknown) return refuse('settlement.no-line', { lineNo: unknown.lineNo, planned: settlement.lines.length });
  if (new Set(numbers).size < numbers.length) return refuse('settlement.line-twice');
  const silent = settlement.lines.filter(({ lineNo, supportDong }) => supportDong > 0 && !numbers.includes(lineNo));
  if (silent.length > 0) return refuse('settlement.lines-missing', { lines: silent.map(({ lineNo }) => lineNo) });
  const lines: ReviewedLine[] = [];
  for (const { lineNo, item, supportDong } of settlement.lines) {
    const { allowedDong, reason } = given.find((line) => line.lineNo === lineNo) ?? { allowedDong: 0, reason: '' };
    if (allowedDong > supportDong) return refuse('settlement.over-spent', { lineNo, item, allowedDong, supportDong });
    const disallowedDong = supportDong - allowedDong;
    if (disallowedDong > 0 && reason === '') return refuse('settlement.disallowed-why', { lineNo, item, disallowedDong });
    lines.push({ lineNo, allowedDong, disallowedDong, reason: reason === '' ? null : reason });
  }
  return lines;
}
