import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { zipEntries, zipOf } from '../../files/zip.ts';
import { readPlan } from './read-plan.ts';
import { sheetLimits } from './sheet-problem.ts';

const data = (name: string) => readFileSync(new URL(`../../test/data/plans/${name}`, import.meta.url));
const taken = async (file: Uint8Array) => {
  const read = await readPlan(file);
  if (!read.ok) throw new Error(read.text.en);
  return read;
};
const problem = async (file: Uint8Array) => {
  const read = await readPlan(file);
  return read.ok ? 'taken in' : `${read.status} ${read.code}`;
};
const budget = [
  ['STT', 'Nội dung', 'Kinh phí (đồng)'],
  ['1', 'Mở lớp', 1_000_000],
];
const workbook = (rows: (string | number | null)[][] = budget) => writeXlsxFile(rows).toBuffer();
/** A workbook with a file inside added or changed. */
async function with_(path: string, change: (old: string) => string): Promise<Buffer> {
  const files = new Map<string, Buffer>();
  for (const entry of zipEntries(await workbook()) ?? []) files.set(entry.name, await entry.unpack(10_000_000));
  files.set(path, Buffer.from(change(files.get(path)?.toString('utf8') ?? '')));
  return zipOf(files);
}

describe('another province: thousands of đồng, sources in columns, Roman sections, total on top, amount in words', () => {
  test('agrees, and nothing is left unread', async () => {
    const { plan, differences, remarks } = await taken(data('cao-nguyen-mau.csv'));
    expect(differences.map(({ text }) => text.vi)).toEqual([]);
    expect(remarks.map(({ text }) => text.vi)).toEqual([]);
    expect(plan.title).toBe(
      'UBND TỈNH CAO NGUYÊN (MẪU THỬ – KHÔNG CÓ GIÁ TRỊ) PHỤ LỤC KINH PHÍ KẾ HOẠCH PHÁT TRIỂN THƯƠNG MẠI ĐIỆN TỬ GIAI ĐOẠN 2021 - 2023',
    );
    expect(plan.sources.map(({ kind, source, totalDong }) => [kind, source, totalDong])).toEqual([
      ['programme', 'Ngân sách trung ương', 700_000_000],
      ['local', 'Ngân sách tỉnh', 880_500_000],
      ['enterprise', 'Doanh nghiệp, xã hội hóa', 250_000_000],
    ]);
    expect(plan.items.map(({ key, totalDong }) => [key, totalDong])).toEqual([
      ['I/1', 450_000_000],
      ['I/2', 300_000_000],
      ['II/1', 180_500_000],
      ['II/2/a', 200_000_000],
      ['II/2/b', 300_000_000],
      ['III/1', 400_000_000],
    ]);
  });

  test.each([
    // in the file          becomes             and is listed as rule, cell, printed, computed
    ['450.000;250.000;', '450.000;260.000;', ['section-items E8 350000000 360000000', 'item-lines D9 450000000 460000000']],
    [
      '400.000;200.000;200.000;;',
      '410.000;200.000;200.000;;',
      ['section-items D16 400000000 410000000', 'row-years D17 410000000 400000000', 'item-lines D17 410000000 400000000'],
    ],
    ['1.830.500;700.000', '1.830.500;710.000', ['total-sources D7 1830500000 1840500000', 'source-total E7 710000000 700000000']],
    ['ba mươi triệu', 'bốn mươi triệu', ['words D18 1840500000 1830500000']],
    ['200.000;150.000;50.000', '200.000;150.000;5x.000', ['section-items F13 200000000 150000000', 'item-lines D14 200000000 150000000']],
  ])('with %s for %s it tells where', async (from, to, expected) => {
    const text = data('cao-nguyen-mau.csv').toString('utf8');
    expect(text.split(from)).toHaveLength(2);
    const { differences } = await taken(Buffer.from(text.replace(from, to)));
    expect(differences.map(({ rule, place, printed, computed }) => `${rule} ${place.cell} ${printed} ${computed}`)).toEqual(expected);
  });

  test('the same in UTF-16 with tabs, as a spreadsheet saves "Unicode text"', async () => {
    const text = data('cao-nguyen-mau.csv').toString('utf8').replaceAll(';', '\t');
    expect(await taken(Buffer.from(`\ufeff${text}`, 'utf16le'))).toEqual(await taken(data('cao-nguyen-mau.csv')));
  });
});

