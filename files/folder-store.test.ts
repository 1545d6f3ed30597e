import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFolderStore } from './folder-store.ts';
import { placeOf } from './store.ts';

describe('files in a folder', () => {
  let dir: string;
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'files-'));
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  test('a file whose bytes were changed is damaged, until it is kept once more', async () => {
    const store = openFolderStore(dir);
    const { sha256 } = await store.put(Buffer.from('as it was'));
    writeFileSync(join(dir, placeOf(sha256)), 'as it is');
    await expect(store.get(sha256)).rejects.toThrow(`The file ${sha256} is damaged`);
    await store.put(Buffer.from('as it was'));
    expect((await store.get(sha256)).toString()).toBe('as it was');
  });

  test('a folder that cannot be is not writable', async () => {
    writeFileSync(join(dir, 'file'), '');
    expect(await openFolderStore(join(dir, 'file', 'files')).writable()).toBe(false);
  });
});
