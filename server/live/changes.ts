import type { Reader } from '../../prisma/client.ts';
import { Prisma } from '../../prisma/generated/client.ts';

/** A thing to which something has happened: what it is, its newest sequence, who may know of it, and for whom it now waits. */
export type Change = { id: string; kind: string; seq: number; readers: string[]; holders: Set<string> };

/** A fact is taken down by the clock of the process that brings it about, and is seen when its transaction ends: so much later at most. */
const behindMs = 5_000;

/** Follows what is taken down, by looking again and again: each look gives what has changed since the one before. */
export function followChanges(reader: Pick<Reader, '$queryRaw'>) {
  /** The newest sequence that was seen of each thing within the time that is looked at. */
  let seen = new Map<string, number>();
  let since: Date | null = null;

  async function look(): Promise<Change[]> {
    const from = since;
    const [clock] = await reader.$queryRaw<{ now: Date }[]>(Prisma.sql`SELECT now()`);
    if (!clock) return [];
    const found = await reader.$queryRaw<{ id: string; seq: number }[]>(Prisma.sql`
      SELECT thing_id AS id, max(seq) AS seq FROM fact WHERE recorded_at > ${new Date((from ?? clock.now).getTime() - behindMs)} GROUP BY thing_id`);
    const before = seen;
    since = clock.now;
    seen = new Map(found.map(({ id, seq }) => [id, seq]));
    // The first look only learns what is there already.
    const ids = from === null ? [] : found.filter(({ id, seq }) => (before.get(id) ?? 0) < seq).map(({ id }) => id);
    return ids.length === 0 ? [] : changesOf(ids);
  }

  async function changesOf(ids: string[]): Promise<Change[]> {
    const rows = await reader.$queryRaw<{ id: string; kind: string; seq: number; readers: string[]; holders: string[] }[]>(Prisma.sql`
      SELECT t.id, t.kind, t.seq, t.readers, ARRAY(SELECT w.holder FROM waiting w WHERE w.thing_id = t.id) AS holders FROM thing t WHERE t.id = ANY(${ids})`);
    return rows.map(({ holders, ...row }) => ({ ...row, holders: new Set(holders) }));
  }

  return {
    look,
    /** Nobody listens any more: what happens until somebody does again is not told. */
    forget() {
      since = null;
      seen = new Map();
    },
  };
}
