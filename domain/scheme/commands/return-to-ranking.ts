import { tellings } from '../../tellings.ts';
import { schemeCommand } from '../command.ts';

/** The signer gave the list back: the scheme stands where it stood before. */
export const returnToRanking = schemeCommand('return-to-ranking', {
  input: tellings['return-to-ranking'],
  decide: ({ input }) => [{ type: 'decision-returned', reason: input.reason }],
});
