import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, Worker } from '@temporalio/worker';
import { beforeAll, describe, expect, test } from 'vitest';
import { workflowBundle } from '../../workflows/bundle.ts';
import { lifeKinds } from '../../workflows/things.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const historyOf = (file: string): unknown => JSON.parse(readFileSync(`${folder}${file}`, 'utf8'));

describe('lives that were recorded', () => {
  let bundle: Awaited<ReturnType<typeof workflowBundle>>;
  beforeAll(async () => {
    bundle = await workflowBundle();
  });

  test('are there for every kind of thing', () => {
    expect(lifeKinds.filter((kind) => !files.some((name) => name.startsWith(`${kind}-`)))).toEqual([]);
  });

  test.each(files)('%s goes the same way by today’s workflows', async (file) => {
    await expect(Worker.runReplayHistory({ workflowBundle: bundle }, historyOf(file))).resolves.toBeUndefined();
  });

  test('a workflow that does something else is noticed', async () => {
    const workflowsPath = fileURLToPath(new URL('./another-life.ts', import.meta.url));
    const other = await bundleWorkflowCode({ workflowsPath });
    const file = files.find((name) => name.startsWith('scheme-')) ?? '';
    await expect(Worker.runReplayHistory({ workflowBundle: other }, historyOf(file))).rejects.toThrow(/determinism/i);
  });
});
