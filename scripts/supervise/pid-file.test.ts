import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { claimPidFile, mark, stillRuns } from './pid-file.ts';

describe('the pid file', () => {
  let dir: string;
  let file: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'pid-'));
    file = join(dir, 'run', 'start.pid');
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  test('keeps a second copy out, and says how to go on', () => {
    claimPidFile(file, dir);
    expect(() => claimPidFile(file, dir)).toThrow(`Another copy runs on ${dir} (process ${process.pid}).`);
  });

  test('is free again when given up', () => {
    claimPidFile(file, dir)();
    expect(existsSync(file)).toBe(false);
    claimPidFile(file, dir);
  });

  test.each([
    ['a process that is gone', JSON.stringify({ pid: 2 ** 22 + 1, began: '1' })],
    ['another process that has the number by now', JSON.stringify({ pid: process.pid, began: '1' })],
    ['nobody: half written', '{"pi'],
  ])('is taken over from %s', (_, content) => {
    claimPidFile(file, dir)();
    writeFileSync(file, content);
    claimPidFile(file, dir);
  });

  test('knows a process that has ended', async () => {
    const child = spawn('sleep', ['60']);
    const marked = mark(child.pid ?? 0);
    expect(stillRuns(marked)).toBe(true);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(stillRuns(marked)).toBe(false);
  });
});
