import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatNumber, numberAndSymbol } from './numbering.ts';

describe('number and symbol', () => {
  test.each([
    ['{n}/QĐ-BCT', 1, undefined, '01/QĐ-BCT'],
    ['{n}/QĐ-BCT', 9, undefined, '09/QĐ-BCT'],
    ['{n}/QĐ-BCT', 10, undefined, '10/QĐ-BCT'],
    ['{n}/QĐ-UBND', 4157, undefined, '4157/QĐ-UBND'],
    ['{n}/TTr-{issuer}', 84, 'SCT', '84/TTr-SCT'],
  ])('%s with %d by %s: %s', (pattern, number, issuer, printed) => {
    expect(numberAndSymbol(pattern, number, issuer)).toBe(printed);
  });

  test('an issuer that the pattern asks for must be given', () => {
    expect(() => numberAndSymbol('{n}/TTr-{issuer}', 84)).toThrow(RangeError);
  });

  test('a pattern without a place for the number is none', () => {
    expect(() => numberAndSymbol('QĐ-BCT', 5)).toThrow(RangeError);
  });
});

describe('a number', () => {
  test.each([0, -1, 1.5])('is never %d', (number) => {
    expect(() => formatNumber(number)).toThrow(RangeError);
  });

  test('has two digits at least and reads back as itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (number) => {
        expect(formatNumber(number).length).toBeGreaterThanOrEqual(2);
        expect(Number(formatNumber(number))).toBe(number);
      }),
    );
  });
});
