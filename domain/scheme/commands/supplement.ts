import { z } from 'zod';
import { refuse } from '../../command.ts';
import { schemeCommand } from '../command.ts';
import { changedSections } from '../differences.ts';
import { edited, ProposalEdit } from '../proposal.ts';
import { titlesOf } from '../section-titles.ts';
import { unreadiness } from '../soundness.ts';
import { closedSection } from '../supplement.ts';
import { Reason } from '../wording.ts';

/**
 * The host hands the supplement in: changes of the opened sections, made before or given here, or an explanation why they stay as they are.
 * The file must be complete again.
 */
export const supplement = schemeCommand('supplement', {
  input: z.strictObject({ proposal: ProposalEdit.optional(), explanation: Reason.optional() }),

  decide({ input, state: scheme, pack }) {
    const proposal = edited(scheme.proposal, input.proposal ?? {});
    const changed = changedSections(scheme.proposal, proposal);
    const wanting = scheme.intake.requests.at(-1)?.version;
    if (changed.length === 0 && scheme.version === wanting && input.explanation === undefined)
      return refuse('supplement.unchanged', { opened: titlesOf(scheme.intake.openedSections) });
    const refused = closedSection(scheme, changed) ?? unreadiness(pack, proposal, scheme);
    if (refused) return refused;
    const version = scheme.version + (changed.length > 0 ? 1 : 0);
    return {
      facts: [{ type: 'supplemented', version, proposal, changed, explanation: input.explanation ?? null }],
      result: { version, changed },
    };
  },
});
