import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { binhDinhLocal, vecom } from '../support/cast.ts';
import { allocated, million, underContract } from '../support/lives.ts';
import { freshWorld } from '../support/world.ts';
import { openSite, type Site, type Visitor } from './site.ts';

let world: Awaited<ReturnType<typeof freshWorld>>;
let site: Site;
let id: string;
const folder = mkdtempSync(join(tmpdir(), 'sheets-'));
beforeAll(async () => {
  world = await freshWorld();
  const [work] = await allocated(world, [vecom]);
  id = work?.id ?? '';
  site = await openSite(world);
}, 120_000);
afterAll(async () => {
  await site.close();
  await world.close();
  rmSync(folder, { recursive: true });
});

/** Somebody does something on pages, and leaves. */
async function as<T>(person: string, does: (visitor: Visitor) => Promise<T>, look: { scripts?: boolean } = {}): Promise<T> {
  const visitor = await site.visitor(person, look);
  try {
    return await does(visitor);
  } finally {
    await visitor.leave();
  }
}
const form = (command: string): string => `/schemes/${id}/do/${command}`;
const fieldOf = (visitor: Visitor, name: string): Promise<string> =>
  visitor.page.$eval(`[name="${name}"]`, (field) => (field as HTMLInputElement).value);
const sumOf = (visitor: Visitor, name: string): Promise<string> =>
  visitor.page.$eval(`[data-sum="${name}"]`, (output) => output.textContent ?? '');
