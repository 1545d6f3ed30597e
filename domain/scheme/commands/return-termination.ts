import { refuse } from '../../command.ts';
import { tellings } from '../../tellings.ts';
import { schemeCommand } from '../command.ts';

/** The signer gave the proposed termination back: the scheme goes on. */
export const returnTermination = schemeCommand('return-termination', {
  input: tellings['return-termination'],

  decide({ input, state: { termination } }) {
    if (!termination?.proposed) return refuse('termination.not-proposed', {}, undefined, 409);
    return [{ type: 'termination-returned', reason: input.reason }];
  },
});
