import { tellings } from '../../tellings.ts';
import { schemeCommand } from '../command.ts';

/** The scheme's place in the round's ranking, or on its waiting list. */
export const rank = schemeCommand('rank', {
  input: tellings.rank,
  decide: ({ input: { list, ...place } }) => [{ type: list === 'ranked' ? 'ranked' : 'put-on-waiting-list', ...place }],
});
