import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import type { PlanOfFile } from './read-plan.ts';
import { readPlan } from './read-plan.ts';

const csv = readFileSync(new URL('../../prisma/seed/plans/binh-dinh-annex.csv', import.meta.url));

/** The annex cell by cell, by the simplest means: no word of a cell holds a quote, and only labels are quoted. */
const table = csv
  .toString('utf8')
  .trim()
  .split('\n')
  .map((line) => [...`,${line}`.matchAll(/,(?:"([^"]*)"|([^,]*))/g)].map((cell) => (cell[1] ?? cell[2] ?? '').trim()));

type Found = { row: number; column: string; kind: string; printed: number; computed: number };

/** Everything that does not agree in the annex, found a second time by arithmetic alone. */
function byArithmetic(): Found[] {
  const found: Found[] = [];
  const rows = table
    .map((cells, i) => ({ row: i + 1, no: cells[0]!, label: cells[1]!, amounts: cells.slice(2, 8).map((cell) => Number(cell || 0)) }))
    .slice(1);
  const compare = (kind: string, row: (typeof rows)[number], parts: typeof rows) => {
    for (let c = 0; c < 6; c++) {
      const computed = parts.reduce((sum, part) => sum + part.amounts[c]!, 0);
      if (computed !== row.amounts[c])
        found.push({ row: row.row, column: 'CDEFGH'[c]!, kind, printed: row.amounts[c]! * 1e6, computed: computed * 1e6 });
    }
  };
  for (const row of rows) {
    const years = row.amounts.slice(1).reduce((sum, amount) => sum + amount, 0);
    if (years !== row.amounts[0])
      found.push({ row: row.row, column: 'C', kind: 'sum', printed: row.amounts[0]! * 1e6, computed: years * 1e6 });
  }
  const total = rows.findIndex(({ label }) => label === 'Tổng cộng');
  const body = rows.slice(0, total);
  const isLine = ({ label }: (typeof rows)[number]) => /^(Nguồn|-)/.test(label);
  const isSection = ({ no }: (typeof rows)[number]) => /^\d$/.test(no);
  const until = (from: number, ends: (row: (typeof rows)[number]) => boolean) => {
    const end = body.findIndex((row, i) => i > from && ends(row));
    return body.slice(from + 1, end < 0 ? body.length : end);
  };
  for (const [i, row] of body.entries()) {
    if (isSection(row))
      compare(
        'sum',
        row,
        until(i, isSection).filter((below) => !isLine(below)),
      );
    else if (!isLine(row)) {
      const lines = until(i, (below) => !isLine(below));
      compare('sum', row, lines);
      for (const line of lines) {
        const percent = Number(/\((\d+)%\)/.exec(line.label)![1]);
        for (let c = 0; c < 6; c++) {
          const [part, whole] = [line.amounts[c]!, row.amounts[c]!];
          if (whole !== 0 && part * 100 !== whole * percent)
            found.push({
              row: line.row,
              column: 'CDEFGH'[c]!,
              kind: 'share',
              printed: percent,
              computed: Math.round((part / whole) * 10_000) / 100,
            });
        }
      }
    }
  }
  compare('total', rows[total]!, body.filter(isSection));
  for (const breakdown of rows.slice(total + 1))
    compare(
      'total',
      breakdown,
      body.filter((row) => isLine(row) && row.label.includes(breakdown.label.replace(/^.*- /, ''))),
    );
  return found;
}

const inOrder = (found: Found[]) => found.toSorted((a, b) => a.row - b.row || a.column.localeCompare(b.column));

async function taken(file: Buffer): Promise<PlanOfFile> {
  const read = await readPlan(file);
  if (!read.ok) throw new Error(read.text.en);
  return read;
}

/** The same table as an office would lay it out: title, unit, a heading of two rows, Vietnamese numbers as text, dashes. */
async function asWorkbook(): Promise<Buffer> {
  const vi = (cell: string) => (cell === '' ? '-' : cell.replace(/\B(?=(\d{3})+$)/g, '.'));
  const wide = (value: string) => [{ value, columnSpan: 8, align: 'center' as const }, ...Array.from({ length: 7 }, () => null)];
  const years = ['2021', '2022', '2023', '2024', '2025'];
  return writeXlsxFile([
    wide('PHỤ LỤC'),
    wide('(Kèm theo Quyết định số   /QĐ-UBND ngày   /   /2020 của UBND tỉnh)'),
    [null, null, null, null, null, null, { value: 'Đơn vị tính: triệu đồng', columnSpan: 2 }, null],
    [
      { value: 'Stt', rowSpan: 2 },
      { value: 'Nguồn kinh phí', rowSpan: 2 },
      { value: 'Tổng cộng', rowSpan: 2 },
      { value: 'Năm thực hiện', columnSpan: 5 },
      null,
      null,
      null,
      null,
    ],
    [null, null, null, ...years.map(Number)],
    ...table.slice(1).map(([no, label, ...amounts]) => [no || null, label!, ...amounts.map(vi)]),
  ]).toBuffer();
}

describe('the annex of Bình Định (4157/QĐ-UBND)', () => {
  test('has 57 sums and shares that do not agree, and these are all of them', async () => {
    const { differences, remarks } = await taken(csv);
    const listed = differences.map(({ place, kind, printed, computed }) => ({
      row: place.row,
      column: place.cell[0]!,
      kind,
      printed: printed ?? 0,
      computed,
    }));
    expect(inOrder(listed)).toEqual(inOrder(byArithmetic()));
    expect([differences.length, remarks.length]).toEqual([57, 0]);
  });

  test('three sums: section 5 prints 3.235 for 3.325, twice over, and the total does not follow it', async () => {
    const { differences } = await taken(csv);
    const sums = differences
      .filter(({ kind }) => kind !== 'share')
      .map(({ rule, place, printed, computed, agreesWithItems }) => [
        rule,
        place.row,
        place.number,
        place.year,
        printed,
        computed,
        agreesWithItems,
      ]);
    expect(sums).toEqual([
      ['row-years', 31, '5', undefined, 3_235_000_000, 3_325_000_000, undefined],
      ['section-items', 31, '5', undefined, 3_235_000_000, 3_325_000_000, undefined],
      ['grand-total', 61, null, undefined, 6_860_000_000, 6_770_000_000, true],
    ]);
    expect(differences[10]!.text.vi).toBe(
      'Dòng 31, mục 5 “Đẩy mạnh ứng dụng thương mại điện tử hỗ trợ các ngành hàng xuất khẩu chủ lực củ…”, cột “total_million_vnd” (ô C31): ghi 3.235.000.000 đồng, tính lại 3.325.000.000 đồng (tổng các năm của dòng).',
    );
  });

  test('54 shares, in items 4.3, 5.3, 5.4, 5.5, 6.2 and 6.3', async () => {
    const { differences } = await taken(csv);
    const shares = differences.filter(({ kind }) => kind === 'share');
    const perItem = Object.entries(Object.groupBy(shares, ({ place }) => place.number ?? '')).map(([number, found]) => [
      number,
      found?.length,
    ]);
    expect(Object.fromEntries(perItem)).toEqual({ 4.3: 10, 5.3: 12, 5.4: 12, 5.5: 12, 6.2: 4, 6.3: 4 });
    expect(
      shares.filter(({ place }) => place.number === '4.3' && place.year === 2023).map(({ printed, computed }) => [printed, computed]),
    ).toEqual([
      [30, 100],
      [70, 0],
    ]);
  });

  test('6 sections, 21 items, 32 lines of two sources over five years', async () => {
    const { plan } = await taken(csv);
    expect([plan.sections.length, plan.items.length, plan.items.flatMap(({ lines }) => lines).length]).toEqual([6, 21, 32]);
    expect(plan.years).toEqual([2021, 2022, 2023, 2024, 2025]);
    expect(plan.sources.map(({ kind, source, totalDong }) => [kind, source, totalDong])).toEqual([
      ['local', 'Ngân sách địa phương', 3_075_000_000],
      ['programme', 'Chương trình phát triển TMĐT quốc gia', 3_785_000_000],
    ]);
    expect(plan.total).toMatchObject({ row: 61, totalDong: 6_860_000_000 });
    expect(plan.items[0]).toMatchObject({ key: '1/r3', number: null, section: '1', totalDong: 200_000_000 });
  });

  test('as a workbook laid out for people it is the same plan with the same differences, four rows further down', async () => {
    const [fromCsv, fromXlsx] = [await taken(csv), await taken(await asWorkbook())];
    const brief = (read: PlanOfFile, shift: number) =>
      read.differences.map(({ rule, place, printed, computed }) => [rule, place.row + shift, place.number, place.year, printed, computed]);
    expect(brief(fromXlsx, 0)).toEqual(brief(fromCsv, 4));
    expect(fromXlsx.plan.unit).toMatchObject({ factorDong: 1_000_000, printed: 'Đơn vị tính: triệu đồng' });
    expect(fromXlsx.plan.sources).toEqual(fromCsv.plan.sources);
    const amounts = (read: PlanOfFile) => read.plan.items.map(({ number, label, totalDong }) => [number, label, totalDong]);
    expect(amounts(fromXlsx)).toEqual(amounts(fromCsv));
    expect(fromXlsx.remarks).toEqual([]);
  });
});
