import { z } from 'zod';
import { refuse } from '../../command.ts';
import { text } from '../../text.ts';
import { schemeCommand } from '../command.ts';
import { receivedDong, unfinished } from '../requests.ts';

/**
 * Another in finance confirms the review (phê duyệt quyết toán). What was paid above the allowed support is owed back, what was paid below it
 * is owed to the host; what the contract no longer needs comes free for others.
 */
export const confirmSettlement = schemeCommand('confirm-settlement', {
  input: z.strictObject({ note: text(5_000).default('') }),

  decide({ input, state: scheme }) {
    const { reviewedBy, treasuryDong, allowedDong, disallowedDong, repaidDong } = scheme.settlement;
    if (reviewedBy === null) return refuse('settlement.not-reviewed', {}, undefined, 409);
    const open = unfinished(scheme);
    if (open.length > 0) return refuse('settlement.request-open', { nos: open.map(({ no }) => no) }, undefined, 409);
    const recordedDong = receivedDong(scheme);
    if (treasuryDong !== recordedDong) {
      const differenceDong = Math.abs((treasuryDong ?? 0) - recordedDong);
      return refuse('settlement.treasury-differs', { treasuryDong, recordedDong, differenceDong });
    }
    const kept = recordedDong - repaidDong;
    return [
      {
        type: 'settlement-confirmed',
        allowedDong,
        disallowedDong,
        receivedDong: kept,
        owesBackDong: Math.max(0, kept - allowedDong),
        owedToHostDong: Math.max(0, allowedDong - kept),
        keptDong: Math.max(recordedDong, allowedDong + repaidDong),
        note: input.note,
      },
    ];
  },
});
