import { describe, expect, test } from 'vitest';
import { hashPassword, verifyPassword } from './password.ts';

describe('a kept password', () => {
  test('is told from a wrong one', async () => {
    const kept = await hashPassword('mật khẩu thử');
    expect(await verifyPassword('mật khẩu thử', kept)).toBe(true);
    expect(await verifyPassword('mat khau thu', kept)).toBe(false);
  });

  test('does not depend on how the diacritics were typed', async () => {
    const kept = await hashPassword('đề án'.normalize('NFC'));
    expect(await verifyPassword('đề án'.normalize('NFD'), kept)).toBe(true);
  });

  test('has a salt of its own', async () => {
    expect(await hashPassword('x')).not.toBe(await hashPassword('x'));
  });

  test.each(['', 'x', 'md5$1$2$3$4$5', 'scrypt$3$8$1$AAAA$AAAA', 'scrypt$16384$8$1$AAAA$'])(
    'of unknown form is never right: %s',
    async (kept) => {
      expect(await verifyPassword('x', kept)).toBe(false);
    },
  );
});
