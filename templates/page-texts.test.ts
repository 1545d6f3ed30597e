import { describe, expect, test } from 'vitest';
import { pageText } from './page-texts.ts';

describe('a text that counts', () => {
  test.each([
    // key                    value          in English
    ['left.days', { days: 1 }, '1 working day left'],
    ['left.days', { days: 2 }, '2 working days left'],
    ['left.over', { days: 1 }, '1 working day overdue'],
    ['left.days', { days: 1 }, '1 working day left'],
    ['law.say.working-days', { value: '1' }, '1 working day'],
    ['law.say.working-days', { value: '5' }, '5 working days'],
    ['law.say.days', { value: '1' }, '1 day'],
  ])('%s: one is one', (key, values, text) => {
    expect(pageText(key, 'en', values)).toBe(text);
  });

  test('in Vietnamese nothing changes with the number', () => {
    expect([1, 2].map((days) => pageText('left.days', 'vi', { days }))).toEqual(['còn 1 ngày làm việc', 'còn 2 ngày làm việc']);
  });
});
