import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell } from './cell.ts';
import type { Difference } from './plan.ts';
import { PlanReading } from './plan.ts';
import { readAnnex } from './read-annex.ts';

const M = 1_000_000;
const brief = ({ rule, place, printed, computed }: Difference) => [rule, place.cell, printed, computed];
const differ = (rows: Cell[][]) => readAnnex(rows).differences.map(brief);
const codes = (rows: Cell[][]) => readAnnex(rows).remarks.map(({ code, row }) => [code, row]);

/** One section with one item of two sources, in triệu đồng, below a heading in row 2. */
const small = (): Cell[][] => [
  [null, 'Đơn vị tính: triệu đồng'],
  ['STT', 'Nội dung', 'Tổng', 2021, 2022],
  ['1', 'Đào tạo', 100, 40, 60],
  ['1.1', 'Mở lớp', 100, 40, 60],
  [null, 'Nguồn kinh phí: - Ngân sách địa phương (30%)', 30, 12, 18],
  [null, '- Chương trình phát triển TMĐT quốc gia (70%)', 70, 28, 42],
  [null, 'Tổng cộng', 100, 40, 60],
  [null, 'Trong đó: - Ngân sách địa phương', 30, 12, 18],
  [null, '- Chương trình phát triển TMĐT quốc gia', 70, 28, 42],
];
const changed = (...changes: [row: number, column: number, cell: Cell][]): Cell[][] => {
  const rows = small();
  for (const [row, column, cell] of changes) rows[row - 1]![column] = cell;
  return rows;
};

describe('each sum is computed again, and each that does not agree is listed', () => {
  test('nothing differs where all agrees', () => {
    expect(readAnnex(small())).toMatchObject({ differences: [], remarks: [] });
  });

  test.each<[string, Cell[][], unknown[][]]>([
    [
      'the total of a row',
      changed([4, 2, 101]),
      [
        ['section-items', 'C3', 100 * M, 101 * M],
        ['row-years', 'C4', 101 * M, 100 * M],
        ['item-lines', 'C4', 101 * M, 100 * M],
        ['share', 'C5', 30, 29.7],
        ['share', 'C6', 70, 69.31],
      ],
    ],
    [
      'a year of a line',
      changed([5, 3, 13]),
      [
        ['item-lines', 'D4', 40 * M, 41 * M],
        ['row-years', 'C5', 30 * M, 31 * M],
        ['share', 'D5', 30, 32.5],
        ['source-total', 'D8', 12 * M, 13 * M],
      ],
    ],
    [
      'a section',
      changed([3, 3, 41], [3, 2, 101]),
      [
        ['section-items', 'C3', 101 * M, 100 * M],
        ['section-items', 'D3', 41 * M, 40 * M],
        ['grand-total', 'C7', 100 * M, 101 * M],
        ['grand-total', 'D7', 40 * M, 41 * M],
      ],
    ],
    [
      'the grand total',
      changed([7, 4, 61], [7, 2, 101]),
      [
        ['grand-total', 'C7', 101 * M, 100 * M],
        ['total-sources', 'C7', 101 * M, 100 * M],
        ['grand-total', 'E7', 61 * M, 60 * M],
        ['total-sources', 'E7', 61 * M, 60 * M],
      ],
    ],
    [
      'the total of a source',
      changed([9, 4, 43]),
      [
        ['total-sources', 'E7', 60 * M, 61 * M],
        ['row-years', 'C9', 70 * M, 71 * M],
        ['source-total', 'E9', 42 * M, 43 * M].toSpliced(2, 2, 43 * M, 42 * M),
      ],
    ],
    [
      'an amount that is missing',
      changed([6, 3, null]),
      [
        ['item-lines', 'D4', 40 * M, 12 * M],
        ['row-years', 'C6', 70 * M, 42 * M],
        ['share', 'D6', 70, 0],
        ['source-total', 'D9', 28 * M, 0],
      ],
    ],
  ])('%s', (_, rows, expected) => {
    expect(differ(rows)).toEqual(expected);
  });

  test('a total that is right from the items says that a sum between is not', () => {
    const found = readAnnex(changed([3, 2, 101])).differences;
    expect(found.map(({ rule, agreesWithItems }) => [rule, agreesWithItems])).toEqual([
      ['row-years', undefined],
      ['section-items', undefined],
      ['grand-total', true],
    ]);
  });
});

