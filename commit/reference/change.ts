import { isRefusal, type Json, type Refusal } from '../../domain/command.ts';
import { dateOf } from '../../domain/time/programme-day.ts';
import type { Committing } from '../commit.ts';
import type { Client } from '../database.ts';

/** A change of organisations, persons or positions: reference data, which facts name and which have none of their own. */
export type Change = {
  /** The same id again changes nothing: what was sent twice is done once. */
  id: string;
  what: ReferenceChangeName;
  /** Whom or what it concerns; what is only now being made gets its id from the work. */
  subject: string | null;
  given: Record<string, Json | undefined>;
  reason: string | null;
  by: string;
};
export const referenceChangeNames = [
  'add-organisation',
  'end-organisation',
  'merge-organisation',
  'add-person',
  'change-person',
  'end-person',
  'give-position',
  'end-position',
  'record-delegation',
  'end-delegation',
  'send-password-letter',
  'take-second-factor',
] as const;
export type ReferenceChangeName = (typeof referenceChangeNames)[number];

/** What came of it. `also`: what the change brought with it, for the trail. */
export type Changed = { subject: string; also?: Record<string, Json> };

/**
 * Makes a change and takes down who made it, when and why, in one transaction. What is refused leaves nothing behind. Changes come one after
 * another, so that a rule which counts (the last administrator) holds for two at once too.
 */
export async function change(
  { database, rehearsal }: Committing,
  asked: Change,
  work: (client: Client, today: string) => Promise<Changed | Refusal>,
): Promise<Changed | Refusal> {
  const client = await database.connect();
  try {
    await client.query('BEGIN');
    await client.query("SELECT pg_advisory_xact_lock(hashtextextended('reference', 0))");
    const earlier = await client.query<{ subject: string }>('SELECT subject FROM reference_change WHERE id = $1', [asked.id]);
    const now = await programmeNow(client, rehearsal);
    const done = earlier.rows[0] ?? (await work(client, dateOf(now)));
    if (!isRefusal(done) && !earlier.rows[0]) await noteChange(client, asked, done, now);
    await client.query(isRefusal(done) ? 'ROLLBACK' : 'COMMIT');
    return done;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

/** The programme's time, as commands have it. */
export async function programmeNow(client: Client, rehearsal: boolean): Promise<string> {
  const clock = rehearsal ? await client.query<{ now: string }>("SELECT now FROM programme_clock WHERE id = 'clock'") : null;
  return clock?.rows[0]?.now ?? new Date().toISOString();
}

/** Takes a change down, in the transaction that makes it. */
export async function noteChange(
  client: Client,
  { id, what, given, reason, by }: Omit<Change, 'subject'>,
  { subject, also }: Changed,
  now: string,
): Promise<void> {
  await client.query(
    'INSERT INTO reference_change (id, what, subject, given, reason, changed_by, at) VALUES ($1, $2, $3, $4, $5, $6, $7)',
    [id, what, subject, JSON.stringify({ ...given, ...also }), reason, by, now],
  );
}