/** What a form that was not taken says at its head. */
const alertOf = (visitor: Visitor): Promise<string> => visitor.page.$eval('#problem', (alert) => (alert as HTMLElement).innerText);
/** A sheet is chosen as a person would choose it. */
async function choose(visitor: Visitor, name: string, rows: (string | number)[][]): Promise<void> {
  const path = join(folder, `${name}.xlsx`);
  const cells = rows.map((row) => row.map((value) => ({ value, type: typeof value === 'number' ? Number : String })));
  writeFileSync(path, await writeXlsxFile(cells as never).toBuffer());
  const field = await visitor.page.$('#sheet');
  await (field as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(path);
}

describe('from the contract to the settlement on pages', { timeout: 60_000 }, () => {
  test('one side gives the terms without scripts, the other finds them filled in and agrees', async () => {
    await as(
      vecom.officerHead,
      async (visitor) => {
        await visitor.open(form('conclude-contract'));
        expect(await fieldOf(visitor, 'sumDong')).toBe('50.000.000');
        await visitor.fill('Số hợp đồng', '05/2022/HĐ-TMĐT');
        await visitor.fill('Tên mốc, dòng 1', 'Khai giảng và tổ chức lớp');
        await visitor.fill('Số tiền (đồng), dòng 1', '20.000.000');
        await visitor.press('Thêm dòng');
        await visitor.fill('Tên mốc, dòng 2', 'Hoàn thành');
        await visitor.fill('Hạn, dòng 2', await fieldOf(visitor, 'endsOn'));
        await visitor.fill('Số tiền (đồng), dòng 2', '20.000.000');
        await visitor.press('Ký kết hợp đồng');
        expect(await alertOf(visitor)).not.toBe('');
        await visitor.fill('Số tiền (đồng), dòng 2', '30.000.000');
        await visitor.press('Ký kết hợp đồng');
        expect(await visitor.text()).toContain('Đã ghi nhận');
      },
      { scripts: false },
    );
    await as(vecom.head, async (visitor) => {
      await visitor.open(form('conclude-contract'));
      expect(await fieldOf(visitor, 'milestones[1][name]')).toBe('Hoàn thành');
      expect(await sumOf(visitor, 'milestones')).toBe('50.000.000');
      await visitor.press('Ký kết hợp đồng');
      expect(await visitor.text()).toContain('05/2022/HĐ-TMĐT');
    });
    expect(await world.stateOf(id)).toBe('implementing');
  });

  test('an advance keeps to its limit, and whoever prepared it is told why another approves it', async () => {
    await as(vecom.head, async (visitor) => {
      await visitor.open(form('request-advance'));
      expect(await visitor.text()).toContain('70 %');
      await visitor.fill('Số tiền (đồng)', '36.000.000');
      await visitor.fill('Mục đích', 'Thuê hội trường.');
      await visitor.press('Đề nghị tạm ứng');
      expect(await alertOf(visitor)).toContain('35.000.000');
      await visitor.fill('Số tiền (đồng)', '30.000.000');
      await visitor.press('Đề nghị tạm ứng');
      expect(await visitor.text()).toContain('Chờ chuẩn bị');
    });
    await as(vecom.finance, async (visitor) => {
      await visitor.open(form('approve-advance'));
      await visitor.press('Chuẩn bị, trình duyệt');
      expect(await visitor.text()).toContain('nên người khác duyệt');
      expect(await visitor.offers()).not.toContain('Duyệt tạm ứng');
    });
    await as(vecom.financeHead, async (visitor) => {
      await visitor.open(form('approve-advance'));
      await visitor.press('Duyệt');
    });
    await as(vecom.finance, async (visitor) => {
      await visitor.open(form('record-payment'));
      expect(await fieldOf(visitor, 'amountDong')).toBe('30.000.000');
      await visitor.fill('Số chứng từ Kho bạc', 'KB/22-01');
      await visitor.press('Ghi chứng từ kho bạc');
      await visitor.press('KB/22-01');
      expect(await visitor.heading()).toBe('Chứng từ Kho bạc KB/22-01');
      expect(await visitor.text()).toContain('30.000.000');
    });
  });

  test('results and their acceptance stand side by side', async () => {
    await as(vecom.head, async (visitor) => {
      await visitor.open(form('report-results'));
      await visitor.page.type('[name="outputs[0][done]"]', '4');
      await visitor.press('Báo cáo kết quả');
    });
    await as(vecom.officer, async (visitor) => {
      await visitor.open(form('record-acceptance'));
      expect(await fieldOf(visitor, 'outputs[0][volume]')).toBe('4');
      await visitor.fill('Thành phần nghiệm thu', 'Người mẫu một, chủ tịch\nNgười mẫu hai');
      await visitor.press('Ghi biên bản nghiệm thu');
    });
    expect(await world.stateOf(id)).toBe('settling');
  });

  test('vouchers come in as a sheet, what does not add up is seen, and the file is handed in', async () => {
    await as(vecom.head, async (visitor) => {
      await visitor.open(`/schemes/${id}/settlement`);
      await choose(visitor, 'vouchers', [
        ['Dòng', 'Số chứng từ', 'Ngày', 'Người nhận tiền', 'Số tiền'],
        [1, 'HĐ-01', '01/04/2022', 'Trung tâm mẫu', 18_000_000],
        [1, 'HĐ-02', '02/04/2022', 'Công ty mẫu', '12.000.000'],
      ]);
      await visitor.press('Nhập từ tệp');
      expect(await visitor.text()).toContain('Đã nhập 2 chứng từ');
      expect(await sumOf(visitor, 'v1')).toBe('30.000.000');
      expect(await visitor.text()).toContain('chưa khớp');
      await visitor.fill('Chi từ hỗ trợ, dòng 1', '30.000.000');
      expect(await sumOf(visitor, 's1')).toBe('30.000.000');
      expect(await visitor.text()).not.toContain('chưa khớp');
      await visitor.press('Nộp hồ sơ quyết toán');
    });
    expect(await world.stateOf(id)).toBe('under-review');
  });

  test('finance matches the treasury’s statement and disallows a line only with a reason; another confirms', async () => {
    await as(vecom.finance, async (visitor) => {
      await visitor.open(`/schemes/${id}/settlement`);
      await choose(visitor, 'statement', [
        ['Số CT', 'Ngày', 'Số tiền'],
        ['KB/22-01', '', 30_000_000],
        ['KB/22-99', '05/04/2022', 1_000_000],
      ]);
      await visitor.press('Đối chiếu');
      expect(await visitor.text()).toContain('Chưa được ghi');
      expect(await fieldOf(visitor, 'treasuryDong')).toBe('30.000.000');
      await visitor.fill('Chấp nhận, dòng 1', '18.000.000');
      expect(await sumOf(visitor, 'received-repaid-allowed')).toBe('12.000.000');
      await visitor.press('Ghi kết quả thẩm tra');
      expect(await alertOf(visitor)).not.toBe('');
      await visitor.fill('Lý do xuất toán, dòng 1', 'Chứng từ HĐ-02 không hợp lệ.');
      await visitor.press('Ghi kết quả thẩm tra');
      expect(await visitor.text()).toContain('nên người khác phê duyệt');
    });
    await as(vecom.financeHead, async (visitor) => {
      await visitor.open(form('confirm-settlement'));
      await visitor.press('Phê duyệt quyết toán');
      expect(await visitor.text()).toContain('Chứng từ HĐ-02 không hợp lệ.');
    });
    expect(await world.stateOf(id)).toBe('recovering');
    const settlement = await world.database.query("SELECT data->'settlement'->>'owesBackDong' AS back FROM thing WHERE id = $1", [id]);
    expect(Number(settlement.rows[0]?.back)).toBe(12 * million);
  });

  test('money adds up from the year down to the movement, on screen and in the sheet', async () => {
    await as('finance-officer', async (visitor) => {
      const cellsOf = (row: string) =>
        visitor.page.$$eval(row, (rows) => [...(rows.at(-1)?.querySelectorAll('td') ?? [])].map((cell) => cell.textContent?.trim()));
      await visitor.open('/money');
      const year = await cellsOf('tbody tr');
      await visitor.press('2022');
      expect(await cellsOf('tfoot tr')).toEqual(year);
      await visitor.press('Ngân sách Chương trình');
      expect(await cellsOf('tfoot tr')).toEqual(year);
      const scheme = await cellsOf('tbody tr');
      const href = await visitor.page.$$eval('tbody tr a', (links) => links.at(-1)?.getAttribute('href') ?? '');
      await visitor.open(href);
      expect(await cellsOf('table:has(#sums) tbody tr')).toEqual(scheme);
      const answer = await fetch(`${site.url}${href}?format=xlsx`, {
        headers: { cookie: (await visitor.page.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ') },
      });
      const [sheet] = await readXlsxFile(Buffer.from(await answer.arrayBuffer()));
      const paid = sheet?.data.filter((row) => row[3] === 'Tạm ứng').map((row) => row[4]);
      expect(paid).toEqual([30 * million]);
    });
  });

  test('a host looks into no fund, and a slip is nobody else’s business', async () => {
    await as(vecom.head, async (visitor) => {
      expect(await visitor.open('/money')).toBe(403);
      expect(await visitor.open('/money/slips/2022/KB%2F22-01')).toBe(200);
    });
    await as('host-head.binh-dinh', async (visitor) => {
      expect(await visitor.open('/money/slips/2022/KB%2F22-01')).toBe(404);
      expect(await visitor.open(`/schemes/${id}/settlement`)).toBe(404);
    });
  });

  test('a statement is held against all slips at once, and changes nothing', async () => {
    const rows = [
      ['Số chứng từ', 'Ngày', 'Số tiền'],
      ['KB/22-01', '', 29_000_000],
    ];
    await as('finance-officer', async (visitor) => {
      await visitor.open('/money/statement');
      await choose(visitor, 'whole', rows);
      await visitor.press('Đối chiếu');
      expect(await visitor.text()).toContain('Khác số tiền');
    });
    await as('local-finance.dak-nong', async (visitor) => {
      await visitor.open('/money/statement');
      await choose(visitor, 'foreign', rows);
      await visitor.press('Đối chiếu');
      expect(await visitor.text()).toContain('Của đề án khác');
      expect(await visitor.text()).not.toContain('30.000.000');
    });
  });

  test('the province does the same with its own money, and sees no other', async () => {
    const [local] = await underContract(world, [binhDinhLocal]);
    const form = (command: string) => `/schemes/${local?.id}/do/${command}`;
    await as(binhDinhLocal.head, async (visitor) => {
      await visitor.open(form('request-advance'));
      await visitor.fill('Mục đích', 'Tổ chức đợt đầu.');
      await visitor.press('Đề nghị tạm ứng');
    });
    await as(binhDinhLocal.finance, async (visitor) => {
      await visitor.open(form('approve-advance'));
      await visitor.press('Chuẩn bị, trình duyệt');
    });
    await as(binhDinhLocal.financeHead, async (visitor) => {
      await visitor.open(form('approve-advance'));
      await visitor.press('Duyệt');
      expect(await visitor.text()).toContain('Chờ Kho bạc chi');
    });
    await as(binhDinhLocal.head, async (visitor) => {
      await visitor.open(form('request-adjustment'));
      await visitor.press('Thay đổi địa điểm');
      await visitor.fill('Địa điểm thực hiện', 'Thị xã An Nhơn');
      await visitor.fill('Lý do', 'Gần đối tượng thụ hưởng hơn.');
      await visitor.press('Đề nghị điều chỉnh');
    });
    await as(binhDinhLocal.officerHead, async (visitor) => {
      await visitor.open(form('decide-adjustment'));
      expect(await visitor.text()).toContain('Thị xã An Nhơn');
      await visitor.fill('Quyết định', 'accept');
      await visitor.press('Quyết định điều chỉnh');
      expect(await visitor.text()).toContain('Đã chấp thuận');
    });
    await as(binhDinhLocal.finance, async (visitor) => {
      await visitor.open('/money/645-2021-2025/2022');
      expect(await visitor.text()).toContain('Ngân sách địa phương');
      expect(await visitor.text()).not.toContain('Ngân sách Chương trình');
    });
    await as('local-finance.dak-nong', async (visitor) => {
      await visitor.open('/money');
      expect(await visitor.text()).toContain('Chưa có nguồn kinh phí nào');
      expect(await visitor.open('/money/645-2021-2025/2022/local/ubnd-tinh-binh-dinh')).toBe(404);
    });
  });

  test('reports show what the reader may know of, each chart with its table', async () => {
    await as('finance-head', async (visitor) => {
      await visitor.open('/reports');
      const drawn = await visitor.page.$$eval('img.chart', (images) => images.map((image) => (image as HTMLImageElement).naturalWidth));
      expect(drawn).toHaveLength(4);
      expect(Math.min(...drawn)).toBeGreaterThan(300);
      expect(await visitor.text()).toContain('50.000.000');
    });
    await as('host-head.dak-nong', async (visitor) => {
      await visitor.open('/reports');
      expect(await visitor.text()).not.toContain('50.000.000');
    });
  });
});
