import type { ThingKind } from '../../domain/process/chart.ts';
import { inboxKeys, readerKeys } from '../../domain/process/permit.ts';
import { Prisma } from '../../prisma/generated/client.ts';
import type { Caller } from '../identity/caller.ts';
import type { Parts } from '../parts.ts';
import { commandTitle } from '../things/kinds.ts';
import { titleOf } from '../things/title-of.ts';

type Title = { vi: string; en: string };

/** A thing with which somebody is done for now, and others are not: what they did last, who has it now, and until when. */
export type Awaited = {
  kind: ThingKind;
  id: string;
  title: string;
  stateTitle: Title;
  /** What the person did last; null for a document that came of what they did. */
  did: { title: Title; at: string } | null;
  /** Keys of those for whom it waits. */
  holders: string[];
  due: string | null;
};

/** So far back in what somebody did, and so many things. */
const lastFacts = 300;
const lastThings = 60;
const shown = 20;

export type Touched = { thingId: string; seq: number; at: Date; commandId: string };

/** What somebody has had in hand last, each thing once, with their last act on it and the programme's time of it. */
export async function touchedBy(caller: Caller, { reader }: Pick<Parts, 'reader'>): Promise<Touched[]> {
  return reader.$queryRaw<Touched[]>(Prisma.sql`
    SELECT "thingId", seq, at, "commandId" FROM (
      SELECT DISTINCT ON (thing_id) thing_id AS "thingId", seq, at, recorded_at, command_id AS "commandId"
      FROM (SELECT thing_id, seq, at, recorded_at, command_id FROM fact WHERE actor = ${caller.id} AND actor <> 'process' ORDER BY recorded_at DESC LIMIT ${lastFacts}) mine
      ORDER BY thing_id, seq DESC) once
    ORDER BY recorded_at DESC LIMIT ${lastThings}`);
}

type Found = {
  id: string;
  kind: ThingKind;
  route: string;
  pack: string;
  state: string;
  data: Record<string, unknown>;
  holders: string[];
  due: Date | null;
};

/** Things that wait for others after this person was the last to act on them, and documents that came of what they did; the first to be due first. */
export async function awaitedBy(caller: Caller, touched: Touched[], { reader, committing }: Parts): Promise<Awaited[]> {
  if (touched.length === 0) return [];
  const ids = touched.map(({ thingId }) => thingId);
  const mine = inboxKeys(caller);
  const found = await reader.$queryRaw<Found[]>(Prisma.sql`
    WITH touched AS (SELECT * FROM unnest(${ids}::text[], ${touched.map(({ seq }) => seq)}::int[]) AS t(id, seq)),
    candidates AS (
      SELECT t.id FROM touched t WHERE NOT EXISTS (
        SELECT FROM fact f WHERE f.thing_id = t.id AND f.seq > t.seq AND f.actor NOT IN ('process', ${caller.id}))
      UNION
      SELECT d.id FROM document d WHERE (d.subjects && ${ids} OR d.round_id = ANY(${ids})) AND d.readers && ${['all', ...readerKeys(caller)]}
        AND d.state IN ('draft', 'checked', 'approved', 'prepared', 'signed') AND d.id <> ALL(${ids})),
    waits AS (
      SELECT w.thing_id AS id, array_agg(w.holder ORDER BY w.holder) AS holders, min(w.due) AS due
      FROM waiting w JOIN candidates c ON c.id = w.thing_id GROUP BY w.thing_id HAVING NOT array_agg(w.holder) && ${mine})
    SELECT w.id, t.kind, t.route, t.pack, t.state, jsonb_build_object('title', t.data->'title', 'name', t.data->'name', 'subject', t.data->'subject',
      'typeName', t.data->'typeName', 'symbol', t.data->'symbol', 'proposal', jsonb_build_object('title', t.data->'proposal'->'title')) AS data, w.holders, w.due
    FROM waits w JOIN thing t ON t.id = w.id ORDER BY w.due NULLS LAST, w.id LIMIT ${shown}`);
  const acts = new Map(touched.map((act) => [act.thingId, act]));
  const commands = await reader.command.findMany({
    where: { id: { in: found.flatMap(({ id }) => acts.get(id)?.commandId ?? []) } },
    select: { id: true, name: true },
  });
  const names = new Map(commands.map(({ id, name }) => [id, name]));
  return found.map(({ id, kind, route, pack, state, data, holders, due }) => {
    const act = acts.get(id);
    const command = act && names.get(act.commandId);
    return {
      kind,
      id,
      title: titleOf(data, id),
      stateTitle: committing.packs.get(pack)?.processes[route]?.[kind].states[state]?.title ?? { vi: state, en: state },
      did: act && command ? { title: commandTitle(kind, command, committing.packs.values()), at: act.at.toISOString() } : null,
      holders,
      due: due?.toISOString() ?? null,
    };
  });
}
