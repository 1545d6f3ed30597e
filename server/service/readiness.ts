import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Parts } from '../parts.ts';

const State = z.enum(['up', 'degraded', 'down']);
const Dependency = z.object({ state: State, detail: z.string().optional() });
/** What the server leans on. Without the database nothing can be acknowledged; without Temporal people go on working, and what is owed is caught up. */
export const Readiness = z
  .object({
    ready: z.boolean(),
    rehearsal: z.boolean(),
    database: Dependency,
    migrations: Dependency,
    temporal: Dependency,
    files: Dependency,
    workers: z.object({ core: Dependency, render: Dependency }),
    owed: z.object({ open: z.int(), oldestSeconds: z.int() }).nullable(),
  })
  .meta({ id: 'Readiness' });
export type Readiness = z.infer<typeof Readiness>;

const expected = readdirSync(fileURLToPath(new URL('../../prisma/migrations', import.meta.url)), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

const withinMs = 2_500;
const soon = <T>(work: Promise<T>, otherwise: T): Promise<T> =>
  Promise.race([work.catch(() => otherwise), new Promise<T>((resolve) => setTimeout(resolve, withinMs, otherwise).unref())]);

/** Asks every dependency, each for at most some seconds. */
export async function readiness({ reader, waker, files, environment, committing }: Parts): Promise<Readiness> {
  const [answers, applied, temporal, writable, seen, owed] = await Promise.all([
    soon(
      reader.$queryRaw`SELECT 1`.then(() => true),
      false,
    ),
    soon<string[] | null>(appliedMigrations(reader), null),
    soon(waker.reachable(), false),
    soon(files.writable(), false),
    soon<Map<string, number> | null>(secondsSinceSeen(reader), null),
    soon<Readiness['owed']>(owing(reader), null),
  ]);
  const missing = expected.filter((name) => applied !== null && !applied.includes(name));
  const database = answers ? { state: 'up' as const } : { state: 'down' as const, detail: 'The database does not answer.' };
  const migrations =
    missing.length === 0
      ? { state: answers ? ('up' as const) : ('down' as const) }
      : { state: 'down' as const, detail: `Not applied: ${missing.join(', ')}` };
  return {
    ready: answers && missing.length === 0,
    rehearsal: environment.rehearsalStart !== null && committing.rehearsal,
    database,
    migrations,
    temporal: temporal
      ? { state: 'up' }
      : { state: 'degraded', detail: 'Temporal does not answer: commands are taken, what follows is caught up later.' },
    files: writable ? { state: 'up' } : { state: 'degraded', detail: 'The file store cannot be written: uploads fail.' },
    workers: { core: workerAs('core', seen), render: workerAs('render', seen) },
    owed,
  };
}

const work = {
  core: 'letters, papers and clocks wait; commands are taken.',
  render: 'documents are neither rendered nor signed; commands are taken.',
} as const;
/** Workers say every five seconds that they work. */
const silentSeconds = 20;

function workerAs(kind: keyof typeof work, seen: Map<string, number> | null): z.infer<typeof Dependency> {
  if (seen === null) return { state: 'degraded', detail: 'Not known: the database does not answer.' };
  const seconds = seen.get(kind);
  if (seconds !== undefined && seconds < silentSeconds) return { state: 'up' };
  const since = seconds === undefined ? 'No such worker runs' : `No such worker has been heard of for ${seconds} seconds`;
  return { state: 'degraded', detail: `${since}: ${work[kind]}` };
}

/** How long ago a worker of each kind last said that it works, by the database's own clock. */
async function secondsSinceSeen(reader: Parts['reader']): Promise<Map<string, number>> {
  const rows = await reader.$queryRaw<
    { kind: string; seconds: number }[]
  >`SELECT kind, extract(epoch FROM now() - max(seen_at))::int AS seconds FROM worker GROUP BY kind`;
  return new Map(rows.map(({ kind, seconds }) => [kind, seconds]));
}

/** Where the role of the running system may not read the table of migrations, the tables themselves are the proof. */
async function appliedMigrations(reader: Parts['reader']): Promise<string[]> {
  try {
    const rows = await reader.$queryRaw<
      { name: string }[]
    >`SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
    return rows.map(({ name }) => name);
  } catch {
    await reader.thing.findFirst({ select: { id: true } });
    await reader.waiting.findFirst({ select: { thingId: true } });
    return expected;
  }
}

async function owing(reader: Parts['reader']): Promise<Readiness['owed']> {
  const found = await reader.owed.aggregate({ where: { doneAt: null }, _count: { key: true }, _min: { createdAt: true } });
  const oldest = found._min.createdAt;
  return { open: found._count.key, oldestSeconds: oldest ? Math.max(0, Math.round((Date.now() - oldest.getTime()) / 1000)) : 0 };
}
