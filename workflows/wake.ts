import type { Environment } from '../config/environment.ts';
import { coreQueue, openTemporal } from './temporal.ts';
import { isLifeKind, type LifeKind, newborn, wakeSignal, workflowId } from './things.ts';

/** The only door from the server into a workflow. */
export type Waker = {
  /** Tells a thing's workflow that something is owed or a clock changed at `seq`; starts it if there is none. Not awaited, never throws: the relay finds what was missed. */
  wake(kind: string, id: string, seq: number): void;
  /** The same, awaited; throws if Temporal is away. */
  wakeNow(kind: LifeKind, id: string, seq: number): Promise<void>;
  reachable(): Promise<boolean>;
  close(): Promise<void>;
};

const atOnce = 8;

/** Wakes coalesce: while a thing waits for its turn only the newest sequence counts, one signal for many commands. */
export function openWaker(environment: Environment): Waker {
  const { client, close } = openTemporal(environment);
  const waiting = new Map<string, { kind: LifeKind; id: string; seq: number }>();
  let running = 0;

  async function wakeNow(kind: LifeKind, id: string, seq: number): Promise<void> {
    await client.workflow.signalWithStart(kind, {
      workflowId: workflowId(kind, id),
      taskQueue: coreQueue(environment),
      args: [newborn(id)],
      signal: wakeSignal,
      signalArgs: [seq],
    });
  }

  async function drain(): Promise<void> {
    running += 1;
    try {
      for (let first = waiting.entries().next().value; first; first = waiting.entries().next().value) {
        const [key, { kind, id, seq }] = first;
        waiting.delete(key);
        await wakeNow(kind, id, seq);
      }
    } catch {
      // Temporal is away. What was not woken stands in PostgreSQL; the relay wakes it once Temporal is back.
      waiting.clear();
    } finally {
      running -= 1;
    }
  }

  return {
    wake(kind, id, seq) {
      if (!isLifeKind(kind)) return;
      const key = `${kind}/${id}`;
      waiting.set(key, { kind, id, seq: Math.max(seq, waiting.get(key)?.seq ?? 0) });
      if (running < atOnce) void drain();
    },
    wakeNow,
    async reachable() {
      try {
        await client.connection.withDeadline(Date.now() + 2_000, () => client.workflowService.getSystemInfo({}));
        return true;
      } catch {
        return false;
      }
    },
    close,
  };
}
