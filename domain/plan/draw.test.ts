import { describe, expect, test } from 'vitest';
import type { Cell } from './cell.ts';
import { linesForScheme } from './draw.ts';
import { readAnnex } from './read-annex.ts';

const rows: Cell[][] = [
  ['ĐVT: triệu đồng'],
  ['TT', 'Nội dung', 'Tổng', 2021, 2022],
  ['I', 'Đào tạo', 130, 70, 60],
  ['1', 'Mở lớp', 100, 40, 60],
  [null, 'Nguồn kinh phí: - Ngân sách tỉnh (30%)', 30, 12, 18],
  [null, '- Chương trình phát triển TMĐT quốc gia (70%)', 70, 28, 42],
  ['2', 'Hội thảo', 30, 30, null],
  ['II', 'Hạ tầng', 11, null, 11],
  ['1', 'Bản đồ\nNguồn kinh phí: NSTW 70%; NSĐP 30%', 11, null, 11],
];
const { plan } = readAnnex(rows);
const M = 1_000_000;

describe('a scheme is drawn from an item of a plan and a year', () => {
  test('with the lines as printed, their sources and shares, and the link back', () => {
    expect(linesForScheme(plan, 'I/1', 2022, 'plan-1')).toEqual({
      drawn: true,
      title: 'Mở lớp',
      year: 2022,
      lines: [
        {
          item: { key: 'I/1', number: '1', label: 'Mở lớp', row: 4 },
          amountDong: 18 * M,
          kind: 'local',
          source: 'Ngân sách tỉnh',
          share: { printed: '30%', percent: 30, bound: 'exact' },
          year: 2022,
          basis: 'printed',
          row: 5,
        },
        {
          item: { key: 'I/1', number: '1', label: 'Mở lớp', row: 4 },
          amountDong: 42 * M,
          kind: 'programme',
          source: 'Chương trình phát triển TMĐT quốc gia',
          share: { printed: '70%', percent: 70, bound: 'exact' },
          year: 2022,
          basis: 'printed',
          row: 6,
        },
      ],
      totalDong: 60 * M,
      printedDong: 60 * M,
      bySource: { programme: 42 * M, local: 18 * M, enterprise: 0, other: 0 },
      planItem: { key: 'I/1', number: '1', row: 4, year: 2022, planId: 'plan-1' },
    });
  });

  test('a section stands for its items; an item without sources is of source "other"', () => {
    expect(linesForScheme(plan, 'I', 2021)).toMatchObject({
      lines: [{ amountDong: 12 * M }, { amountDong: 28 * M }, { amountDong: 30 * M, kind: 'other', basis: 'item' }],
      totalDong: 70 * M,
      printedDong: 70 * M,
    });
  });

  test('where only percentages are printed, they are taken of the item', () => {
    expect(linesForScheme(plan, 'II/1', 2022)).toMatchObject({
      lines: [
        { amountDong: 7.7 * M, basis: 'from-share' },
        { amountDong: 3.3 * M, basis: 'from-share' },
      ],
      totalDong: 11 * M,
    });
  });

  test.each([
    ['9', 2021, 'no-such-item'],
    ['1', 2021, 'ambiguous-item'],
    ['I/1', 2030, 'year-not-in-plan'],
    ['I/2', 2022, 'no-money-that-year'],
  ])('item %s in %d: %s', (item, year, reason) => {
    expect(linesForScheme(plan, item, year)).toMatchObject({ drawn: false, reason });
  });

  test('an ambiguous number says which keys to choose from', () => {
    expect(linesForScheme(plan, '1', 2021)).toMatchObject({ keys: ['I/1', 'II/1'], text: { vi: 'Có 2 mục số 1; hãy chọn: I/1, II/1.' } });
  });
});
