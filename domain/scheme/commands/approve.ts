import { tellings } from '../../tellings.ts';
import { schemeCommand } from '../command.ts';

/** The approval decision was issued, with the sums of this scheme. */
export const approve = schemeCommand('approve', {
  input: tellings.approve,
  decide: ({ input }) => [{ type: 'approved', ...input, symbol: input.symbol ?? '' }],
});
