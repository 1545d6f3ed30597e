import { expect, test } from 'vitest';
import { timeLeft } from './time-left.ts';

// Thursday 28 April 2022 to Thursday 5 May: Liberation Day and Labour Day on Saturday and Sunday, made good on Monday and Tuesday.
const calendar = { off: ['2022-05-02', '2022-05-03'], work: [] };

test.each([
  // today        due           when     working days
  ['2022-01-19', '2022-01-21', 'left', 2],
  ['2022-01-20', '2022-01-21', 'left', 1],
  ['2022-01-21', '2022-01-21', 'today', 0],
  ['2022-01-24', '2022-01-21', 'over', 1],
  // The term ends on a Saturday: Friday is its last working day and not yet its end.
  ['2022-01-20', '2022-01-22', 'left', 1],
  ['2022-01-21', '2022-01-22', 'left', 0],
  ['2022-01-22', '2022-01-22', 'today', 0],
  ['2022-01-23', '2022-01-22', 'over', 0],
  ['2022-01-24', '2022-01-22', 'over', 0],
  ['2022-01-25', '2022-01-22', 'over', 1],
  // On a Sunday.
  ['2022-01-22', '2022-01-23', 'left', 0],
  ['2022-01-23', '2022-01-23', 'today', 0],
  ['2022-01-24', '2022-01-23', 'over', 0],
  // On a holiday.
  ['2022-04-28', '2022-05-02', 'left', 1],
  ['2022-04-29', '2022-05-02', 'left', 0],
  ['2022-05-02', '2022-05-02', 'today', 0],
  ['2022-05-04', '2022-05-02', 'over', 0],
])('on %s a term until %s: %s, %d', (today, due, when, workingDays) => {
  expect(timeLeft(calendar, today, due)).toEqual({ when, workingDays });
});
