import { mkdirSync, writeFileSync } from 'node:fs';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { environment } from '../../config/environment.ts';
import { openTemporal } from '../../workflows/temporal.ts';
import { lifeKinds } from '../../workflows/things.ts';

/**
 * `npm run record-histories`, after the demonstration has run against a started system: keeps the histories of some lives of each kind, a
 * short, a middling and a longer one, so that every later change of a workflow is replayed against what really happened.
 */
const folder = 'test/histories';
const longest = 400;
/** What tells of the machine that recorded is left out. */
const withoutMachine = (key: string, value: unknown): unknown => (key === 'identity' ? 'worker' : value);
const { client, close } = openTemporal(environment);
mkdirSync(folder, { recursive: true });
for (const kind of lifeKinds) {
  const lives: { workflowId: string; history: Awaited<ReturnType<ReturnType<typeof client.workflow.getHandle>['fetchHistory']>> }[] = [];
  for await (const { workflowId, runId } of client.workflow.list({ query: `WorkflowType = '${kind}'`, pageSize: 30 })) {
    const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    const length = history.events?.length ?? 0;
    if (length >= 5 && length <= longest) lives.push({ workflowId, history });
    if (lives.length >= 12) break;
  }
  lives.sort((a, b) => (a.history.events?.length ?? 0) - (b.history.events?.length ?? 0));
  const chosen = new Set([0, 0.5, 1].map((share) => lives[Math.floor(share * (lives.length - 1))]).filter((life) => life !== undefined));
  for (const [index, { workflowId, history }] of [...chosen].entries()) {
    const file = `${folder}/${kind}-${index + 1}.json`;
    writeFileSync(file, JSON.stringify(JSON.parse(historyToJSON(history)), withoutMachine));
    console.log(`${file}: ${workflowId}, ${history.events?.length} events`);
  }
}
await close();
