import { tellings } from '../../tellings.ts';
import { schemeCommand } from '../command.ts';

/** The refusal was issued, with its reason. */
export const refuseScheme = schemeCommand('refuse', {
  input: tellings.refuse,
  decide: ({ input }) => [{ type: 'refused', ...input, symbol: input.symbol ?? '' }],
});
