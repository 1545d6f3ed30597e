import type { Json } from '../domain/command.ts';
import type { ThingKind } from '../domain/process/chart.ts';
import type { ClockView } from '../domain/process/clocks.ts';
import type { Accepted } from '../domain/process/handle.ts';
import { waitingFor } from '../domain/process/waiting.ts';
import type { Client } from './database.ts';
import type { Before, Writing } from './write.ts';

const earliest = (clocks: ClockView[]): string | null => clocks.flatMap((c) => (c.due ? [c.due] : [])).toSorted()[0] ?? null;

/** Keeps in whose inbox the thing waits, since when and until when. */
export function keepWaiting(
  client: Client,
  kind: ThingKind,
  fresh: boolean,
  before: Before,
  accepted: Accepted<Record<string, Json>>,
  id: string,
  now: string,
  w: Writing,
): Promise<unknown>[] {
  const was = fresh ? [] : waitingBefore(w, before);
  const due = earliest(accepted.clocks);
  const same = !fresh && before.state === accepted.state && was.join() === accepted.waiting.join();
  if (same && due === earliest(before.clocks)) return [];
  if (same)
    return accepted.waiting.length === 0
      ? []
      : [client.query({ name: 'waiting-due', text: 'UPDATE waiting SET due = $2 WHERE thing_id = $1', values: [id, due] })];
  return [
    ...(was.length > 0 ? [client.query({ name: 'waiting-gone', text: 'DELETE FROM waiting WHERE thing_id = $1', values: [id] })] : []),
    ...insertWaiting(client, kind, id, accepted, now),
  ];
}

function waitingBefore(w: Writing, before: Before): string[] {
  const pack = w.pack;
  const people = { relations: w.kind.relations(before.data, pack), roster: w.kind.roster?.(before.data) ?? {} };
  return waitingFor(w.chart, before.state, people, before.data);
}

/** The rows of everybody in whose inbox the thing waits from now on. */
export function insertWaiting(
  client: Client,
  kind: ThingKind,
  id: string,
  accepted: Accepted<Record<string, Json>>,
  since: string,
): Promise<unknown>[] {
  if (accepted.waiting.length === 0) return [];
  return [
    client.query({
      name: 'waiting',
      text: 'INSERT INTO waiting (thing_id, kind, holder, state, since, due) SELECT $1, $2, holder, $3, $4, $5 FROM unnest($6::text[]) AS holder ON CONFLICT DO NOTHING',
      values: [id, kind, accepted.state, since, earliest(accepted.clocks), accepted.waiting],
    }),
  ];
}
