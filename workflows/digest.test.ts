import { describe, expect, test } from 'vitest';
import { loadPacks } from '../config/regulations.ts';
import { composeDigest, digestDay } from './digest.ts';

const packs = loadPacks();

describe('the morning of digests', () => {
  test.each([
    // moment (UTC)                 rehearsal  day
    ['2022-01-10T00:29:00.000Z', false, null], // 7:29 in Hà Nội
    ['2022-01-10T00:30:00.000Z', false, '2022-01-10'],
    ['2022-01-10T16:30:00.000Z', false, '2022-01-10'],
    ['2022-01-09T03:00:00.000Z', false, null], // a Sunday
    ['2022-02-01T03:00:00.000Z', false, null], // Tết
    ['2022-01-09T17:30:00.000Z', true, '2022-01-10'], // a rehearsal's day begins where its clock stands
    ['2022-01-08T17:30:00.000Z', true, null],
  ])('%s, rehearsal %s: %s', (now, rehearsal, day) => {
    expect(digestDay(now, packs.values(), rehearsal)).toBe(day);
  });
});

test('a digest says what each letter says, and where it is done', () => {
  const held = [
    { id: 'a', subject: 'Có việc chờ xử lý: X · Waiting for you: X', body: 'Kính gửi Lan,\n…\n\nhttps://de-an.example/schemes/x' },
  ];
  const { subject, body } = composeDigest({ name: 'Lan' }, '2022-01-10', held);
  expect(subject).toBe('Việc của ông/bà sáng 10/01/2022: 1 thông báo · Your work this morning, 10/01/2022: 1 notices');
  expect(body).toMatch(/^Kính gửi Lan,/);
  expect(body).toContain('1. Có việc chờ xử lý: X · Waiting for you: X\n   https://de-an.example/schemes/x');
});
