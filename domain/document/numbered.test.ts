import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decision, receipt } from './examples.ts';
import { numbered, unnumbered } from './numbered.ts';

describe('a number given to a document', () => {
  test('stands in it and in what its annexes say of it', () => {
    const content = numbered(decision, 5, 'QĐ-BCT', '2022-02-07');
    expect(content).toMatchObject({ number: 5, symbol: 'QĐ-BCT', date: '2022-02-07' });
    expect(content.annexes[0]?.reference).toBe('(Kèm theo Quyết định số 05/QĐ-BCT ngày 07 tháng 02 năm 2022 của Bộ trưởng Bộ Công Thương)');
  });

  test('leaves the draft as it was when it is given up', () => {
    const day = fc
      .date({ min: new Date('2021-01-01'), max: new Date('2025-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.constantFrom(decision, receipt), fc.integer({ min: 1, max: 9_999 }), day, (content, number, date) => {
        expect(unnumbered(numbered(content, number, content.symbol ?? '', date))).toEqual(content);
      }),
    );
  });

  test('a paper without a symbol gets its day alone', () => {
    const { symbol: _, ...paper } = receipt;
    expect(numbered(paper, null, null, '2022-02-07')).toEqual({ ...paper, date: '2022-02-07' });
  });
});
