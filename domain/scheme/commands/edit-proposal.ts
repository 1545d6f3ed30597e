import { z } from 'zod';
import { refuse } from '../../command.ts';
import { schemeCommand } from '../command.ts';
import { changedSections } from '../differences.ts';
import { edited, ProposalEdit } from '../proposal.ts';
import { unsoundness } from '../soundness.ts';
import { closedSection } from '../supplement.ts';

/**
 * The host changes its proposal: sections that are given replace the present ones, and a new version is kept. `baseVersion` is the version
 * that was read; another one since then makes the edit stale (409). While a supplement is asked for, only the opened sections may change.
 */
export const editProposal = schemeCommand('edit-proposal', {
  input: z.strictObject({ proposal: ProposalEdit, baseVersion: z.int().positive().optional() }),

  decide({ input, state: scheme, stateName, pack }) {
    if (input.baseVersion !== undefined && input.baseVersion !== scheme.version)
      return refuse('proposal.stale', { baseVersion: input.baseVersion, version: scheme.version }, undefined, 409);
    const proposal = edited(scheme.proposal, input.proposal);
    const changed = changedSections(scheme.proposal, proposal);
    if (changed.length === 0) return refuse('proposal.unchanged', { version: scheme.version });
    if (stateName === 'supplementing') {
      const closed = closedSection(scheme, changed);
      if (closed) return closed;
    }
    const unsound = unsoundness(pack, proposal, scheme.route);
    if (unsound) return unsound;
    const version = scheme.version + 1;
    return { facts: [{ type: 'proposal-edited', version, proposal, changed }], result: { version, changed } };
  },
});
