import { z } from 'zod';
import { type Refusal, refuse } from '../../command.ts';
import { positiveDong } from '../../money/dong.ts';
import { words } from '../../text.ts';
import { sumOf } from '../budget.ts';
import { schemeCommand } from '../command.ts';
import { type ContractTerms, termsThatDiffer } from '../contract-terms.ts';
import type { Scheme } from '../state.ts';
import { takenFrom } from '../support.ts';

const Milestone = z.strictObject({ name: words(500), due: z.iso.date(), amountDong: positiveDong });

/**
 * Agency and host agree on the contract, each by giving it word for word; the second agreement concludes it. Who gave it first may give it
 * anew until then. The sum (đồng) is at most the allocation, and the milestones add up to it.
 */
export const concludeContract = schemeCommand('conclude-contract', {
  input: z.strictObject({
    number: words(50),
    date: z.iso.date(),
    sumDong: positiveDong,
    startsOn: z.iso.date(),
    endsOn: z.iso.date(),
    milestones: z.array(Milestone).min(1).max(100),
  }),

  decide({ input: terms, state: scheme, actor }) {
    const side = actor.as === 'agency' ? 'agency' : 'host';
    const refused = unfitTerms(terms, scheme);
    if (refused) return refused;
    const agreed = { type: 'contract-agreed', side, byName: actor.name, ...terms } as const;
    const known = scheme.contract;
    if (!known) return [agreed];
    const differing = termsThatDiffer(known, terms);
    const mine = known.agreedBy.some((one) => one.side === side);
    if (mine) return differing.length === 0 ? refuse('contract.already-agreed', { number: known.number }, undefined, 409) : [agreed];
    if (differing.length > 0) return refuse('contract.differs', { fields: differing });
    return [agreed, { type: 'contract-concluded', ...terms, amounts: takenFrom(scheme.allocation?.amounts ?? [], terms.sumDong) }];
  },
});

function unfitTerms(terms: ContractTerms, scheme: Scheme): Refusal | null {
  const { sumDong, startsOn, endsOn, milestones } = terms;
  if (endsOn <= startsOn) return refuse('contract.dates-crossed', { startsOn, endsOn });
  const outside = milestones.filter(({ due }) => due < startsOn || due > endsOn);
  if (outside.length > 0) return refuse('contract.milestone-outside', { milestones: outside.map(({ name }) => name), startsOn, endsOn });
  const milestonesDong = sumOf(milestones);
  if (milestonesDong !== sumDong) return refuse('contract.milestones-differ', { milestonesDong, sumDong });
  const allocatedDong = sumOf(scheme.allocation?.amounts ?? []);
  return sumDong > allocatedDong ? refuse('contract.over-allocation', { sumDong, allocatedDong }) : null;
}
