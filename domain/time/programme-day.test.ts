import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from './dates.ts';
import { dateOf, endOfDay, startOfDay, yearOf } from './programme-day.ts';

test('a deadline of a day runs out with the Vietnamese day', () => {
  expect(endOfDay('2022-03-31')).toBe('2022-03-31T16:59:59.999Z');
});

test.each([
  ['2022-03-31T16:59:59.999Z', '2022-03-31'],
  ['2022-03-31T17:00:00.000Z', '2022-04-01'],
  ['2021-12-31T17:00:00.000Z', '2022-01-01'],
])('at %s it is %s in Hà Nội', (instant, date) => {
  expect(dateOf(instant)).toBe(date);
  expect(yearOf(instant)).toBe(Number(date.slice(0, 4)));
});

test('a day holds its first and its last moment, and the next begins a millisecond later', () => {
  const anyDate = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days));
  fc.assert(
    fc.property(anyDate, (date) => {
      expect([dateOf(startOfDay(date)), dateOf(endOfDay(date))]).toEqual([date, date]);
      expect(Date.parse(startOfDay(addDays(date, 1))) - Date.parse(endOfDay(date))).toBe(1);
    }),
  );
});
