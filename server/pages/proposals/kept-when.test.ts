import { expect, test } from 'vitest';
import { keptWhen } from './kept-when.ts';

const now = '2026-03-20T08:00:00.000Z';

test.each([
  // kept                      in Vietnamese          in English               in a rehearsal
  ['2026-03-20T07:05:00.000Z', 'lúc 14:05', 'at 14:05', 'lúc 14:05 (giờ thực tế)'],
  ['2026-03-19T17:01:00.000Z', 'lúc 00:01', 'at 00:01', 'lúc 00:01 (giờ thực tế)'],
  ['2026-03-19T16:59:00.000Z', 'lúc 23:59 hôm qua', 'yesterday at 23:59', 'lúc 23:59 hôm qua (giờ thực tế)'],
  ['2026-03-15T02:00:00.000Z', '5 ngày trước', '5 days ago', '5 ngày trước'],
])('what was kept at %s is told by the machine’s clock, and in a rehearsal never as a date of it', (savedAt, vi, en, rehearsed) => {
  expect([keptWhen(savedAt, 'vi', false, now), keptWhen(savedAt, 'en', false, now), keptWhen(savedAt, 'vi', true, now)]).toEqual([
    vi,
    en,
    rehearsed,
  ]);
});
