import { expect, test } from 'vitest';
import { timeLeft } from '../../domain/time/time-left.ts';
import { isOver, isSoon, leftText } from './time-left.ts';

const calendar = { off: [], work: [] };

test.each([
  // today        due           in Vietnamese                                                in English                                               soon   over
  ['2022-01-10', '2022-01-21', 'còn 9 ngày làm việc', '9 working days left', false, false],
  ['2022-01-20', '2022-01-21', 'còn 1 ngày làm việc', '1 working day left', true, false],
  ['2022-01-21', '2022-01-21', 'hết hạn hôm nay', 'due today', true, false],
  ['2022-01-24', '2022-01-21', 'quá hạn 1 ngày làm việc', '1 working day overdue', false, true],
  // A Friday and the Saturday on which the term ends.
  [
    '2022-01-21',
    '2022-01-22',
    'hạn vào ngày nghỉ, sau hôm nay không còn ngày làm việc',
    'ends on a day off, no working day left after today',
    true,
    false,
  ],
  ['2022-01-22', '2022-01-22', 'hết hạn hôm nay', 'due today', true, false],
  ['2022-01-24', '2022-01-22', 'đã hết hạn vào ngày nghỉ', 'ended on a day off', false, true],
])('on %s of a term until %s', (today, due, vi, en, soon, over) => {
  const left = timeLeft(calendar, today, due);
  expect([leftText(left, 'vi'), leftText(left, 'en'), isSoon(left), isOver(left)]).toEqual([vi, en, soon, over]);
});
