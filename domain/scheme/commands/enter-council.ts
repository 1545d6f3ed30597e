import { tellings } from '../../tellings.ts';
import { schemeCommand } from '../command.ts';

/** The scheme is on the agenda of a council's session. */
export const enterCouncil = schemeCommand('enter-council', {
  input: tellings['enter-council'],
  decide: ({ input }) => [{ type: 'entered-council', ...input }],
});
