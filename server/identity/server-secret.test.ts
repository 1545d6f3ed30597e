import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openSealing } from './server-secret.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'secret-'));
afterAll(() => rmSync(dataDir, { recursive: true }));
const kept = () => openSealing({ dataDir, serverSecret: undefined });

describe('what a server seals', () => {
  const sealed = kept().seal('bí mật', 'second-factor', 'signer');

  test('it opens again after a restart, by the secret that it keeps for itself', () => {
    expect(kept().open(sealed, 'second-factor', 'signer')).toBe('bí mật');
    expect(statSync(join(dataDir, 'secrets', 'server')).mode & 0o777).toBe(0o600);
  });

  test.each([
    ['another purpose', () => kept().open(sealed, 'sign-in', 'signer')],
    ['another owner', () => kept().open(sealed, 'second-factor', 'clerk')],
    ['another secret', () => openSealing({ dataDir, serverSecret: 'x'.repeat(32) }).open(sealed, 'second-factor', 'signer')],
    ['a changed text', () => kept().open(`A${sealed.slice(1, -1)}B`, 'second-factor', 'signer')],
    ['nothing', () => kept().open('', 'second-factor', 'signer')],
  ])('does not open for %s', (_, open) => {
    expect(open()).toBeNull();
  });

  test('is never sealed to the same text twice', () => {
    expect(kept().seal('bí mật', 'second-factor', 'signer')).not.toBe(sealed);
  });
});
