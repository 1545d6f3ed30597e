import type { ThingKind } from '../../domain/process/chart.ts';
import { inboxKeys } from '../../domain/process/permit.ts';
import type { Reader } from '../../prisma/client.ts';
import { Prisma } from '../../prisma/generated/client.ts';
import type { Caller } from '../identity/caller.ts';

/** A thing that waits for somebody: where it stands, since when, and until when. */
export type WaitingRow = { thingId: string; kind: ThingKind; state: string; since: Date; due: Date | null };

/**
 * What waits for somebody, the most urgent first, each thing once. At most so many for each of their offices are looked at, along the index:
 * the time that this takes does not grow with the inbox.
 */
export async function mostUrgent(caller: Caller, reader: Pick<Reader, '$queryRaw'>, atMost: number): Promise<WaitingRow[]> {
  const keys = [...new Set(inboxKeys(caller))];
  const rows = await reader.$queryRaw<WaitingRow[]>(Prisma.sql`
    SELECT w.thing_id AS "thingId", w.kind, w.state, w.since, w.due FROM unnest(${keys}::text[]) AS key
    CROSS JOIN LATERAL (SELECT * FROM waiting WHERE holder = key ORDER BY due, since, thing_id LIMIT ${atMost}) w
    ORDER BY w.due, w.since, w.thing_id`);
  return [...new Map(rows.map((row) => [row.thingId, row])).values()];
}

/** How many things wait for somebody. */
export async function countWaiting(caller: Caller, reader: Pick<Reader, '$queryRaw'>): Promise<number> {
  const [row] = await reader.$queryRaw<{ count: number }[]>(
    Prisma.sql`SELECT count(DISTINCT thing_id)::int AS count FROM waiting WHERE holder = ANY(${inboxKeys(caller)})`,
  );
  return row?.count ?? 0;
}

/** More than this need not be counted at the head of a page: "99+". */
export const countedUpTo = 99;

/**
 * How many things wait for somebody, counted no further than one more than is shown. In the order of the index, so that nobody reads through the
 * whole table to find that nothing waits for one of their offices.
 */
export async function countWaitingBriefly(caller: Caller, reader: Pick<Reader, '$queryRaw'>): Promise<number> {
  const [row] = await reader.$queryRaw<{ count: number }[]>(Prisma.sql`
    SELECT count(DISTINCT w.thing_id)::int AS count FROM unnest(${[...new Set(inboxKeys(caller))]}::text[]) AS key
    CROSS JOIN LATERAL (SELECT thing_id FROM waiting WHERE holder = key ORDER BY due, since, thing_id LIMIT ${countedUpTo + 1}) w`);
  return Math.min(row?.count ?? 0, countedUpTo + 1);
}
