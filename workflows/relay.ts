import type { Committing } from '../commit/commit.ts';
import type { LifeKind } from './things.ts';
import { lifeKinds } from './things.ts';
import type { Waker } from './wake.ts';

const everyMs = 1_000;
/** A wake by the server takes less; what is older was missed. */
const graceMs = 1_500;
const atMost = 200;

const missedText = `SELECT t.id, t.kind, t.wake_seq AS seq FROM thing t LEFT JOIN following f ON f.thing_id = t.id
  WHERE NOT t.final AND t.kind = ANY($1) AND t.wake_seq > coalesce(f.seq, 0)
    AND (SELECT recorded_at FROM fact WHERE thing_id = t.id AND seq = t.wake_seq) < now() - make_interval(secs => $2)
  UNION ALL
  SELECT t.id, t.kind, t.wake_seq FROM thing t LEFT JOIN following f ON f.thing_id = t.id
  WHERE t.final AND t.kind = ANY($1) AND t.wake_seq > coalesce(f.seq, 0) AND EXISTS (SELECT FROM owed o WHERE o.thing_id = t.id AND o.done_at IS NULL)
  LIMIT $3`;

/** Finds what was not woken (the server died, Temporal was away) and wakes it. Stops by itself at `stop`. */
export function startRelay({ database }: Committing, waker: Waker): { stop(): void } {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const turn = async (): Promise<void> => {
    try {
      const { rows } = await database.query<{ id: string; kind: LifeKind; seq: number }>({
        name: 'missed',
        text: missedText,
        values: [lifeKinds, graceMs / 1_000, atMost],
      });
      for (const { id, kind, seq } of rows) {
        if (stopped) return;
        await waker.wakeNow(kind, id, seq);
      }
    } catch {
      // PostgreSQL or Temporal is away; the next turn tries again, and /readyz says which.
    }
    if (!stopped) timer = setTimeout(turn, everyMs);
  };
  timer = setTimeout(turn, everyMs);
  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
