import type { Fraction } from '../regulation/law-catalogue.ts';
import type { Votes } from '../scheme/state.ts';
import { reaches } from './quorum.ts';
import type { AgendaItem, Ballot } from './state.ts';

/** How many voted how. */
export function countVotes(ballots: readonly Pick<Ballot, 'vote'>[]): Votes {
  const votes: Votes = { pass: 0, conditional: 0, fail: 0 };
  for (const { vote } of ballots) votes[vote] += 1;
  return votes;
}

/** Whether so many of those present are a majority: the law's share of them, and more than half in any case. A tie never is. */
export const isMajority = (count: number, present: number, share: Fraction): boolean =>
  reaches(count, present, share) && 2 * count > present;

/**
 * What a ballot comes to: passed by a majority of those present; passed on conditions where only both kinds of consent together are one;
 * else not passed. Who is there and did not vote consents to nothing.
 */
export function conclude(votes: Votes, present: number, share: Fraction): 'pass' | 'conditional' | 'fail' {
  if (isMajority(votes.pass, present, share)) return 'pass';
  return isMajority(votes.pass + votes.conditional, present, share) ? 'conditional' : 'fail';
}

/** The mean of the score sheets of those who judge the scheme, to two decimals; null where there is none. Who is not there only advises. */
export function averageScore(item: Pick<AgendaItem, 'sheets'>, judging: readonly { personId: string }[]): number | null {
  const totals = item.sheets.filter(({ by }) => judging.some(({ personId }) => personId === by)).map(({ total }) => total);
  if (totals.length === 0) return null;
  return Math.round((totals.reduce((sum, total) => sum + total, 0) / totals.length) * 100) / 100;
}
