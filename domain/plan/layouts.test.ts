import { describe, expect, test } from 'vitest';
import type { Cell } from './cell.ts';
import type { FundingLine } from './plan.ts';
import { readAnnex } from './read-annex.ts';

const line = ({ kind, source, totalDong, share }: FundingLine) => [kind, source, totalDong, share?.percent ?? null];
const linesOf = (rows: Cell[][]) => readAnnex(rows).plan.items.map(({ key, totalDong, lines }) => [key, totalDong, ...lines.map(line)]);
const cells = (rows: Cell[][]) => readAnnex(rows).differences.map(({ rule, place }) => `${rule} ${place.cell}`);
const unit = ['Đơn vị tính: đồng'];

describe('layouts that offices use', () => {
  test('the source in words in a column of its own, several rows to an item', () => {
    const rows = [
      unit,
      ['TT', 'Nội dung', 'Nguồn kinh phí', 'Tổng', 2021],
      ['1', 'Mở lớp', 'NSTW (70%)', 7, 7],
      [null, null, 'NSĐP (30%)', 3, 3],
      ['2', 'Hội chợ', 'Ngân sách tỉnh', 5, 5],
      [null, 'Tổng cộng', null, 16, 15],
    ];
    expect(linesOf(rows)).toEqual([
      ['1', null, ['programme', 'NSTW', 7, 70], ['local', 'NSĐP', 3, 30]],
      ['2', 5, ['local', 'Ngân sách tỉnh', 5, null]],
    ]);
    expect(cells(rows)).toEqual(['row-years D6', 'grand-total D6']);
  });

  test('the same with a first row for all sources', () => {
    const rows = [
      unit,
      ['TT', 'Nội dung', 'Nguồn vốn', 'Tổng'],
      ['1', 'Mở lớp', 'Tổng số', 11],
      [null, null, 'NSTW', 7],
      [null, null, 'NSĐP', 3],
    ];
    expect(linesOf(rows)).toEqual([['1', 11, ['programme', 'NSTW', 7, null], ['local', 'NSĐP', 3, null]]]);
    expect(cells(rows)).toEqual(['item-lines D3']);
  });

  test('percentages in a column of their own', () => {
    const rows = [
      unit,
      ['TT', 'Nội dung', 'Tỷ lệ (%)', 'Kinh phí'],
      ['1', 'Mở lớp', null, 100],
      [null, '- Ngân sách tỉnh', '60%', 60],
      [null, '- Doanh nghiệp', 0.5, 40],
    ];
    expect(linesOf(rows)).toEqual([['1', 100, ['local', 'Ngân sách tỉnh', 60, 60], ['enterprise', 'Doanh nghiệp', 40, 50]]]);
    expect(cells(rows)).toEqual(['share D5']);
  });

  test('the state budget as a column over the central and the local one', () => {
    const heads: Cell[][] = [
      ['TT', 'Nội dung', 'Tổng số', 'Trong đó', null, null, null],
      [null, null, null, 'NSNN', 'NSTW', 'NSĐP', 'Vốn khác'],
    ];
    const rows = [unit, ...heads, ['1', 'Mở lớp', 15, 11, 7, 3, 5]];
    expect(linesOf(rows)).toEqual([['1', 15, ['programme', 'NSTW', 7, null], ['local', 'NSĐP', 3, null], ['other', 'Vốn khác', 5, null]]]);
    expect(cells(rows)).toEqual(['row-group D4']);
  });

  test('subtotals inside a group of columns', () => {
    const heads: Cell[][] = [
      ['TT', 'Nội dung', 'Tổng', 'Ngân sách nhà nước', null, null, 'Doanh nghiệp'],
      [null, null, null, 'Cộng', 'Trung ương', 'Địa phương', null],
    ];
    expect(cells([unit, ...heads, ['1', 'Mở lớp', 15, 10, 7, 3, 5]])).toEqual([]);
    expect(cells([unit, ...heads, ['1', 'Mở lớp', 15, 10, 7, 4, 5]])).toEqual(['item-lines C4', 'row-group D4']);
  });

  test('one year only, which the title names', () => {
    const { plan, remarks } = readAnnex([['DỰ TOÁN KINH PHÍ NĂM 2022'], unit, ['TT', 'Nội dung', 'Kinh phí'], ['1', 'Mở lớp', 9]]);
    expect(plan).toMatchObject({ years: [2022], items: [{ totalDong: 9, years: { 2022: 9 } }] });
    expect(remarks.map(({ code }) => code)).toEqual(['year-from-title']);
  });

  test('the number before the label, and no column for it', () => {
    const rows = [unit, ['Nội dung', 'Tổng', 2021], ['I. Đào tạo', 5, 5], ['1. Mở lớp', 2, 2], ['2. Hội thảo', 3, 3], ['II. Khác', 1, 1]];
    expect(readAnnex(rows).plan.items.map(({ key, label }) => [key, label])).toEqual([
      ['I/1', 'Mở lớp'],
      ['I/2', 'Hội thảo'],
      ['II', 'Khác'],
    ]);
    expect(cells(rows)).toEqual([]);
  });

  test('a heading repeated on a new page, and a second table', () => {
    const head = ['TT', 'Nội dung', 'Tổng'];
    const rows: Cell[][] = [
      unit,
      head,
      ['1', 'A', 1],
      head,
      ['2', 'B', 2],
      [null, 'Tổng cộng', 3],
      [],
      ['TT', 'Nguồn kinh phí', 'Tổng cộng'],
      ['1', 'Ngân sách tỉnh', 3],
    ];
    const { plan, differences, remarks } = readAnnex(rows);
    expect([plan.items.length, differences.length]).toEqual([2, 0]);
    expect(remarks.map(({ code, row }) => [code, row])).toEqual([
      ['row-of-other-table', 8],
      ['row-of-other-table', 9],
    ]);
  });

  test('"Trong đó" below a section breaks its sum down by source', () => {
    const rows = [
      unit,
      ['TT', 'Nội dung', 'Tổng'],
      ['I', 'Đào tạo', 10],
      [null, 'Trong đó:', null],
      [null, '- Ngân sách tỉnh', 4],
      [null, '- Doanh nghiệp', 6],
      ['1', 'A', 10],
      [null, 'Nguồn kinh phí: - Ngân sách tỉnh', 3],
      [null, '- Doanh nghiệp', 7],
    ];
    expect(cells(rows)).toEqual(['source-total C5', 'source-total C6']);
  });

  test('item and sources in one cell, one amount: the sources have only their shares', () => {
    const rows = [unit, ['TT', 'Nội dung', 'Tổng'], ['1', 'Mở lớp\nNguồn kinh phí: NSTW 70%; NSĐP 30%', 10]];
    expect(linesOf(rows)).toEqual([['1', 10, ['programme', 'NSTW', null, 70], ['local', 'NSĐP', null, 30]]]);
    expect(readAnnex(rows).remarks.map(({ code }) => code)).toEqual(['line-without-amount', 'line-without-amount']);
  });

  test('1.10 that a spreadsheet stored as 1.1', () => {
    const items = Array.from({ length: 10 }, (_, i): Cell[] => [Number(`1.${i + 1}`), `Việc ${i + 1}`, 1]);
    const { plan, remarks, differences } = readAnnex([unit, ['TT', 'Nội dung', 'Tổng'], [1, 'Nhóm', 10], ...items]);
    expect(plan.items.at(-1)?.key).toBe('1.10');
    expect(remarks.map(({ code }) => code)).toEqual(['number-restored']);
    expect(differences).toEqual([]);
  });

  test('no words in the heading but years', () => {
    const { plan } = readAnnex([unit, [null, null, '2021', '2022'], ['1', 'Mở lớp', '1', '2']]);
    expect(plan.items).toMatchObject([{ number: '1', label: 'Mở lớp', totalDong: null, years: { 2021: 1, 2022: 2 } }]);
  });

  test('labels indented by columns, letters, numbers and dashes as levels', () => {
    const rows: Cell[][] = [
      unit,
      ['STT', 'Nội dung', null, 'Tổng'],
      ['A', 'Phần', null, 6],
      ['I', null, 'Nhóm', 6],
      ['1', null, 'Việc', 6],
      [null, null, '- Thuê hội trường', 2],
      [null, null, '- In tài liệu', 4],
    ];
    const { plan, differences } = readAnnex(rows);
    expect(differences).toEqual([]);
    expect(plan.sections.map(({ key, level }) => [key, level])).toEqual([
      ['A', 0],
      ['A/I', 1],
      ['A/I/1', 2],
    ]);
    expect(plan.items.map(({ label, totalDong }) => [label, totalDong])).toEqual([
      ['Thuê hội trường', 2],
      ['In tài liệu', 4],
    ]);
  });

  test('work that sounds like a total or a source stays work', () => {
    const labels = [
      'Tổng kết, đánh giá',
      'Tổng hợp số liệu',
      'Cộng tác viên',
      'Cổng thông tin',
      'Công tác tuyên truyền',
      'Nguồn nhân lực',
      'Hỗ trợ doanh nghiệp xây dựng website',
      'Chương trình khuyến mại',
    ];
    const { plan } = readAnnex([unit, ['TT', 'Nội dung', 'Tổng'], ...labels.map((label, i): Cell[] => [i % 2 ? null : i, label, 1])]);
    expect([...plan.sections, ...plan.items].map(({ label }) => label).toSorted()).toEqual(labels.toSorted());
  });
});
