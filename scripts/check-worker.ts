import { hostname } from 'node:os';
import { environment } from '../config/environment.ts';
import { coreQueue, openTemporal, renderQueue } from '../workflows/temporal.ts';

/**
 * `node scripts/check-worker.ts core|render`: whether the worker of this machine or container asks Temporal for work. Temporal remembers
 * for five minutes who asked; ends with 1 if it was not the one here, or if Temporal does not answer.
 */
const queues: Record<string, string> = { core: coreQueue(environment), render: renderQueue(environment) };
const name = queues[process.argv[2] ?? ''];
const activityQueue = 2;
const freshMs = 120_000;

if (name === undefined) {
  console.error('check-worker.ts core | render');
  process.exit(1);
}
const { client, close } = openTemporal(environment);
try {
  const asked = { namespace: environment.temporalNamespace, taskQueue: { name }, taskQueueType: activityQueue };
  const { pollers } = await client.connection.withDeadline(Date.now() + 5_000, () => client.workflowService.describeTaskQueue(asked));
  const isHere = (pollers ?? []).some(
    ({ identity, lastAccessTime }) =>
      identity?.endsWith(`@${hostname()}`) && Date.now() - Number(lastAccessTime?.seconds ?? 0) * 1_000 < freshMs,
  );
  if (!isHere) throw new Error(`Nobody on ${hostname()} asks ${name} for work.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await close();
}
