import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from './dates.ts';
import { addWorkingDays, isWorkingDay, type WorkingCalendar, workingDaysBetween } from './working-days.ts';

/** Tết 2022 and the exchange of 29 April 2024. */
const calendar: WorkingCalendar = {
  off: ['2022-01-31', '2022-02-01', '2022-02-02', '2022-02-03', '2022-02-04', '2022-04-11', '2024-04-29', '2024-04-30', '2024-05-01'],
  work: ['2024-05-04'],
};

describe('a working day', () => {
  test.each([
    ['2022-01-28', true, 'Friday'],
    ['2022-01-29', false, 'Saturday'],
    ['2022-01-31', false, 'Tết'],
    ['2022-02-07', true, 'Monday after Tết'],
    ['2024-04-29', false, 'weekday off in exchange'],
    ['2024-05-04', true, 'Saturday worked in exchange'],
  ])('%s: %s (%s)', (date, works) => {
    expect(isWorkingDay(calendar, date)).toBe(works);
  });
});

describe('working days later', () => {
  test.each([
    ['2022-01-28', 1, '2022-02-07'],
    ['2022-01-29', 1, '2022-02-07'],
    ['2022-01-10', 15, '2022-02-07'],
    ['2022-03-31', 15, '2022-04-22'],
    ['2024-04-26', 1, '2024-05-02'],
    ['2024-05-03', 1, '2024-05-04'],
    ['2022-02-07', -1, '2022-01-28'],
    ['2022-01-29', 0, '2022-01-29'],
  ])('%s and %d: %s', (date, count, then) => {
    expect(addWorkingDays(calendar, date, count)).toBe(then);
  });

  const anyDate = fc.integer({ min: 0, max: 1_800 }).map((days) => addDays('2021-06-01', days));

  test('end on a working day, and are as many as were asked for', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 60 }), (date, count) => {
        const then = addWorkingDays(calendar, date, count);
        expect(isWorkingDay(calendar, then)).toBe(true);
        expect(workingDaysBetween(calendar, date, then)).toBe(count);
      }),
    );
  });

  test('from a working day, the way back is as long', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 60 }), (date, count) => {
        const start = addWorkingDays(calendar, date, 1);
        const then = addWorkingDays(calendar, start, count);
        expect(addWorkingDays(calendar, then, -count)).toBe(start);
        expect(workingDaysBetween(calendar, then, start)).toBe(-count);
      }),
    );
  });

  test('half a day is none', () => expect(() => addWorkingDays(calendar, '2022-01-10', 0.5)).toThrow(RangeError));
});
