import type { Committing } from '../commit/commit.ts';
import type { Environment } from '../config/environment.ts';
import { openTemporal } from './temporal.ts';
import { type LifeKind, lifeKinds, thingOf, workflowId } from './things.ts';
import type { Waker } from './wake.ts';

const everyMs = 10 * 60_000;
const lookMs = 5_000;

/**
 * Compares what lives in PostgreSQL with what runs in Temporal, and starts what is missing from its facts: a case that Temporal
 * has lost, or all of them. Gives the workflow ids that it started.
 */
export async function rehydrate({ database }: Committing, environment: Environment, waker: Waker): Promise<string[]> {
  const { client, close } = openTemporal(environment);
  try {
    const running = new Set<string>();
    for await (const execution of client.workflow.list({ query: "ExecutionStatus = 'Running'" })) {
      if (thingOf(execution.workflowId)) running.add(execution.workflowId);
    }
    const { rows } = await database.query<{ id: string; kind: LifeKind; seq: number }>({
      text: `SELECT id, kind, seq FROM thing t WHERE kind = ANY($1) AND (NOT final OR EXISTS (SELECT FROM owed o WHERE o.thing_id = t.id AND o.done_at IS NULL)) ORDER BY created_at, id`,
      values: [lifeKinds],
    });
    const missing = rows.filter(({ kind, id }) => !running.has(workflowId(kind, id)));
    for (const { kind, id, seq } of missing) await waker.wakeNow(kind, id, seq);
    return missing.map(({ kind, id }) => workflowId(kind, id));
  } finally {
    await close();
  }
}

/**
 * Reconciles at the start, every ten minutes, and as soon as the namespace is another than before: a Temporal that came back empty. Where it
 * fails, Temporal or PostgreSQL being away, it is tried again at the next look.
 */
export function startReconciliation(at: Committing, environment: Environment, waker: Waker): { stop(): void } {
  const { client, close } = openTemporal(environment);
  let last = { namespace: '', at: 0 };
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const namespaceNow = async (): Promise<string> => {
    const asked = { namespace: environment.temporalNamespace };
    const found = await client.connection.withDeadline(Date.now() + 5_000, () => client.workflowService.describeNamespace(asked));
    return found.namespaceInfo?.id ?? '';
  };
  const look = async (): Promise<void> => {
    try {
      const namespace = await namespaceNow();
      if (namespace !== last.namespace || Date.now() - last.at > everyMs) {
        await rehydrate(at, environment, waker);
        last = { namespace, at: Date.now() };
      }
    } catch {
      // The next look comes back to it, and /readyz says what is away.
    }
    if (!stopped) timer = setTimeout(look, lookMs);
  };
  void look();
  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
      void close();
    },
  };
}
