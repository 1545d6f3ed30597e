import { refuse } from '../../command.ts';
import { tellings } from '../../tellings.ts';
import { acceptedValueDong } from '../accepted-value.ts';
import { schemeCommand } from '../command.ts';
import { cashOf, contractDong, receivedDong } from '../requests.ts';

/**
 * The decision to end the scheme was issued. What was paid, approved for payment, or accepted stays covered by the contract and is settled;
 * the rest of contract and allocation comes free.
 */
export const terminate = schemeCommand('terminate', {
  input: tellings.terminate,

  decide({ input, state: scheme }) {
    if (!scheme.termination?.proposed) return refuse('termination.not-proposed', {}, undefined, 409);
    const approvedDong = scheme.requests.filter(({ status }) => status === 'approved').reduce((sum, request) => sum + cashOf(request), 0);
    const keptDong = Math.min(contractDong(scheme), Math.max(receivedDong(scheme) + approvedDong, acceptedValueDong(scheme)));
    return [{ type: 'terminated', ...input, keptDong }];
  },
});
