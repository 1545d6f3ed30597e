import { type Committing, commit } from './commit.ts';
import { derivedId } from './home.ts';

/** The rehearsal's clock, set where it begins unless it stands already. Does nothing in real time. */
export async function ensureRehearsalClock(at: Committing, start: string | null): Promise<void> {
  if (!at.rehearsal || start === null) return;
  const { rowCount } = await at.database.query("SELECT FROM thing WHERE id = 'clock'");
  if (rowCount) return;
  const outcome = await commit(at, {
    id: derivedId('clock/set'),
    kind: 'clock',
    thing: null,
    name: 'set-clock',
    input: { now: `${start}T01:00:00.000Z` },
    actor: { id: 'process', name: 'Quy trình', positions: [] },
  });
  if (outcome.refused && outcome.refused.rule !== 'thing.exists')
    throw new Error(`The rehearsal's clock could not be set: ${outcome.refused.rule}.`);
}
