import { refuse } from '../../command.ts';
import { tellings } from '../../tellings.ts';
import { roundCommand } from '../command.ts';

/** An allocation decision has been issued. Each scheme of its list turns its reservation into allocated money itself. */
export const noteAllocation = roundCommand('note-allocation', {
  input: tellings['note-allocation'],

  decide({ input, state }) {
    const allocation = state.allocations.find(({ no }) => no === input.allocationNo);
    if (allocation?.status !== 'proposed') return refuse('allocation.not-open', { allocationNo: input.allocationNo }, undefined, 409);
    return [{ type: 'allocation-issued', ...input }];
  },
});