describe('a workbook', () => {
  test('of several sheets: the largest budget table is the plan, the others are named', async () => {
    const file = await writeXlsxFile([
      {
        data: [
          ['Thuyết minh', 'Kế hoạch'],
          ['a', 'b'],
        ],
        sheet: 'Bìa',
      },
      { data: budget, sheet: 'Phụ lục' },
    ]).toBuffer();
    expect(await taken(file)).toMatchObject({ sheet: 'Phụ lục', remarks: [{ code: 'sheet-not-read', printed: 'Bìa' }] });
  });

  test('a broken formula, and one that was never computed, are told at their cell', async () => {
    const broken = await with_('xl/worksheets/sheet1.xml', (xml) =>
      xml.replace(/<c r="C2"[^>]*>.*?<\/c>/, '<c r="C2" t="e"><f>SUM(#REF!)</f><v>#REF!</v></c>'),
    );
    const never = await with_('xl/worksheets/sheet1.xml', (xml) => xml.replace(/<c r="C2"[^>]*>.*?<\/c>/, '<c r="C2"><f>1+1</f></c>'));
    for (const file of [broken, never])
      expect((await taken(file)).remarks).toContainEqual(expect.objectContaining({ code: 'amount-not-understood', cell: 'C2' }));
  });
});

describe('what cannot be taken in says why', () => {
  const bytes = (text: string) => Buffer.from(text, 'latin1');
  test.each<[string, () => Uint8Array | Promise<Uint8Array>]>([
    ['400 empty', () => new Uint8Array()],
    ['400 empty', () => bytes('\n\n')],
    ['400 not-a-table', () => Buffer.from('Kính gửi: Sở Công Thương\nXin chào')],
    [
      '400 not-a-table',
      () =>
        workbook([
          ['a', 'b'],
          [1, 2],
        ]),
    ],
    ['400 not-utf8', () => bytes('STT,N\u00e9i dung,T\u00e6ng\n1,A,2')],
    ['400 broken', async () => (await workbook()).subarray(0, 900)],
    ['400 broken', () => with_('xl/workbook.xml', () => '<workbook')],
    ['400 broken', () => Buffer.from('STT,Nội dung,Tổng\n1,"A,2\n')],
    ['400 encrypted', () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')])],
    ['413 too-big', () => new Uint8Array(sheetLimits.bytes + 1).fill(65)],
    ['413 too-big', () => Buffer.from(`STT,Nội dung,Tổng\n${'1,A,2\n'.repeat(sheetLimits.rows)}`)],
    [
      '413 too-big',
      () =>
        with_('xl/worksheets/sheet1.xml', (xml) => xml.replace('</sheetData>', '<row r="9"><c r="XFD9"><v>1</v></c></row></sheetData>')),
    ],
    [
      '413 too-big',
      () =>
        with_('xl/worksheets/sheet1.xml', (xml) =>
          xml.replace('</sheetData>', '<row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>'),
        ),
    ],
    ['413 too-many-findings', () => Buffer.from(`STT,Nội dung,Tổng,2021,2022\n${'1,A,x y,z,w\n'.repeat(7_000)}`)],
    ['415 legacy-xls', () => Buffer.from('d0cf11e0a1b11ae10000', 'hex')],
    ['415 macros', () => with_('xl/vbaProject.bin', () => 'Sub AutoOpen()')],
    ['415 not-a-sheet', () => bytes('%PDF-1.7')],
    ['415 not-a-sheet', () => bytes('<html><table></table></html>')],
    ['415 not-a-sheet', () => zipOf(new Map([['word/document.xml', Buffer.from('<w/>')]]))],
    ['415 not-a-sheet', () => bytes('\u0000\u0001\u0002')],
  ])('%s', async (expected, file) => {
    expect(await problem(await file())).toBe(expected);
  });

  test('styled but empty cells far below are no reason to refuse', async () => {
    const file = await with_('xl/worksheets/sheet1.xml', (xml) =>
      xml.replace('</sheetData>', '<row r="1048576"><c r="XFD1048576"/></row></sheetData>'),
    );
    expect(await problem(file)).toBe('taken in');
  });
});
