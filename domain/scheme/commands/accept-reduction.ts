import { refuse } from '../../command.ts';
import { supportByYear } from '../budget.ts';
import { schemeCommand } from '../command.ts';
import { changedSections } from '../differences.ts';
import { edited, ProposalEdit } from '../proposal.ts';
import { unreadiness } from '../soundness.ts';
import { sameAmounts } from '../support.ts';

const Replanned = ProposalEdit.pick({ lines: true, outputs: true, targets: true, schedule: true }).required({ lines: true });

/**
 * The host takes the smaller sum and re-plans its lines to it: their support is in every year what was allocated. Outputs, targets and
 * schedule may shrink with them.
 */
export const acceptReduction = schemeCommand('accept-reduction', {
  input: Replanned,

  decide({ input, state: scheme, pack }) {
    const allocated = scheme.allocation?.amounts ?? [];
    const proposal = edited(scheme.proposal, input);
    const planned = supportByYear(proposal, scheme.route);
    if (!sameAmounts(planned, allocated)) return refuse('reduction.sum-differs', { planned, allocated });
    const changed = changedSections(scheme.proposal, proposal);
    return unreadiness(pack, proposal, scheme) ?? [{ type: 'reduction-accepted', version: scheme.version + 1, proposal, changed }];
  },
});
