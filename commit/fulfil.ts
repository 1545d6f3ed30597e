import type { Committing } from './commit.ts';
import { derivedId } from './home.ts';

/**
 * Marks an obligation done, with the command that says so, in one transaction. Nothing about the thing changes, so there is no fact:
 * people who have seen the thing at a sequence have still seen its latest. Done twice is done once.
 */
export async function fulfil(at: Committing, key: string, outcome: Record<string, string | number | null> = {}): Promise<void> {
  const client = await at.database.connect();
  try {
    const id = derivedId(`${key}/fulfil`);
    const now = new Date().toISOString();
    const answer = JSON.stringify({ done: key, ...outcome });
    await Promise.all([
      client.query('BEGIN'),
      client.query({
        name: 'fulfil-command',
        text: `INSERT INTO command (id, thing_id, name, actor, payload, body_hash, status, answer, at, recorded_at)
          SELECT $1, thing_id, 'fulfil', 'process', $2, '', 200, $3, at, $4 FROM owed WHERE key = $5 ON CONFLICT DO NOTHING`,
        values: [id, JSON.stringify({ key }), answer, now, key],
      }),
      client.query({
        name: 'fulfil-owed',
        text: 'UPDATE owed SET done_at = $2, done_by = $3 WHERE key = $1 AND done_at IS NULL',
        values: [key, now, id],
      }),
      client.query('COMMIT'),
    ]);
  } finally {
    client.release();
  }
}
