import { expect, test } from 'vitest';
import { objectionToPassword } from './new-password.ts';

test.each([
  // password                        again                            then
  ['mưa rào tháng sáu ở Quy Nhơn', 'mưa rào tháng sáu ở Quy Nhơn', null],
  ['mưa rào tháng'.normalize('NFD'), 'mưa rào tháng'.normalize('NFC'), null],
  ['ngắn quá', 'ngắn quá', 'too-short'],
  ['đề án đề', 'đề án đề', 'too-short'],
  ['x'.repeat(201), 'x'.repeat(201), 'too-long'],
  ['aaaaaaaaaaaaaaaa', 'aaaaaaaaaaaaaaaa', 'too-plain'],
  ['Agency-Officer-2022', 'Agency-Officer-2022', 'holds-name'],
  ['mưa rào tháng sáu', 'mưa rào tháng bảy', 'not-twice'],
])('%s, then %s: %s', (password, again, then) => {
  expect(objectionToPassword(password, again, 'agency-officer@mau.test')).toBe(then);
});
