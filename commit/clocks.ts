import type { Ground } from '../domain/command.ts';
import type { ClockStage, ClockView } from '../domain/process/clocks.ts';
import type { Client } from './database.ts';

export type ClockRow = {
  thing_id: string;
  name: string;
  due: string | null;
  next_at: string | null;
  started_at: string;
  paused_at: string | null;
  plan: { stages: ClockStage[]; leftWorkingDays: number | null };
  waits_for: string[];
  basis: string;
  certainty: Ground['certainty'];
};

export const clockOf = (row: ClockRow): ClockView => ({
  name: row.name,
  due: row.due,
  startedAt: row.started_at,
  pausedAt: row.paused_at,
  stages: row.plan.stages,
  leftWorkingDays: row.plan.leftWorkingDays,
  waitsFor: row.waits_for,
  basis: row.basis,
  certainty: row.certainty,
});

/** Writes what has changed of a thing's clocks: new and moved ones, and those that run no more. */
export function keepClockRows(client: Client, thingId: string, before: ClockView[], after: ClockView[]): Promise<unknown>[] {
  const same = new Map(before.map((c) => [c.name, JSON.stringify(c)]));
  const gone = before.filter((c) => !after.some((a) => a.name === c.name)).map((c) => c.name);
  const changed = after.filter((c) => same.get(c.name) !== JSON.stringify(c));
  return [
    ...(gone.length > 0
      ? [client.query({ name: 'clocks-gone', text: 'DELETE FROM clock WHERE thing_id = $1 AND name = ANY($2)', values: [thingId, gone] })]
      : []),
    ...changed.map((c) =>
      client.query({
        name: 'clock-kept',
        text: `INSERT INTO clock (thing_id, name, due, next_at, started_at, paused_at, plan, waits_for, basis, certainty) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
          ON CONFLICT (thing_id, name) DO UPDATE SET due = $3, next_at = $4, started_at = $5, paused_at = $6, plan = $7, waits_for = $8, basis = $9, certainty = $10`,
        values: [
          thingId,
          c.name,
          c.due,
          c.stages[0]?.at ?? null,
          c.startedAt,
          c.pausedAt,
          JSON.stringify({ stages: c.stages, leftWorkingDays: c.leftWorkingDays }),
          c.waitsFor,
          c.basis,
          c.certainty,
        ],
      }),
    ),
  ];
}
