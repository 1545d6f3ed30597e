import { z } from 'zod';
import { isRefusal } from '../../command.ts';
import { lawValue } from '../../regulation/law-value.ts';
import { addDays } from '../../time/dates.ts';
import { schemeCommand } from '../command.ts';
import { SpentLine, settlementFile } from '../settlement-file.ts';

/**
 * The host settles (nộp hồ sơ quyết toán): every budget line with what was spent, of which source, by which vouchers. Sums are computed. Due
 * some days after the last acceptance, or the termination (`settlement.file`); a late file is taken down as late.
 */
export const fileSettlement = schemeCommand('file-settlement', {
  input: z.strictObject({ lines: z.array(SpentLine).max(500) }),

  decide({ input, state: scheme, pack, today }) {
    const file = settlementFile(scheme, input.lines, today);
    if (isRefusal(file)) return file;
    const since = scheme.acceptance.lastOn ?? scheme.termination?.document?.date ?? null;
    const dueOn = since === null ? null : addDays(since, lawValue(pack, 'settlement.file', { on: today }).value);
    return [{ type: 'settlement-filed', ...file, dueOn, late: dueOn !== null && today > dueOn }];
  },
});
