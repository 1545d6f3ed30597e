import { refuse } from '../../command.ts';
import { tellings } from '../../tellings.ts';
import { roundCommand } from '../command.ts';

/** The signer has given an allocation back for good: what it had reserved is free again. */
export const noteAllocationReturned = roundCommand('note-allocation-returned', {
  input: tellings['note-allocation-returned'],

  decide({ input, state }) {
    const allocation = state.allocations.find(({ no }) => no === input.allocationNo);
    if (allocation?.status !== 'proposed') return refuse('allocation.not-open', { allocationNo: input.allocationNo }, undefined, 409);
    return [{ type: 'allocation-returned', ...input }];
  },
});