describe('each share is computed again as an exact fraction', () => {
  test.each<[string, string, unknown[]]>([
    ['(30%)', '(70%)', []],
    ['30 %', '(70,0%)', []],
    ['(tối đa 30%)', '(tối thiểu 70%)', []],
    [
      '(không quá 25%)',
      '(70%)',
      [
        ['share', 'C5', 25, 30],
        ['share', 'D5', 25, 30],
        ['share', 'E5', 25, 30],
      ],
    ],
    [
      '(30,5%)',
      '(70%)',
      [
        ['share', 'C5', 30.5, 30],
        ['share', 'D5', 30.5, 30],
        ['share', 'E5', 30.5, 30],
      ],
    ],
  ])('%s and %s', (local, programme, expected) => {
    expect(
      differ(
        changed([5, 1, `Nguồn kinh phí: - Ngân sách địa phương ${local}`], [6, 1, `- Chương trình phát triển TMĐT quốc gia ${programme}`]),
      ),
    ).toEqual(expected);
  });

  test('a rounded percentage is listed, and said to be rounded', () => {
    const rows: Cell[][] = [
      ['TT', 'Nội dung', 'Kinh phí (đồng)'],
      [1, 'A', 3],
      [null, '- Ngân sách tỉnh (33%)', 1],
      [null, '- Doanh nghiệp đối ứng (66,7%)', 2],
    ];
    expect(readAnnex(rows).differences.map((d) => [...brief(d), d.withinRounding])).toEqual([
      ['share', 'C3', 33, 33.33, true],
      ['share', 'C4', 66.7, 66.67, true],
    ]);
  });

  test('where lines show percentages and no amounts, these must make 100%', () => {
    const rows: Cell[][] = [
      ['TT', 'Nội dung', 'Kinh phí (đồng)'],
      [1, 'A\nNguồn kinh phí:\n- Ngân sách tỉnh (30%)\n- Doanh nghiệp (60%)', 10],
    ];
    expect(differ(rows)).toEqual([['shares-hundred', 'B2', 90, 100]]);
  });
});

describe('subtotals, words and units', () => {
  const table = (...rows: Cell[][]): Cell[][] => [['ĐVT: nghìn đồng'], ['TT', 'Nội dung', 'Kinh phí'], ...rows];

  test('"Cộng mục I" is checked against its section, "Tổng cộng" against the sections', () => {
    const rows = table(
      ['I', 'Đào tạo', null],
      [1, 'Lớp A', 10],
      [2, 'Lớp B', 20],
      [null, 'Cộng mục I', 31],
      ['II', 'Tổng kết', null],
      [1, 'Hội nghị', 5],
      [null, 'Cộng mục II', 5],
      [null, 'TỔNG CỘNG (I + II)', '36'],
    );
    expect(differ(rows)).toEqual([
      ['subtotal', 'C6', 31_000, 30_000],
      ['grand-total', 'C10', 36_000, 35_000],
    ]);
  });

  test.each<[string, unknown[]]>([
    ['Bằng chữ: Ba mươi lăm nghìn đồng chẵn./.', []],
    ['(Bằng chữ: Ba mươi sáu nghìn đồng)', [['words', 'C4', 36_000, 35_000]]],
  ])('%s', (words, expected) => {
    expect(differ(table([1, 'Lớp A', 35], [words], [null, 'Tổng cộng', 35]))).toEqual(expected.map((found) => found));
  });

  test.each<[Cell[][], number | null]>([
    [table([1, 'A', '1,5 tỷ đồng']), 1_500_000_000],
    [table([1, 'A', '1.234,5']), 1_234_500],
    [table([1, 'A', '1 234']), 1_234_000],
    [table([1, 'A', 33.300000000000004]), 33_300],
    [
      [
        ['TT', 'Nội dung', 'Dự toán (tr.đ)'],
        [1, 'A', '0,0005'],
      ],
      500,
    ],
    [
      [
        ['TT', 'Nội dung', 'Thành tiền'],
        [1, 'A', '1.234.567'],
      ],
      1_234_567,
    ],
    [table([1, 'A', '12 34']), null],
  ])('amounts become whole đồng: %j', (rows, expected) => {
    expect(readAnnex(rows).plan.items[0]?.totalDong).toBe(expected);
  });

  test('"1,120" is a thousand where its sums say so', () => {
    const rows: Cell[][] = [['Đơn vị tính: triệu đồng'], ['No', 'Content', 'Total', 2021, 2022], [1, 'Training', '1,120', '1,000', '120']];
    expect(readAnnex(rows)).toMatchObject({
      differences: [],
      plan: { items: [{ totalDong: 1120 * M }] },
      remarks: [{ code: 'numerals-unclear' }],
    });
  });
});

