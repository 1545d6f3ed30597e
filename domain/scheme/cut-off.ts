import { type Refusal, refuse } from '../command.ts';
import { lawValue } from '../regulation/law-value.ts';
import type { RegulationPack } from '../regulation/pack.ts';
import type { Scheme } from './state.ts';

/** Refuses what comes after the last day of the scheme's round, a province's own on the local route. Null on that day and before it. */
export function afterCutOff({ cutOff, route, provinceId }: Scheme, pack: RegulationPack, today: string): Refusal | null {
  if (today <= cutOff) return null;
  return refuse(
    'submit.after-cut-off',
    { cutOff, today },
    lawValue(pack, 'intake.cutoff', { on: today, province: route === 'local' ? provinceId : null }),
  );
}
