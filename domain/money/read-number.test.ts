import { describe, expect, test } from 'vitest';
import { readNumber } from './read-number.ts';

describe('numbers as they are typed and pasted', () => {
  test.each([
    ['0', 0],
    ['1234567', 1_234_567],
    ['1.234.567', 1_234_567],
    ['1.234.567,5', 1_234_567.5],
    ['1.234', 1_234],
    ['12,5', 12.5],
    ['12.5', 12.5],
    ['0.25', 0.25],
    ['1 234 567', 1_234_567],
    ['1\u00a0234\u202f567', 1_234_567],
    ['1,234,567', 1_234_567],
    ['1,234,567.89', 1_234_567.89],
    ['500.000.000 đồng', 500_000_000],
    ['500.000đ', 500_000],
    ['70%', 70],
    ['-3,5', -3.5],
    ['9.007.199.254.740.991', Number.MAX_SAFE_INTEGER],
    ['', undefined],
    ['mười', undefined],
    ['1.23.4', undefined],
    ['1,2,3', undefined],
    ['12a', undefined],
    ['1..2', undefined],
  ])('%s', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });
});
