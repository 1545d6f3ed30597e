import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BudgetLine } from '../../domain/scheme/proposal.ts';
import { vecom } from '../support/cast.ts';
import { openRound } from '../support/deciding.ts';
import { completeProposal } from '../support/proposals.ts';
import { centralRound } from '../support/steps.ts';
import { freshWorld } from '../support/world.ts';
import { openSite, type Site, type Visitor } from './site.ts';

let world: Awaited<ReturnType<typeof freshWorld>>;
let site: Site;
const folder = mkdtempSync(join(tmpdir(), 'grid-'));
beforeAll(async () => {
  world = await freshWorld();
  await openRound(world, vecom, 5_000_000_000);
  site = await openSite(world);
}, 60_000);
afterAll(async () => {
  await site.close();
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

async function gridOf(look: Parameters<Site['visitor']>[1] = {}): Promise<{ visitor: Visitor; id: string; address: string }> {
  const input = { roundId: centralRound, proposal: completeProposal() };
  const { id } = await world.act('host-drafter.vecom', 'scheme', null, 'draft-scheme', input);
  const visitor = await site.visitor('host-drafter.vecom', look);
  const address = `/schemes/${id}/proposal/lines`;
  await visitor.open(address);
  return { visitor, id, address };
}
const linesOf = async (id: string): Promise<BudgetLine[]> => {
  const { rows } = await world.database.query<{ lines: BudgetLine[] }>(
    "SELECT data->'proposal'->'lines' AS lines FROM thing WHERE id = $1",
    [id],
  );
  return rows[0]?.lines ?? [];
};
/** Goes to a cell by the keyboard alone: its row from 1, and its column by name. */
async function goTo(visitor: Visitor, row: number, name: string): Promise<void> {
  await visitor.page.$eval(`table[data-grid] tbody tr:nth-child(${row}) input[name$="[${name}]"]`, (field) =>
    (field as HTMLInputElement).focus(),
  );
}
const focused = (visitor: Visitor): Promise<string> => visitor.page.evaluate(() => (document.activeElement as HTMLInputElement).name ?? '');
const valueAt = (visitor: Visitor, row: number, name: string): Promise<string> =>
  visitor.page.$eval(`table[data-grid] tbody tr:nth-child(${row}) input[name$="[${name}]"]`, (field) => (field as HTMLInputElement).value);
const sums = (visitor: Visitor): Promise<string> =>
  visitor.page.$eval('table[data-sums]', (table) => (table as HTMLElement).innerText.replace(/\s+/g, ' '));
const problems = (visitor: Visitor): Promise<string> =>
  visitor.page.$eval('[data-problems]', (box) => ((box as HTMLElement).hidden ? '' : (box as HTMLElement).innerText));
const keys = async (visitor: Visitor, ...names: string[]): Promise<void> => {
  for (const name of names) await visitor.page.keyboard.press(name as 'Enter');
};
const withControl = async (visitor: Visitor, name: string): Promise<void> => {
  await visitor.page.keyboard.down('Control');
  await keys(visitor, name);
  await visitor.page.keyboard.up('Control');
};
/** Pastes into the focused cell what a spreadsheet would have put on the clipboard. */
const paste = (visitor: Visitor, given: { text?: string; html?: string }): Promise<void> =>
  visitor.page.evaluate(({ text, html }) => {
    const data = new DataTransfer();
    if (text) data.setData('text/plain', text);
    if (html) data.setData('text/html', html);
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, given);

describe('the budget grid', () => {
  test('is worked by keys alone, adds up as one types, and says what breaks a ceiling and by which rule', async () => {
    const { visitor, id } = await gridOf();
    await goTo(visitor, 1, 'quantity');
    await visitor.page.keyboard.type('5');
    await keys(visitor, 'Tab');
    expect(await focused(visitor)).toBe('lines[0][unitPrice]');
    expect(await problems(visitor)).toContain('các nguồn thiếu 25.000.000 đồng');
    await goTo(visitor, 1, 'programme');
    await visitor.page.keyboard.type('75.000.000');
    expect(await sums(visitor)).toContain('Cộng 75.000.000 0 50.000.000 0 125.000.000');
    expect(await problems(visitor)).toMatch(/vượt mức tối đa 50 %.*4157\/QĐ-UBND/);
    await keys(visitor, 'Escape');
    expect(await valueAt(visitor, 1, 'programme')).toBe('50.000.000');
    await keys(visitor, 'F2', 'Backspace', 'ArrowLeft');
    expect(await focused(visitor)).toBe('lines[0][programme]');
    await keys(visitor, 'Escape', 'ArrowRight', 'ArrowRight');
    expect(await focused(visitor)).toBe('lines[0][enterprise]');
    await visitor.page.keyboard.type('75.000.000');
    await keys(visitor, 'Enter');
    expect(await problems(visitor)).toBe('');
    await visitor.press('Lưu');
    expect(await linesOf(id)).toMatchObject([
      {
        quantity: 5,
        funding: [
          { source: 'programme', amountDong: 50_000_000 },
          { source: 'enterprise', amountDong: 75_000_000, from: 'Hội viên' },
        ],
      },
    ]);
    await visitor.leave();
  });

  test('takes blocks from Excel and LibreOffice with Vietnamese numbers, and undoes them', async () => {
    const { visitor, id } = await gridOf();
    await goTo(visitor, 1, 'item');
    await withControl(visitor, 'Enter');
    const line = [
      'Tài liệu',
      'dao tao, tap huan',
      '2022',
      'bộ',
      '1.234,5',
      '10.000',
      '',
      '6.172.500',
      '',
      '6.172.500',
      '',
      'Hội viên',
    ].join('\t');
    await paste(visitor, { text: `${line}\r\n${line.replace('Tài liệu', '"Tài liệu\nin thêm"')}\r\n` });
    expect(await visitor.page.$$eval('table[data-grid] tbody tr', (rows) => rows.length)).toBe(3);
    expect(await valueAt(visitor, 3, 'item')).toBe('Tài liệu in thêm');
    expect(await valueAt(visitor, 2, 'kind')).toBe('Đào tạo, tập huấn');
    expect(await sums(visitor)).toContain('62.345.000');
    await goTo(visitor, 3, 'quantity');
    await paste(visitor, { html: '<table><tr><td sdval="2000.5" sdnum="1033;">2,000.50</td><td x:num="10000">10,000</td></tr></table>' });
    expect([await valueAt(visitor, 3, 'quantity'), await valueAt(visitor, 3, 'unitPrice')]).toEqual(['2.000,5', '10.000']);
    await withControl(visitor, 'z');
    expect(await valueAt(visitor, 3, 'quantity')).toBe('1.234,5');
    await withControl(visitor, 'Delete');
    expect(await visitor.page.$$eval('table[data-grid] tbody tr', (rows) => rows.length)).toBe(2);
    await visitor.press('Lưu');
    expect(await linesOf(id)).toMatchObject([
      { item: 'Tổ chức lớp tập huấn' },
      { item: 'Tài liệu', quantity: 1234.5, unitPriceDong: 10_000, kind: 'training' },
    ]);
    await visitor.leave();
  });

  test('a block is copied, moved over and cleared; rows change places', async () => {
    const { visitor } = await gridOf();
    await goTo(visitor, 1, 'unit');
    await visitor.page.keyboard.down('Shift');
    await keys(visitor, 'ArrowRight', 'ArrowRight');
    await visitor.page.keyboard.up('Shift');
    const copied = await visitor.page.evaluate(() => {
      const event = new ClipboardEvent('copy', { clipboardData: new DataTransfer(), bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
      return event.clipboardData?.getData('text/plain');
    });
    expect(copied).toBe('lớp\t4\t25.000.000');
    await keys(visitor, 'Delete');
    expect(await valueAt(visitor, 1, 'unitPrice')).toBe('');
    await withControl(visitor, 'z');
    expect(await valueAt(visitor, 1, 'unitPrice')).toBe('25.000.000');
    await withControl(visitor, 'Enter');
    await visitor.page.keyboard.type('Dòng hai');
    await keys(visitor, 'Enter');
    await goTo(visitor, 2, 'item');
    await visitor.page.keyboard.down('Alt');
    await keys(visitor, 'ArrowUp');
    await visitor.page.keyboard.up('Alt');
    expect(await valueAt(visitor, 1, 'item')).toBe('Dòng hai');
    await visitor.leave();
  });

  test('goes out as XLSX and comes in again the same', async () => {
    const { visitor, id, address } = await gridOf();
    const before = await linesOf(id);
    const bytes = await visitor.page.evaluate(
      async (path) => [...new Uint8Array(await (await fetch(path)).arrayBuffer())],
      `${address}.xlsx`,
    );
    const file = join(folder, 'du-toan.xlsx');
    writeFileSync(file, Buffer.from(bytes));
    const field = await visitor.page.$('#sheet');
    await (field as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(file);
    await visitor.press('Nhập');
    expect(await visitor.text()).toContain('Đã đọc 1 dòng từ tệp');
    await visitor.press('Lưu');
    const [after] = await linesOf(id);
    expect(after).toMatchObject({
      ...before[0],
      funding: [
        { source: 'programme', amountDong: 50_000_000 },
        { source: 'enterprise', amountDong: 50_000_000, from: 'Hội viên' },
      ],
    });
    await visitor.leave();
  });

  test('three hundred lines are there and added up while one types', async () => {
    const { visitor } = await gridOf();
    const line = (i: number) =>
      [`Lớp ${i}`, 'Đào tạo, tập huấn', '2022', 'lớp', '2', '10.000.000', '', '10.000.000', '', '10.000.000', '', 'Hội viên'].join('\t');
    await goTo(visitor, 1, 'item');
    await paste(visitor, { text: Array.from({ length: 300 }, (_, i) => line(i + 1)).join('\n') });
    expect(await sums(visitor)).toContain('Cộng 3.000.000.000 0 3.000.000.000 0 6.000.000.000');
    await goTo(visitor, 150, 'programme');
    const milliseconds = await visitor.page.evaluate(() => {
      const field = document.activeElement as HTMLInputElement;
      const taken = Array.from({ length: 21 }, (_, i) => {
        const start = performance.now();
        field.value = String(9_000_000 + i);
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        return performance.now() - start;
      });
      return taken.toSorted((a, b) => a - b)[10] ?? 0;
    });
    expect(milliseconds).toBeLessThan(16);
    expect(await sums(visitor)).toContain('2.999.000.020');
    await visitor.leave();
  });

  test('without scripts it is a table of fields: rows come and go by buttons, sums are computed on request', async () => {
    const { visitor, id } = await gridOf({ scripts: false });
    await visitor.press('Thêm dòng');
    const put = (name: string, value: string) =>
      visitor.page.$eval(
        `[name="lines[1][${name}]"]`,
        (field, text) => {
          (field as HTMLInputElement).value = text;
        },
        value,
      );
    for (const [name, value] of [
      ['item', 'In tài liệu'],
      ['kind', 'Đào tạo, tập huấn'],
      ['unit', 'bộ'],
      ['quantity', '100'],
      ['unitPrice', '50.000'],
      ['programme', '5.000.000'],
    ] as const)
      await put(name, value);
    await visitor.press('Tính lại');
    expect(await visitor.text()).toMatch(/Dòng 2: hỗ trợ 100 %, vượt mức tối đa 50 %/);
    await visitor.press('Lưu');
    expect(await visitor.text()).toContain('vượt mức');
    for (const [name, value] of [
      ['programme', '2.500.000'],
      ['enterprise', '2.500.000'],
      ['from', 'Hội viên'],
    ] as const)
      await put(name, value);
    await visitor.press('Lưu');
    expect(await linesOf(id)).toHaveLength(2);
    await visitor.leave();
  });
});
