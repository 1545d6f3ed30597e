import { describe, expect, test } from 'vitest';
import { closed, dashed, decimal, lettered, opening, percent, sentence } from './wording.ts';

describe('punctuation of official texts', () => {
  test.each([
    ['Chịu trách nhiệm thi hành', 'Chịu trách nhiệm thi hành./.'],
    ['Chịu trách nhiệm thi hành.', 'Chịu trách nhiệm thi hành./.'],
    ['Chịu trách nhiệm thi hành./.', 'Chịu trách nhiệm thi hành./.'],
  ])('%s is closed once', (text, ended) => expect(closed(text)).toBe(ended));

  test.each([
    ['Nhất trí', 'Nhất trí.'],
    ['Nhất trí.', 'Nhất trí.'],
    ['Nhất trí;', 'Nhất trí.'],
    ['Có nhất trí không?', 'Có nhất trí không?'],
  ])('%s becomes a sentence', (text, ended) => expect(sentence(text)).toBe(ended));

  test('list items end with semicolons, the last with a full stop', () => {
    expect(dashed(['một.', 'hai;', 'ba']).map(({ mark, text }) => `${mark} ${text}`)).toEqual(['- một;', '- hai;', '- ba.']);
  });

  test('letters follow the Vietnamese alphabet', () => {
    expect(lettered(['1', '2', '3', '4', '5', '6']).map(({ mark }) => mark)).toEqual(['a)', 'b)', 'c)', 'd)', 'đ)', 'e)']);
  });
});

test('a letter opens with its bases in one sentence', () => {
  expect(opening({ bases: ['Căn cứ Luật A;', 'Căn cứ Nghị định B.'] }, 'Bộ Công Thương mời')).toBe(
    'Căn cứ Luật A; căn cứ Nghị định B, Bộ Công Thương mời',
  );
  expect(opening({ bases: [] }, 'sau khi xem xét')).toBe('Sau khi xem xét');
});

test.each([
  [0.875, '87,5%'],
  [1, '100%'],
  [0, '0%'],
  [2 / 3, '66,7%'],
])('%d is %s', (share, printed) => expect(percent(share)).toBe(printed));

test.each([
  [82.5, '82,5'],
  [1_350.25, '1.350,25'],
  [-12_000, '-12.000'],
])('%d is printed %s', (value, printed) => expect(decimal(value)).toBe(printed));
