import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell } from './cell.ts';
import { readAnnex } from './read-annex.ts';

/** A plan whose sums and shares agree; amounts in units of the table × 10, so that one decimal can be printed. */
type Sample = { years: number[]; sources: string[]; sections: { items: { shares: number[] | null; amounts: number[][] }[] }[] };

const sourceNames = ['Ngân sách địa phương', 'Chương trình phát triển TMĐT quốc gia', 'Doanh nghiệp đối ứng', 'Nguồn hợp pháp khác'];

const sample: fc.Arbitrary<Sample> = fc
  .record({ first: fc.integer({ min: 2021, max: 2026 }), years: fc.integer({ min: 1, max: 5 }), sources: fc.integer({ min: 1, max: 4 }) })
  .chain(({ first, years, sources }) => {
    const perYear = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 9_999 })), { minLength: years, maxLength: years });
    const free = fc
      .array(perYear, { minLength: sources, maxLength: sources })
      .filter((amounts) => amounts.flat().some((amount) => amount > 0))
      .map((amounts) => ({ shares: null, amounts }));
    const shared = fc
      .tuple(fc.array(fc.integer({ min: 1, max: 6 }), { minLength: sources, maxLength: sources }), perYear)
      .map(([weights, base]) => {
        const last = 100 - weights.slice(1).reduce((sum, weight) => sum + weight * 5, 0);
        const shares = [last, ...weights.slice(1).map((weight) => weight * 5)];
        const some = base.every((amount) => amount === 0) ? base.map(() => 40) : base;
        return { shares, amounts: shares.map((share) => some.map((amount) => amount * share)) };
      });
    const section = fc.record({ items: fc.array(fc.oneof(free, shared), { minLength: 1, maxLength: 4 }) });
    return fc.record({
      years: fc.constant(Array.from({ length: years }, (_, i) => first + i)),
      sources: fc.constant(sourceNames.slice(0, sources)),
      sections: fc.array(section, { minLength: 1, maxLength: 4 }),
    });
  });

const layout = fc.record({
  unit: fc.constantFrom(
    ['Đơn vị tính: triệu đồng', 1_000_000],
    ['(ĐVT: nghìn đồng)', 1_000],
    ['Đơn vị: 1.000 đồng', 1_000],
    ['Đơn vị tính: Tỷ đồng', 1_000_000_000],
  ) as fc.Arbitrary<[string, number]>,
  numbering: fc.constantFrom('decimal', 'roman', 'letter', 'in-label'),
  numerals: fc.constantFrom('number', 'vi', 'en', 'spaces'),
  nothing: fc.constantFrom<Cell>('-', '', null, '–'),
  funding: fc.constantFrom('rows', 'opened', 'one-cell', 'columns', 'columns-by-year'),
  totalFirst: fc.boolean(),
  breakdown: fc.boolean(),
  yearHeads: fc.constantFrom('number', 'text', 'Năm', 'group'),
  titles: fc.integer({ min: 0, max: 4 }),
  gaps: fc.boolean(),
  indexRow: fc.boolean(),
});
type Layout = typeof layout extends fc.Arbitrary<infer L> ? L : never;

const add = (rows: number[][]): number[] => rows[0]!.map((_, i) => rows.reduce((sum, row) => sum + row[i]!, 0));
const roman = ['I', 'II', 'III', 'IV'];

function layOut(plan: Sample, how: Layout): { rows: Cell[][]; amountCells: { row: number; column: number }[] } {
  const byColumns = how.funding.startsWith('columns');
  const rows: Cell[][] = Array.from({ length: how.titles }, (_, i) => [null, `KẾ HOẠCH THỬ dòng ${i}`]);
  rows.push([null, null, null, how.unit[0]]);
  const amountCells: { row: number; column: number }[] = [];
  const printed = (tenths: number): Cell => {
    if (tenths === 0) return how.nothing;
    if (how.numerals === 'number') return tenths / 10;
    const [point, group] = how.numerals === 'en' ? ['.', ','] : [',', how.numerals === 'vi' ? '.' : ' '];
    const whole = String(Math.floor(tenths / 10)).replace(/\B(?=(\d{3})+$)/g, group);
    return tenths % 10 === 0 ? whole : `${whole}${point}${tenths % 10}`;
  };
  const total = (amounts: number[]) => amounts.reduce((sum, amount) => sum + amount, 0);
  const cellsOf = (bySource: number[][]): Cell[] => {
    const all = add(bySource);
    if (how.funding === 'columns') return [total(all), ...bySource.map(total), ...all].map(printed);
    if (how.funding === 'columns-by-year')
      return [total(all), ...all.flatMap((amount, y) => [amount, ...bySource.map((source) => source[y]!)])].map(printed);
    return [total(all), ...all].map(printed);
  };
  const push = (number: Cell, label: string, cells: Cell[]) => {
    if (how.gaps && rows.length % 3 === 0) rows.push([]);
    const at =
      rows.push(how.numbering === 'in-label' && number !== null ? [null, `${number}. ${label}`, ...cells] : [number, label, ...cells]) - 1;
    for (const [i, cell] of cells.entries())
      if (cell !== null && cell !== '' && !String(cell).includes('\n')) amountCells.push({ row: at, column: i + 2 });
  };
  rows.push(...headOf(plan, how));
  const sums = plan.sections.map(({ items }) => plan.sources.map((_, s) => add(items.map((item) => item.amounts[s]!))));
  const grand = plan.sources.map((_, s) => add(sums.map((sum) => sum[s]!)));
  const pushTotal = () => {
    push(null, 'TỔNG CỘNG', cellsOf(grand));
    if (byColumns || !how.breakdown) return;
    for (const [s, source] of plan.sources.entries())
      push(null, s === 0 ? `Trong đó: - ${source}` : `- ${source}`, [total(grand[s]!), ...grand[s]!].map(printed));
  };
  if (how.totalFirst) pushTotal();
  for (const [n, { items }] of plan.sections.entries()) {
    const number = how.numbering === 'roman' ? roman[n]! : how.numbering === 'letter' ? 'ABCD'[n]! : String(n + 1);
    push(number, `Nhóm nội dung ${number}`, cellsOf(sums[n]!));
    for (const [i, item] of items.entries()) {
      const below = how.numbering === 'decimal' || how.numbering === 'in-label' ? `${n + 1}.${i + 1}` : String(i + 1);
      const lines = plan.sources.map((source, s) => ({
        label: `- ${source}${item.shares ? ` (${item.shares[s]}%)` : ''}`,
        cells: [total(item.amounts[s]!), ...item.amounts[s]!].map(printed),
      }));
      if (how.funding === 'one-cell') {
        const stacked = cellsOf(item.amounts).map((cell, c) =>
          [cell, ...lines.map((line) => line.cells[c])].map((x) => x ?? '').join('\n'),
        );
        push(
          below,
          [
            `Mở lớp ${n}.${i}`,
            lines.length === 1 ? `Nguồn kinh phí: ${lines[0]!.label}` : `Nguồn kinh phí: ${lines.map((line) => line.label).join('\n')}`,
          ].join('\n'),
          stacked,
        );
        continue;
      }
      push(below, `Mở lớp ${n}.${i}`, cellsOf(item.amounts));
      if (byColumns) continue;
      if (how.funding === 'opened') push(null, 'Nguồn kinh phí:', []);
      for (const [s, line] of lines.entries())
        push(null, how.funding === 'rows' && s === 0 ? `Nguồn kinh phí: ${line.label}` : line.label, line.cells);
    }
  }
  if (!how.totalFirst) pushTotal();
  return { rows, amountCells };
}

