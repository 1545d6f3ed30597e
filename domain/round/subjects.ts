import type { Standing } from '../scheme/standing.ts';
import type { Round } from './state.ts';

/** Of schemes in which states a command of a round can be; the others need no scheme. */
export const statesAskedFor: Readonly<Record<string, readonly string[]>> = {
  'rank-schemes': ['recommended', 'ranked', 'waiting-list'],
  'promote-from-waiting-list': ['waiting-list'],
  'propose-decision': ['recommended', 'ranked', 'waiting-list', 'not-recommended'],
  'propose-allocation': ['approved', 'deferred'],
};

/** Schemes on a list that lies with the signer: until it is issued or comes back, nothing else is proposed for them. */
export function beforeTheSigner({ decisions, allocations }: Pick<Round, 'decisions' | 'allocations'>): ReadonlySet<string> {
  const lists: { status: string; list: { schemeId: string }[] }[] = [...decisions, ...allocations];
  return new Set(lists.filter(({ status }) => status === 'proposed').flatMap(({ list }) => list.map(({ schemeId }) => schemeId)));
}

/** Whether a command of the round has a scheme that it can be about. */
export function hasSubject(command: string, round: Pick<Round, 'decisions' | 'allocations'>, schemes: readonly Standing[]): boolean {
  const states = statesAskedFor[command];
  if (!states) return true;
  const lying = beforeTheSigner(round);
  return schemes.some(({ schemeId, state }) => states.includes(state) && !lying.has(schemeId));
}
