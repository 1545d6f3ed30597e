import { z } from 'zod';
import { isRefusal, type Refusal, refuse } from '../../command.ts';
import { freeIn, fundId } from '../../money/ledger.ts';
import { findLawValue } from '../../regulation/law-value.ts';
import { text } from '../../text.ts';
import { adjusted } from '../adjustment.ts';
import { fundOfMore } from '../adjustment-way.ts';
import { schemeCommand } from '../command.ts';
import type { AdjustmentFact } from '../facts/adjustment.ts';
import type { Scheme } from '../state.ts';

type Adjustment = NonNullable<Scheme['adjustment']>;

/**
 * The head of the agency decides on an adjustment within its powers; one that the signer decides on it sends on: what changes the substance
 * first to the council, then to the signer, with a draft decision. Refusing such a one is the signer's, unless the council was against it.
 */
export const decideAdjustment = schemeCommand('decide-adjustment', {
  input: z.strictObject({ decision: z.enum(['accept', 'refuse']), note: text(5_000).default('') }),
  needs: ({ state: scheme, pack }) => (scheme.adjustment?.moreDong ? { funds: [fundId(fundOfMore(scheme, pack))] } : {}),

  decide({ input, state: scheme, pack, today, situation }) {
    const asked = scheme.adjustment;
    if (!asked) return refuse('adjustment.none', {}, undefined, 409);
    const { no, decider, changes } = asked;
    const { note } = input;
    const wait = waitsElsewhere(asked);
    if (wait) return wait;
    const refused = asked.decider === 'agency-head' || asked.conclusion === 'fail';
    if (input.decision === 'refuse') {
      const law = findLawValue(pack, 'adjustment.change', { on: today, change: asked.kind });
      if (!refused) return refuse('adjustment.signer-decides', { no, kind: asked.kind }, law ?? undefined);
      return note === '' ? refuse('adjustment.refused-why', { no }) : [decided(no, note, null)];
    }
    if (asked.conclusion === 'fail') return refuse('adjustment.council-against', { no });
    if (decider === 'signer') {
      if (asked.toCouncil && !asked.appraised) return [{ type: 'adjustment-sent-to-council', no, note }];
      const freeDong = freeIn(situation.funds[fundId(fundOfMore(scheme, pack))]);
      if (asked.moreDong > freeDong) return refuse('adjustment.no-money', { moreDong: asked.moreDong, freeDong });
      return [{ type: 'adjustment-sent-to-signer', no, note }];
    }
    const applied = adjusted(scheme, changes, pack);
    return isRefusal(applied) ? applied : [decided(no, note, applied)];
  },
});

function waitsElsewhere({ no, status, appraised }: Adjustment): Refusal | null {
  if (status === 'at-council' && !appraised) return refuse('adjustment.at-council', { no }, undefined, 409);
  return status === 'at-signer' ? refuse('adjustment.at-signer', { no }, undefined, 409) : null;
}

const decided = (no: number, note: string, applied: Extract<AdjustmentFact, { type: 'adjustment-decided' }>['applied']) =>
  ({ type: 'adjustment-decided', no, accepted: applied !== null, note, document: null, applied }) as const;
