import { fileURLToPath } from 'node:url';
import { Worker } from '@temporalio/worker';
import { environment } from '../../config/environment.ts';
import { connectPatiently } from '../../workflows/connect.ts';

/** The bare workflow's worker as a process of its own, as the system's is. */
const connection = await connectPatiently(environment);
const worker = await Worker.create({
  connection,
  taskQueue: environment.taskQueue,
  workflowsPath: fileURLToPath(new URL('./workflow.ts', import.meta.url)),
  activities: { note: async () => Date.now() },
});
console.log('ready');
try {
  await worker.run();
} finally {
  await connection.close();
}
