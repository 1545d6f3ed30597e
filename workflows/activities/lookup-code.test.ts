import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lookupCodes } from './lookup-code.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'codes-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const code = async () => (await lookupCodes(dataDir))('round/1')(0);

test('the same obligation has the same code, by a secret of this machine alone', async () => {
  const first = await code();
  expect(first).toMatch(/^[A-Z2-7]{16}$/);
  expect(await code()).toBe(first);
  rmSync(join(dataDir, 'secrets'), { recursive: true });
  expect(await code()).not.toBe(first);
});

test('many that need the secret before there is one agree on it', async () => {
  const codes = await Promise.all(Array.from({ length: 40 }, code));
  expect(new Set(codes).size).toBe(1);
  expect(readdirSync(join(dataDir, 'secrets'))).toEqual(['lookup-codes']);
});

test('an empty secret makes no code that anybody could work out', async () => {
  await code();
  writeFileSync(join(dataDir, 'secrets', 'lookup-codes'), '');
  await expect(code()).rejects.toThrow(/is empty/);
});
