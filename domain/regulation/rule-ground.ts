import type { Certainty } from './basis.ts';
import { citeBasis } from './instrument.ts';
import type { RegulationPack } from './pack.ts';

/**
 * On what a refusal rests: `ruleGround(pack, 'council.not-enough')`. The rule's own entry, else that of the nearest beginning of its key
 * ("council"), else that of "*", which every pack has.
 */
export function ruleGround(
  pack: Pick<RegulationPack, 'rules' | 'instruments' | 'id'>,
  rule: string,
): { basis: string; certainty: Certainty } {
  const steps = rule.split('.');
  const beginnings = steps.map((_, index) => steps.slice(0, steps.length - index).join('.'));
  for (const key of [...beginnings, '*']) {
    const ground = pack.rules[key];
    if (ground) return { basis: citeBasis(pack.instruments, ground.basis), certainty: ground.certainty };
  }
  throw new Error(`The pack ${pack.id} names no ground for rules.`);
}
