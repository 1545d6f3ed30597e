import { z } from 'zod';
import { isRefusal, refuse } from '../../command.ts';
import { freeIn, fundId } from '../../money/ledger.ts';
import { lawValue } from '../../regulation/law-value.ts';
import { Files } from '../../text.ts';
import { adjusted } from '../adjustment.ts';
import { AdjustmentChange } from '../adjustment-change.ts';
import { fundOfMore, hasCouncil } from '../adjustment-way.ts';
import { schemeCommand } from '../command.ts';
import { Reason } from '../wording.ts';

/**
 * The host asks to change what was approved (điều chỉnh). Who decides, and whether the council sees it first, follows from the kind of the
 * change (`adjustment.change`). More support must be free in the fund.
 */
export const requestAdjustment = schemeCommand('request-adjustment', {
  input: z.strictObject({ changes: AdjustmentChange, reason: Reason, files: Files.default([]) }),
  needs: ({ input, state: scheme, pack }) => (input.changes.change === 'more-money' ? { funds: [fundId(fundOfMore(scheme, pack))] } : {}),

  decide({ input, state: scheme, pack, today, situation }) {
    const { changes, reason, files } = input;
    const law = lawValue(pack, 'adjustment.change', { on: today, change: changes.change });
    if (scheme.termination?.proposed) return refuse('termination.proposed', {}, undefined, 409);
    const applied = adjusted(scheme, changes, pack);
    if (isRefusal(applied)) return { ...applied, ground: applied.ground ?? { basis: law.basis, certainty: law.certainty } };
    const { moreDong } = applied;
    const freeDong = freeIn(situation.funds[fundId(fundOfMore(scheme, pack))]);
    if (moreDong > freeDong) return refuse('adjustment.no-money', { moreDong, freeDong });
    const { decider, material } = law.value;
    return [
      {
        type: 'adjustment-requested',
        no: scheme.adjustments + 1,
        kind: changes.change,
        changes,
        reason,
        files,
        decider,
        toCouncil: material && hasCouncil(scheme, pack),
        moreDong,
      },
    ];
  },
});
