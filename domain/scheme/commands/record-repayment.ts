import { z } from 'zod';
import { refuse } from '../../command.ts';
import { positiveDong } from '../../money/dong.ts';
import { words } from '../../text.ts';
import { schemeCommand } from '../command.ts';
import { unclearedDong } from '../requests.ts';
import { slipProblem } from '../slip.ts';

/**
 * The host has paid money back (hoàn trả), by the treasury's slip: what the settlement found owed, in parts if need be, or before the
 * settlement an advance that no work cleared. Never more than that. đồng
 */
export const recordRepayment = schemeCommand('record-repayment', {
  input: z.strictObject({ slipNumber: words(50), date: z.iso.date(), amountDong: positiveDong }),
  needs: ({ input }) => ({ slips: [{ year: Number(input.date.slice(0, 4)), number: input.slipNumber }] }),

  decide({ input, state: scheme, today, situation }) {
    const { slipNumber: number, date, amountDong } = input;
    const { confirmedOn, owesBackDong } = scheme.settlement;
    const wrong = slipProblem({ number, date }, { scheme, situation, today, notBefore: null });
    if (wrong) return wrong;
    const owedDong = confirmedOn === null ? unclearedDong(scheme) : owesBackDong;
    if (amountDong > owedDong) return refuse('recovery.over-owed', { amountDong, owedDong });
    return [{ type: 'repayment-recorded', amountDong, slip: { number, date } }];
  },
});
