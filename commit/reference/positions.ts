import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { isRefusal, type Json, type Refusal, refuse } from '../../domain/command.ts';
import { words } from '../../domain/text.ts';
import type { Committing } from '../commit.ts';
import type { Client } from '../database.ts';
import { type Changed, change } from './change.ts';

/** A position as an appointment gives it: from a day on, until a day or until it is ended. `reason` names the appointment. */
export const NewPosition = z.strictObject({
  organisationId: z.string().min(1).max(100),
  role: z.string().min(1).max(40),
  title: words(120),
  fromDate: z.iso.date(),
  toDate: z.iso.date().optional(),
  reason: words(500),
});
export type NewPosition = z.infer<typeof NewPosition>;
export const EndPosition = z.strictObject({ on: z.iso.date(), reason: words(500) });

type By = { id: string; by: string };
const administrator = 'administrator';

/** Gives somebody a position. Null where there is no such person. */
export async function givePosition(at: Committing, { id, by }: By, person: string, input: NewPosition): Promise<Changed | Refusal | null> {
  const { reason, ...given } = input;
  const { rows } = await at.database.query<{ name: string; ended: boolean }>(
    'SELECT name, ended_on IS NOT NULL AS ended FROM person WHERE id = $1',
    [person],
  );
  if (!rows[0]) return null;
  if (rows[0].ended) return refuse('person.ended-already', { name: rows[0].name }, undefined, 409);
  return change(at, { id, by, what: 'give-position', subject: person, given, reason }, async (client) => {
    const held = await holdPosition(client, person, input);
    return isRefusal(held) ? held : { subject: person, also: held };
  });
}

/** Ends a position; `on` is its last day. Null where the person holds none of this id. */
export async function endPosition(
  at: Committing,
  { id, by }: By,
  { person, position }: { person: string; position: string },
  { on, reason }: z.infer<typeof EndPosition>,
): Promise<Changed | Refusal | null> {
  const found = await at.database.query('SELECT FROM position WHERE id = $1 AND person_id = $2', [position, person]);
  if (!found.rowCount) return null;
  return change(at, { id, by, what: 'end-position', subject: person, given: { position, on }, reason }, async (client) => {
    const { rows } = await client.query<{ title: string; role: string; fromDate: string; toDate: string | null }>(
      'SELECT title, role, from_date::text AS "fromDate", to_date::text AS "toDate" FROM position WHERE id = $1 FOR UPDATE',
      [position],
    );
    const [held] = rows;
    if (!held || (held.toDate !== null && held.toDate <= on))
      return refuse('position.ended-already', { title: held?.title ?? '', on: held?.toDate ?? null }, undefined, 409);
    if (on < held.fromDate) return refuse('position.ends-too-early', { title: held.title, from: held.fromDate });
    if (held.role === administrator && (await leavesNoAdministrator(client, on, { position })))
      return refuse('position.last-administrator', {}, undefined, 409);
    await client.query('UPDATE position SET to_date = $2 WHERE id = $1', [position, on]);
    return { subject: person, also: { title: held.title } };
  });
}

/** Writes a position down, where it may be held so. */
export async function holdPosition(
  client: Client,
  person: string,
  { organisationId, role, title, fromDate, toDate }: Omit<NewPosition, 'reason'>,
): Promise<Record<string, Json> | Refusal> {
  if (toDate !== undefined && toDate < fromDate) return refuse('position.ends-too-early', { title, from: fromDate });
  const there = await client.query(
    'SELECT FROM organisation WHERE id = $1 AND from_date <= $2 AND (to_date IS NULL OR to_date >= coalesce($3::date, $2))',
    [organisationId, fromDate, toDate ?? null],
  );
  if (!there.rowCount) return refuse('organisation.not-there', { organisation: organisationId, on: fromDate });
  const others = await client.query<{ role: string; organisationId: string }>(
    `SELECT role, organisation_id AS "organisationId" FROM position WHERE person_id = $1 AND (to_date IS NULL OR to_date >= $2) AND from_date <= coalesce($3::date, 'infinity')`,
    [person, fromDate, toDate ?? null],
  );
  if (others.rows.some((one) => one.role === role && one.organisationId === organisationId))
    return refuse('position.held-already', { title }, undefined, 409);
  if (others.rows.some((one) => (one.role === administrator) !== (role === administrator))) return refuse('position.administers-alone', {});
  const position = randomUUID();
  await client.query(
    'INSERT INTO position (id, person_id, organisation_id, role, title, from_date, to_date) VALUES ($1, $2, $3, $4, $5, $6, $7)',
    [position, person, organisationId, role, title, fromDate, toDate ?? null],
  );
  return { position };
}

/** Whether nobody would administer the system any more from a day on, without this person or position. */
export async function leavesNoAdministrator(client: Client, on: string, without: { person?: string; position?: string }): Promise<boolean> {
  const { rows } = await client.query<{ left: boolean; held: boolean }>(
    `SELECT coalesce(bool_or(h.person_id IS DISTINCT FROM $2 AND h.id IS DISTINCT FROM $3), false) AS left,
       coalesce(bool_or(h.person_id = $2 OR h.id = $3), false) AS held
     FROM position h JOIN person p ON p.id = h.person_id
     WHERE h.role = '${administrator}' AND (h.to_date IS NULL OR h.to_date > $1) AND (p.ended_on IS NULL OR p.ended_on > $1)`,
    [on, without.person ?? null, without.position ?? null],
  );
  return rows[0]?.held === true && rows[0].left === false;
}
