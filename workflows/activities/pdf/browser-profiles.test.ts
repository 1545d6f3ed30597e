import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openProfile } from './browser-profiles.ts';
import { childProcesses, testRenderer } from './test-kit.ts';

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'profiles-'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const abandoned = (name: string): string => {
  const path = join(home, name);
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, 'Cookies'), '');
  return path;
};

describe('a folder for a browser', () => {
  test('is removed with what lies in it', () => {
    const profile = openProfile(home);
    writeFileSync(join(profile.path, 'Cookies'), '');
    profile.remove();
    expect(existsSync(profile.path)).toBe(false);
  });

  test('is removed by whoever comes next, once its process is gone', () => {
    const { pid } = spawnSync('true');
    const ofTheDead = abandoned(`${pid}-aaaaaa`);
    const ofAnEarlierLife = abandoned(`${process.pid}-bbbbbb`);
    const ofTheLiving = abandoned(`${process.ppid}-cccccc`);
    const first = openProfile(home);
    const second = openProfile(home);
    expect([ofTheDead, ofAnEarlierLife, ofTheLiving, first.path].map((path) => existsSync(path))).toEqual([false, false, true, true]);
    first.remove();
    second.remove();
    rmSync(ofTheLiving, { recursive: true });
  });

  test('goes with its browser, also when that is killed', async () => {
    const earlier = childProcesses();
    const renderer = await testRenderer({ pages: 1, profiles: home });
    expect(readdirSync(home)).toHaveLength(1);
    for (const browser of childProcesses().filter((pid) => !earlier.includes(pid))) process.kill(browser, 'SIGKILL');
    await expect.poll(() => readdirSync(home), { timeout: 10_000 }).toEqual([]);
    await renderer.close();
  });
});
