import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountInWords } from '../money/in-words.ts';
import { cellName, textOf } from './cell.ts';
import { numeralsOf, readNumber, toDong } from './numerals.ts';
import { looksLikeSource, readSource } from './source.ts';
import { unitIn } from './unit.ts';
import { wordsToDong } from './words-to-dong.ts';

describe('numbers as printed', () => {
  test.each<[string, ReturnType<typeof numeralsOf>, number | null]>([
    ['1.234.567,5', 'vi', 12_345_675],
    ['1,234,567.5', 'en', 12_345_675],
    ['1.234', 'either', 12_340],
    ['1,234', 'either', 12.34],
    ['0,125', 'vi', 1.25],
    ['1 234 567', null, 12_345_670],
    ['1\u00a0234,5', 'vi', 12_345],
    ['-50', null, -500],
    ['(50)', null, -500],
    ['12 34', null, null],
    ['1.2.3', null, null],
    ['abc', null, null],
  ])('%s', (text, numerals, tenths) => {
    expect(numeralsOf(text)).toBe(numerals);
    const read = readNumber(text, 'vi');
    expect(read === null ? null : Number(read.digits) / 10 ** (read.scale - 1)).toBe(tenths);
  });

  test('a fraction of a đồng is rounded half up and said to be inexact', () => {
    expect(toDong({ digits: 15n, scale: 1 }, 1n)).toEqual({ dong: 2, exact: false });
    expect(toDong({ digits: 12_345n, scale: 3 }, 1_000_000n)).toEqual({ dong: 12_345_000, exact: true });
    expect(toDong({ digits: 10n ** 16n, scale: 0 }, 1n)).toBeNull();
  });

  test('a number cell is written out with the digits that a spreadsheet shows', () => {
    expect([0.1 + 0.2, 33.300000000000004, 1e-7, 1e21, -5, 1234567.5].map(textOf)).toEqual([
      '0.3',
      '33.3',
      '0.0000001',
      '1000000000000000000000',
      '-5',
      '1234567.5',
    ]);
  });

  test('columns are named as in a spreadsheet', () => {
    expect([0, 25, 26, 701, 702].map((column) => cellName(column, 7))).toEqual(['A7', 'Z7', 'AA7', 'ZZ7', 'AAA7']);
  });
});

describe('amounts in words', () => {
  test.each([
    ['Sáu tỷ, tám trăm sáu mươi triệu đồng chẵn', 6_860_000_000n],
    ['Ba tỷ, không trăm bảy mươi lăm triệu đồng chẵn', 3_075_000_000n],
    ['một nghìn hai trăm lẻ năm tỉ bốn mươi mốt ngàn đồng', 1_205_000_041_000n],
    ['mười lăm triệu đồng Việt Nam', 15_000_000n],
    ['sáu phẩy tám tỷ đồng', null],
    ['không rõ', null],
    ['hai ba đồng', null],
  ])('%s', (words, dong) => {
    expect(wordsToDong(words)).toBe(dong);
  });

  test('whatever this system prints in words is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), (amount) => {
        expect(wordsToDong(amountInWords(amount))).toBe(BigInt(amount));
      }),
    );
  });
});

describe('sources of money', () => {
  test.each([
    ['- Chương trình phát triển TMĐT quốc gia (70%)', 'programme', 'Chương trình phát triển TMĐT quốc gia', 70],
    [
      'Kinh phí hỗ trợ từ Chương trình phát triển thương mại điện tử quốc gia',
      'programme',
      'Kinh phí hỗ trợ từ Chương trình phát triển thương mại điện tử quốc gia',
      null,
    ],
    ['NSTW: 70 %', 'programme', 'NSTW', 70],
    ['Ngân sách địa phương (70,5%)', 'local', 'Ngân sách địa phương', 70.5],
    ['Ngân sách tỉnh đối ứng', 'local', 'Ngân sách tỉnh đối ứng', null],
    ['- Vốn đối ứng của doanh nghiệp (tối thiểu 50%)', 'enterprise', 'Vốn đối ứng của doanh nghiệp', 50],
    ['Xã hội hóa', 'enterprise', 'Xã hội hóa', null],
    ['Ngân sách trung ương và địa phương', 'other', 'Ngân sách trung ương và địa phương', null],
    ['Nguồn vốn hợp pháp khác', 'other', 'Nguồn vốn hợp pháp khác', null],
  ])('%s', (text, kind, source, percent) => {
    expect(looksLikeSource(text)).toBe(true);
    expect(readSource(text)).toMatchObject({ kind, source });
    expect(readSource(text).share?.percent ?? null).toBe(percent);
  });

  test.each([
    'Hỗ trợ doanh nghiệp tham gia sàn',
    'Nguồn nhân lực',
    'Tuyên truyền ngân sách',
    'Khách hàng',
    'Chương trình khuyến mại',
    'Nguồn kinh phí',
  ])('%s is none', (text) => {
    expect(looksLikeSource(text)).toBe(false);
  });
});

describe('units of money', () => {
  test.each<[string, number | null]>([
    ['Đơn vị tính: triệu đồng', 1_000_000],
    ['ĐVT: Tr.đồng', 1_000_000],
    ['(Đơn vị: 1.000đ)', 1_000],
    ['Đơn vị tính: Nghìn đồng', 1_000],
    ['total_million_vnd', 1_000_000],
    ['Đơn vị tính: tỷ đồng', 1_000_000_000],
    ['Đơn vị tính: đồng', 1],
    ['Đơn vị chủ trì', null],
    ['Hội đồng thẩm định', null],
  ])('%s', (text, factor) => {
    expect(Number(unitIn(text, false)?.factorDong ?? 0) || null).toBe(factor);
  });
});
