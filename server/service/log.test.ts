import { expect, test } from 'vitest';
import { openLog } from './log.ts';

test('the log tells what broke, not what the database quotes of a row', () => {
  let written = '';
  const log = openLog('info', { write: (line) => (written += line) });
  const detail = 'Key (email)=(an@mau.test) already exists.';
  log.error({ err: Object.assign(new Error('duplicate key'), { code: '23505', detail, meta: { target: detail } }) }, 'broken');
  expect(written).toContain('"code":"23505"');
  expect(written).toContain('duplicate key');
  expect(written).not.toContain('an@mau.test');
});
