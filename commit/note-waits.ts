import type { Refusal } from '../domain/command.ts';
import type { Committing } from './commit.ts';

/** Notes what holds up something that is owed, so that whoever asks is told; it is tried again meanwhile. What is done already is left as it is. */
export async function noteWaits(at: Committing, key: string, { rule, values }: Pick<Refusal, 'rule' | 'values'>): Promise<void> {
  await at.database.query({
    name: 'note-waits',
    text: 'UPDATE owed SET waits = $2 WHERE key = $1 AND done_at IS NULL',
    values: [key, JSON.stringify({ rule, values, at: new Date().toISOString() })],
  });
}
