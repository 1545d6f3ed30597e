import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountInWords } from './in-words.ts';

describe('an amount in words', () => {
  test.each([
    [0, 'Không đồng'],
    [1, 'Một đồng chẵn'],
    [5, 'Năm đồng chẵn'],
    [10, 'Mười đồng chẵn'],
    [11, 'Mười một đồng chẵn'],
    [14, 'Mười bốn đồng chẵn'],
    [15, 'Mười lăm đồng chẵn'],
    [20, 'Hai mươi đồng chẵn'],
    [21, 'Hai mươi mốt đồng chẵn'],
    [24, 'Hai mươi tư đồng chẵn'],
    [25, 'Hai mươi lăm đồng chẵn'],
    [101, 'Một trăm lẻ một đồng chẵn'],
    [104, 'Một trăm lẻ bốn đồng chẵn'],
    [105, 'Một trăm lẻ năm đồng chẵn'],
    [110, 'Một trăm mười đồng chẵn'],
    [1_001, 'Một nghìn, không trăm lẻ một đồng chẵn'],
    [15_000, 'Mười lăm nghìn đồng chẵn'],
    [1_234_567, 'Một triệu, hai trăm ba mươi tư nghìn, năm trăm sáu mươi bảy đồng chẵn'],
    [40_000_000, 'Bốn mươi triệu đồng chẵn'],
    [3_075_000_000, 'Ba tỷ, không trăm bảy mươi lăm triệu đồng chẵn'],
    [6_860_000_000, 'Sáu tỷ, tám trăm sáu mươi triệu đồng chẵn'],
    [1_000_000_005, 'Một tỷ, không trăm lẻ năm đồng chẵn'],
    [9_000_000_000_000, 'Chín nghìn tỷ đồng chẵn'],
    [
      2 ** 53 - 1,
      'Chín triệu, không trăm lẻ bảy nghìn, một trăm chín mươi chín tỷ, hai trăm năm mươi tư triệu, bảy trăm bốn mươi nghìn, chín trăm chín mươi mốt đồng chẵn',
    ],
  ])('%d: %s', (amount, words) => {
    expect(amountInWords(amount)).toBe(words);
    expect(amountInWords(amount)).toBe(words.normalize('NFC'));
  });

  test('reads back as the same amount', () => {
    fc.assert(fc.property(fc.oneof(fc.nat({ max: 2_000 }), fc.maxSafeNat()), (amount) => readBack(amountInWords(amount)) === amount));
  });

  test.each([-1, 0.5, 2 ** 53])('%d is no amount', (amount) => {
    expect(() => amountInWords(amount)).toThrow(RangeError);
  });
});

const spokenDigits: Record<string, number> = {
  không: 0,
  một: 1,
  mốt: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
};

/** Reads Vietnamese number words from left to right, independent of how they were made. */
function readBack(words: string): number {
  let total = 0;
  let sinceBillion = 0;
  let group = 0;
  let digit = 0;
  for (const word of words.toLowerCase().replaceAll(',', '').split(' ')) {
    if (word in spokenDigits) digit = spokenDigits[word]!;
    else {
      if (word === 'trăm') group += digit * 100;
      else if (word === 'mươi') group += digit * 10;
      else if (word === 'mười') group += 10;
      else if (word === 'nghìn') sinceBillion += (group + digit) * 1_000;
      else if (word === 'triệu') sinceBillion += (group + digit) * 1_000_000;
      else if (word === 'tỷ') total += (sinceBillion + group + digit) * 1_000_000_000;
      else if (word === 'đồng') total += sinceBillion + group + digit;
      if (word === 'tỷ') sinceBillion = 0;
      if (['nghìn', 'triệu', 'tỷ'].includes(word)) group = 0;
      digit = 0;
    }
  }
  return total;
}
