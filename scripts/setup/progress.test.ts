import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { explain } from './progress.ts';

describe('what went wrong, as it is told', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'progress-'));
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  function failure(work: () => void): string {
    try {
      work();
    } catch (error) {
      return explain(error);
    }
    throw new Error('Nothing failed.');
  }

  test('a folder that is a file, with a way out and without a stack', () => {
    writeFileSync(join(dir, 'file'), '');
    const told = failure(() => mkdirSync(join(dir, 'file', 'run'), { recursive: true }));
    expect(told).toMatch(/^ENOTDIR.*file\/run.*Way out: .*DATA_DIR=/s);
    expect(told).not.toMatch(/^ {4}at /m);
  });

  test('a folder that this user may not write, likewise', () => {
    chmodSync(dir, 0o555);
    // Root may write everywhere: what anybody else would hear is what the system says to them.
    const asNobody = process.getuid?.() === 0 ? process.geteuid?.() : undefined;
    if (asNobody !== undefined) process.seteuid?.(65_534);
    let told: string;
    try {
      told = failure(() => mkdirSync(join(dir, 'run')));
    } finally {
      if (asNobody !== undefined) process.seteuid?.(asNobody);
      chmodSync(dir, 0o755);
    }
    expect(told).toMatch(/^EACCES.*Way out: .*DATA_DIR=/s);
  });

  test('a mistake of our own keeps its stack', () => {
    expect(explain(new TypeError('no such thing'))).toMatch(/TypeError: no such thing\n {4}at /);
  });
});
