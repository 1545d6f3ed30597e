import type { Council } from '../../domain/council/state.ts';
import { hasSessionToCall, statesOfWaiting } from '../../domain/council/subjects.ts';
import { openCommands } from '../../domain/process/permit.ts';
import type { Round } from '../../domain/round/state.ts';
import { beforeTheSigner, hasSubject, statesAskedFor } from '../../domain/round/subjects.ts';
import type { Standing } from '../../domain/scheme/standing.ts';
import { Prisma } from '../../prisma/generated/client.ts';
import type { Caller } from '../identity/caller.ts';
import type { Parts } from '../parts.ts';
import type { KnownThing } from './known-thing.ts';

/** The round whose schemes a thing's commands are about; null for a thing whose commands are about itself alone. */
const roundOf = ({ kind, id, data }: KnownThing): string | null =>
  kind === 'round' ? id : kind === 'council' ? String(data.roundId) : null;

/** The states of schemes of which a command that is open to somebody here would be. */
function statesAsked({ kind, chart, state, people, doers }: KnownThing, caller: Caller): readonly string[] {
  if (kind !== 'round' && kind !== 'council') return [];
  const open = openCommands(chart, state, caller, people, doers);
  return kind === 'council'
    ? open.includes('call-session')
      ? statesOfWaiting
      : []
    : open.flatMap((command) => statesAskedFor[command] ?? []);
}

/**
 * Gives rounds and councils schemes of which a command that is open to somebody could be: one question for all of them, none where there is no
 * such command. Of the schemes of a round in one state one that does not lie with the signer is enough to know that there is one (`most`: null for
 * all); those that a council has had before it come all.
 */
export async function withSchemes(
  things: KnownThing[],
  caller: Caller,
  { reader }: Pick<Parts, 'reader'>,
  most: number | null = 1,
): Promise<KnownThing[]> {
  const asked = things.map((thing) => ({ thing, round: roundOf(thing), states: statesAsked(thing, caller) }));
  const rounds = [...new Set(asked.flatMap(({ round, states }) => (round !== null && states.length > 0 ? [round] : [])))];
  if (rounds.length === 0) return things;
  const states = [...new Set(asked.flatMap((one) => one.states))];
  const lying = things.flatMap(({ kind, data }) => (kind === 'round' ? [...beforeTheSigner(data as unknown as Round)] : []));
  const rows = await reader.$queryRaw<(Standing & { roundId: string })[]>(Prisma.sql`
    SELECT s.id AS "schemeId", s.round_id AS "roundId", s.state, t.data->'council'->>'councilId' AS "councilId",
      coalesce((t.data->'adjustment'->>'toCouncil')::boolean AND NOT (t.data->'adjustment'->>'appraised')::boolean, false) AS changed
    FROM unnest(${rounds}::text[]) AS round (id) CROSS JOIN unnest(${states}::text[]) AS asked (state) CROSS JOIN LATERAL (
      SELECT id, round_id, state FROM scheme WHERE round_id = round.id AND state = asked.state AND id <> ALL(${lying}::text[])
      LIMIT CASE WHEN asked.state IN ('in-council', 'adjusting') THEN NULL ELSE ${most}::int END) AS s
    LEFT JOIN thing t ON t.id = s.id AND s.state IN ('in-council', 'adjusting')`);
  const of = Map.groupBy(rows, ({ roundId }) => roundId);
  return asked.map(({ thing, round }) => (round === null ? thing : { ...thing, schemes: of.get(round) ?? [] }));
}

/** Whether a command has no scheme that it could be about: it would be refused whatever it brings. */
export function lacksSubject(command: string, { id, kind, data, pack, schemes }: KnownThing): boolean {
  if (kind === 'round') return !hasSubject(command, data as unknown as Round, schemes);
  return kind === 'council' && command === 'call-session' && !hasSessionToCall(id, data as unknown as Council, schemes, pack);
}
