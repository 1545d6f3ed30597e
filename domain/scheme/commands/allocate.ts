import { refuse } from '../../command.ts';
import { tellings } from '../../tellings.ts';
import { sumOf } from '../budget.ts';
import { schemeCommand } from '../command.ts';
import { supportAmounts } from '../support.ts';

/** States in which a scheme waits for its money. */
const awaiting = ['approved', 'deferred'];

/**
 * The allocation decision was issued: the whole approved support, less of it, or nothing yet (the scheme waits). Never more than was
 * approved. Amounts in đồng; only the state's money is allocated. A scheme that was ended meanwhile takes nothing: what the round had
 * reserved for it comes free.
 */
export const allocate = schemeCommand('allocate', {
  input: tellings.allocate,

  decide({ input, state: scheme, stateName }) {
    const amounts = supportAmounts(scheme.route, input.amounts);
    const issued = { documentId: input.documentId, symbol: input.symbol ?? '', date: input.date };
    if (!awaiting.includes(stateName)) return [{ type: 'allocation-voided', ...issued, amounts }];
    if (amounts.length === 0) return [{ type: 'allocation-deferred', ...issued }];
    const allocatedDong = sumOf(amounts);
    const approvedDong = sumOf(supportAmounts(scheme.route, scheme.approved?.amounts ?? []));
    if (allocatedDong > approvedDong) return refuse('allocation.more-than-approved', { allocatedDong, approvedDong });
    return [{ type: allocatedDong === approvedDong ? 'allocated' : 'allocation-reduced', ...issued, amounts }];
  },
});
