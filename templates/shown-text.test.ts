import { expect, test } from 'vitest';
import { shownText } from './shown-text.ts';

test.each([
  ['Vietnamese stays as it is', 'Đề án “Hỗ trợ”; 5.000.000 đồng\n\tHà Nội', 'Đề án “Hỗ trợ”; 5.000.000 đồng\n\tHà Nội'],
  ['one spelling', 'Đề án'.normalize('NFD'), 'Đề án'],
  ['a sum turned round', '1\u202e000.000.9\u202c đồng', '1000.000.9 đồng'],
  ['isolated directions', '\u2067abc\u2069\u200f', 'abc'],
  ['words that look like one', 'Bộ\u200b Công\u2060 Thương\ufeff', 'Bộ Công Thương'],
  ['controls', 'a\u0000b\u0007c\u007fd\u0085', 'abcd'],
  ['heaps of marks', `Z${'\u0335\u0489\u0334'.repeat(60)}`, 'Z\u0335\u0489'],
  ['half of a pair', 'a\ud800b', 'ab'],
])('%s', (_, given, shown) => expect(shownText(given)).toBe(shown));