function headOf(plan: Sample, how: Layout): Cell[][] {
  const year = (y: number): Cell => (how.yearHeads === 'number' ? y : how.yearHeads === 'Năm' ? `Năm ${y}` : String(y));
  const years = plan.years.map(year);
  const index = (width: number): Cell[][] => (how.indexRow ? [Array.from({ length: width }, (_, i) => `(${i + 1})`)] : []);
  if (how.funding === 'columns-by-year') {
    const blank = plan.sources.map(() => null);
    const top = ['STT', 'Nội dung', 'Tổng kinh phí', ...years.flatMap((y) => [y, ...blank])];
    return [top, [null, null, null, ...years.flatMap(() => ['Tổng', ...plan.sources])], ...index(top.length)];
  }
  const sources = how.funding === 'columns' ? plan.sources : [];
  if (how.yearHeads !== 'group') {
    const top = ['TT', 'Nhiệm vụ', 'Tổng cộng', ...sources, ...years];
    return [top, ...index(top.length)];
  }
  const top = [
    'Stt',
    'Nội dung thực hiện',
    'Tổng kinh phí',
    ...sources.map((_, i) => (i === 0 ? 'Nguồn kinh phí' : null)),
    'Trong đó',
    ...years.slice(1).map(() => null),
  ];
  return [top, [null, null, null, ...sources, ...years], ...index(top.length)];
}

const dong = (tenths: number, how: Layout) => (tenths * how.unit[1]) / 10;

describe('a plan whose sums and shares agree', () => {
  test('is read from any layout with its amounts, and nothing differs', () => {
    fc.assert(
      fc.property(sample, layout, (plan, how) => {
        const { rows } = layOut(plan, how);
        const read = readAnnex(rows);
        expect(read.differences.map(({ text }) => text.en)).toEqual([]);
        expect(read.plan.years).toEqual(plan.years);
        const items = plan.sections.flatMap(({ items }) => items);
        expect(read.plan.items).toHaveLength(items.length);
        for (const [i, item] of items.entries()) {
          const all = add(item.amounts);
          const found = read.plan.items[i]!;
          expect(found.totalDong ?? 0).toBe(
            dong(
              all.reduce((sum, amount) => sum + amount, 0),
              how,
            ),
          );
          expect(plan.years.map((year) => found.years[year] ?? 0)).toEqual(all.map((amount) => dong(amount, how)));
          const lineOf = (s: number) => found.lines.find(({ source }) => source === plan.sources[s]);
          const ofLine = (s: number) => lineOf(s)?.totalDong ?? plan.years.reduce((sum, year) => sum + (lineOf(s)?.years[year] ?? 0), 0);
          expect(plan.sources.map((_, s) => ofLine(s))).toEqual(
            item.amounts.map((amounts) =>
              dong(
                amounts.reduce((sum, amount) => sum + amount, 0),
                how,
              ),
            ),
          );
        }
        expect(read.plan.total).not.toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  test('with one amount changed, a difference names its row', () => {
    fc.assert(
      fc.property(sample, layout, fc.nat(), fc.integer({ min: 1, max: 500 }), (plan, how, pick, more) => {
        const { rows, amountCells } = layOut(plan, how);
        fc.pre(amountCells.length > 0);
        const { row, column } = amountCells[pick % amountCells.length]!;
        const cells = rows[row]!;
        const old = cells[column];
        const before =
          typeof old === 'number'
            ? old
            : Number(
                String(old)
                  .replace(/[–-]/, '0')
                  .replace(how.numerals === 'en' ? /,/g : /[. ]/g, '')
                  .replace(',', '.'),
              );
        cells[column] = before + more;
        const found = readAnnex(rows).differences;
        expect(found.map(({ place }) => place.row)).toContain(row + 1);
      }),
      { numRuns: 300 },
    );
  });
});
