import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { isAlive } from '../setup/process-table.ts';
import { keepRunning } from './keep-running.ts';

describe('a process that is kept running', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'keep-'));
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  function keep(script: string) {
    const pids: number[] = [];
    const kept = keepRunning({
      name: 'sample',
      command: { file: '/bin/sh', args: ['-c', script], env: process.env },
      log: join(dir, 'sample.log'),
      stopSignal: 'SIGTERM',
      stopWithinMs: 2000,
      firstPauseMs: 10,
      started: (pid) => pids.push(pid),
    });
    return { pids, kept };
  }

  test('is started again when it was killed', async () => {
    const { pids, kept } = keep('echo begun; exec sleep 60');
    process.kill(pids[0] ?? 0, 'SIGKILL');
    await vi.waitFor(() => expect(pids).toHaveLength(2), 5000);
    await vi.waitFor(() => expect(readFileSync(join(dir, 'sample.log'), 'utf8')).toContain('begun'), 5000);
    await kept.stop();
    expect(pids.map(isAlive)).toEqual([false, false]);
  });

  test('stays stopped once it was stopped', async () => {
    const { pids, kept } = keep('exec sleep 60');
    await kept.stop();
    expect(pids.map(isAlive)).toEqual([false]);
  });

  test('that dies again and again is given up at the start, with the end of its log', async () => {
    const { kept } = keep('echo "cannot find the database"; exit 3');
    await expect(kept.ready(async () => false, 60_000)).rejects.toThrow(/sample dies again and again.*cannot find the database/s);
    await kept.stop();
  });

  test('that never answers is given up after its time', async () => {
    const { kept } = keep('exec sleep 60');
    await expect(kept.ready(async () => false, 300)).rejects.toThrow(/does not answer within 0.3 s/);
    await kept.stop();
  });
});
