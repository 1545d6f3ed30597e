import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addYears, dateInYear, daysBetween, IsoDate, isWeekend, nextDayOfMonth, nextDayOfYear } from './dates.ts';

const anyDate = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days));

test.each([
  ['2022-02-28', true],
  ['2022-02-29', false],
  ['2024-02-29', true],
  ['2022-2-8', false],
])('%s is a date: %s', (text, valid) => {
  expect(IsoDate.safeParse(text).success).toBe(valid);
});

describe('calendar days', () => {
  test.each([
    ['2021-12-31', 1, '2022-01-01'],
    ['2024-03-01', -1, '2024-02-29'],
    ['2022-03-31', 60, '2022-05-30'],
  ])('%s and %d days: %s', (date, days, then) => {
    expect(addDays(date, days)).toBe(then);
  });

  test('adding and counting undo each other', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -4_000, max: 4_000 }), (date, days) => daysBetween(date, addDays(date, days)) === days),
    );
  });

  test('two days of any seven are a weekend', () => {
    fc.assert(fc.property(anyDate, (date) => [0, 1, 2, 3, 4, 5, 6].filter((day) => isWeekend(addDays(date, day))).length === 2));
  });
});

test.each([
  ['2022-03-24', 25, '2022-03-25'],
  ['2022-03-25', 25, '2022-03-25'],
  ['2022-03-26', 25, '2022-04-25'],
  ['2022-12-26', 25, '2023-01-25'],
  ['2022-02-01', 31, '2022-02-28'],
])('from %s the next day %d of a month is %s', (date, day, next) => {
  expect(nextDayOfMonth(date, day)).toBe(next);
});

test.each([
  ['2022-05-10', 1, '2023-05-10'],
  ['2024-02-29', 1, '2025-02-28'],
])('%s and %d year: %s', (date, years, then) => {
  expect(addYears(date, years)).toBe(then);
});

test('a month and day name a date of a year, if it exists', () => {
  expect(dateInYear(2022, '03-31')).toBe('2022-03-31');
  expect(() => dateInYear(2022, '02-29')).toThrow(RangeError);
});

test.each([
  ['2022-12-29', '12-30', '2022-12-30'],
  ['2022-12-30', '12-30', '2022-12-30'],
  ['2022-12-31', '12-30', '2023-12-30'],
  ['2022-01-01', '02-15', '2022-02-15'],
])('on or after %s comes the day %s as %s', (date, monthDay, then) => {
  expect(nextDayOfYear(date, monthDay)).toBe(then);
});
