import { cpSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadPacks } from './regulations.ts';

describe('the packs of this project', () => {
  test('load', () => {
    const pack = loadPacks().get('645-2021-2025');
    expect(pack?.title.vi).toBe('Chương trình phát triển thương mại điện tử quốc gia giai đoạn 2021 - 2025');
    expect(Object.keys(pack?.processes ?? {})).toEqual(['central', 'local']);
  });
});

describe('packs that cannot be used', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'regulations-'));
    cpSync('regulations', dir, { recursive: true });
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  test('are refused in one message with every file and place', () => {
    writeFileSync(join(dir, '645-2021-2025/roles.json'), '{ "roles": [');
    expect(() => loadPacks(dir)).toThrow(/645-2021-2025\/roles\.json: It is no readable JSON/);
    writeFileSync(join(dir, '645-2021-2025/roles.json'), '{ "roles": [] }');
    expect(() => loadPacks(dir)).toThrow(/2 to mend:\n645-2021-2025\/roles\.json#\/roles: .*\n645-2021-2025\/roles\.json#\/apart: /);
  });

  test('a folder is named after its pack', () => {
    renameSync(join(dir, '645-2021-2025'), join(dir, '1568-2026-2030'));
    expect(() => loadPacks(dir)).toThrow(/1568-2026-2030\/pack\.json#\/id: The folder must be called "645-2021-2025"/);
  });

  test('a folder without packs is no place to start from', () => {
    rmSync(join(dir, '645-2021-2025'), { recursive: true });
    expect(() => loadPacks(dir)).toThrow(/no regulation pack/);
  });
});
