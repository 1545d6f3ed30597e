import { randomUUID } from 'node:crypto';
import { type Committing, commit } from '../../commit/commit.ts';
import { openDatabase } from '../../commit/database.ts';
import type { Outcome } from '../../commit/outcome.ts';
import { ensureRehearsalClock } from '../../commit/rehearsal.ts';
import { loadPacks } from '../../config/regulations.ts';
import { kinds } from '../../domain/kinds.ts';
import type { ThingKind } from '../../domain/process/chart.ts';
import { inputOf } from '../../domain/process/handle.ts';
import { freshDatabase } from '../setup/database.ts';
import { sampleActors } from './actors.ts';

export type GivenBy = { by: string; id?: string; ifSeq?: number };

/** A database of its own with the sample persons, and commands given straight to commit, without HTTP or Temporal. `now` null: real time. */
export async function freshSystem(now: string | null = '2022-01-10') {
  const fresh = await freshDatabase();
  const database = openDatabase(fresh.url, 20);
  const at: Committing = { database, packs: loadPacks(), rehearsal: now !== null };
  if (now !== null) await ensureRehearsalClock(at, now);
  const actor = await sampleActors(database);

  async function give(
    kind: ThingKind,
    thing: string | null,
    name: string,
    input: unknown,
    { by, id = randomUUID(), ifSeq }: GivenBy,
  ): Promise<Outcome> {
    const schema = inputOf(kinds[kind], name);
    const parsed = schema ? schema.parse(input) : input;
    const who = by === 'process' ? { id: 'process', name: '', positions: [] } : actor(by);
    return commit(at, { id, kind, thing, name, input: parsed, actor: who, ...(ifSeq !== undefined && { ifSeq }) });
  }
  return {
    at,
    database,
    actor,
    give,
    url: fresh.url,
    ownerUrl: fresh.ownerUrl,
    async close() {
      await database.end();
      await fresh.drop();
    },
  };
}
export type System = Awaited<ReturnType<typeof freshSystem>>;
