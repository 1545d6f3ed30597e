import { officesOf } from '../../domain/process/permit.ts';
import { dateOf } from '../../domain/time/programme-day.ts';
import type { Caller } from '../identity/caller.ts';
import type { Parts } from '../parts.ts';
import { openRounds } from './proposals/new-scheme.ts';

/** So many calls are named in the inbox at most. */
const atMost = 3;

/** Calls that take files in and for which the host of this drafter has begun no scheme: nothing of them waits for anybody yet. */
export async function roundsToBegin(caller: Caller, parts: Parts): Promise<{ title: string; closes: string; href: string }[]> {
  const drafting = caller.positions.filter(({ role }) => role === 'host-drafter');
  if (drafting.length === 0) return [];
  const rounds = await openRounds(caller, parts);
  const begun = await parts.reader.scheme.findMany({
    where: {
      roundId: { in: rounds.map(({ id }) => id) },
      hostId: { in: drafting.flatMap(officesOf).map(({ organisationId }) => organisationId) },
    },
    select: { roundId: true },
    distinct: ['roundId'],
  });
  const has = new Set(begun.map(({ roundId }) => roundId));
  return rounds
    .filter(({ id }) => !has.has(id))
    .toSorted((a, b) => a.round.closesAt.localeCompare(b.round.closesAt))
    .slice(0, atMost)
    .map(({ id, round }) => ({ title: round.title, closes: dateOf(round.closesAt), href: `/schemes/new?round=${encodeURIComponent(id)}` }));
}