describe('what is not understood stays in the result as a remark', () => {
  test.each<[string, Cell[][], unknown[]]>([
    ['no rows', [], [['no-table', null]]],
    [
      'no heading',
      [['a', 'b'], [], [1, 2]],
      [
        ['no-table', null],
        ['row-not-understood', 1],
        ['row-not-understood', 3],
      ],
    ],
    ['text for an amount', changed([4, 2, 'chưa rõ']), [['amount-not-understood', 4]]],
    ['a note below', [...small(), [null, 'Ghi chú: số liệu dự kiến']], [['row-not-understood', 10]]],
    ['money after the total', [...small(), [null, 'Dự phòng', 5]], [['row-after-total', 10]]],
    ['a line before any item', [...small().slice(0, 2), [null, '- Ngân sách tỉnh', 5], ...small().slice(2)], [['line-without-item', 3]]],
    [
      'a number twice',
      [...small().slice(0, 6), ['1.1', 'Mở lớp nữa', null], ...small().slice(6)],
      [
        ['number-repeated', 7],
        ['item-without-amount', 7],
      ],
    ],
    ['no unit', small().slice(1), [['unit-not-stated', null]]],
    ['less than a đồng', changed([4, 2, '100,0000001']), [['amount-rounded', 4]]],
    ['more than 2^53', changed([4, 2, '99.999.999.999']), [['amount-too-large', 4]]],
  ])('%s', (_, rows, expected) => {
    expect(codes(rows)).toEqual(expected);
  });

  test('no table of cells makes it fail, and what it gives has its shape', () => {
    const words = fc.constantFrom(
      'STT',
      'Nội dung',
      'Tổng',
      'Tổng cộng',
      'Nguồn kinh phí:',
      '- Ngân sách tỉnh (30%)',
      'Trong đó:',
      '- Vốn khác',
      '2021',
      'I',
      '1.1',
      'a)',
      '-',
      '1.234',
      '1,5',
      'Bằng chữ: một tỷ đồng',
      'Cộng',
      '+ x',
      '5%\n3',
    );
    const cell = fc.oneof({ weight: 6, arbitrary: words }, fc.string(), fc.double(), fc.integer({ min: -5, max: 3000 }), fc.constant(null));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 25 }), (rows) => {
        expect(PlanReading.safeParse(readAnnex(rows)).error?.issues).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  test('5,000 rows are read within two seconds', () => {
    const items = Array.from({ length: 1250 }, (_, i): Cell[][] => [
      [`${i + 1}`, 'Nhóm', 100, 40, 60],
      [`${i + 1}.1`, 'Mở lớp', 100, 40, 60],
      [null, 'Nguồn kinh phí: - Ngân sách địa phương (50%)', 50, 20, 30],
      [null, '- Doanh nghiệp (50%)', 50, 20, 30],
    ]);
    const start = performance.now();
    const { plan, differences } = readAnnex([...small().slice(0, 2), ...items.flat(), [null, 'Tổng cộng', 125_000, 50_000, 75_000]]);
    expect(performance.now() - start).toBeLessThan(2000);
    expect([plan.items.length, differences.length]).toEqual([1250, 0]);
  });
});
