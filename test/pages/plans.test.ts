import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { vecom } from '../support/cast.ts';
import { openRound } from '../support/deciding.ts';
import { freshWorld } from '../support/world.ts';
import { openSite, type Site, type Visitor } from './site.ts';

const annex = join(import.meta.dirname, '..', '..', 'prisma', 'seed', 'plans', 'binh-dinh-annex.csv');
let world: Awaited<ReturnType<typeof freshWorld>>;
let site: Site;
let plan: string;
beforeAll(async () => {
  world = await freshWorld();
  await openRound(world, vecom, 5_000_000_000);
  site = await openSite(world);
}, 60_000);
afterAll(async () => {
  await site.close();
  await world.close();
});

const upload = async (visitor: Visitor, path: string): Promise<void> => {
  const field = await visitor.page.$('#file');
  await (field as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(path);
};

describe('a province’s plan', () => {
  test('is taken in from its annex; without a file one is told so', async () => {
    const visitor = await site.visitor('province-officer.binh-dinh');
    await visitor.open('/plans/new');
    await visitor.press('Tiếp nhận');
    expect(await visitor.text()).toContain('Chưa chọn tệp.');
    await upload(visitor, annex);
    await visitor.fill('Tên kế hoạch', 'Kế hoạch thương mại điện tử tỉnh Bình Định');
    await visitor.press('Tiếp nhận');
    expect(await visitor.heading()).toBe('Kế hoạch thương mại điện tử tỉnh Bình Định');
    plan = visitor.at();
    await visitor.leave();
  });

  test('shows what is printed beside what it comes to, and each difference is noted with why it stands', async () => {
    const visitor = await site.visitor('province-officer.binh-dinh', { scripts: false });
    await visitor.open(plan);
    const text = await visitor.text();
    expect(text).toContain('57 chỗ không khớp');
    expect(text).toMatch(/Đơn vị tính trong tệp\s+triệu đồng \(total_million_vnd\)/);
    expect(text).toMatch(/3\.235\.000\.000\s+3\.325\.000\.000\s+90\.000\.000/);
    await visitor.press('Ghi nhận');
    expect(await visitor.text()).toContain('Cần nói vì sao để nguyên số này.');
    await visitor.page.$eval('input[name=note]', (field) => {
      field.value = 'Theo bản đã ban hành.';
    });
    await visitor.press('Ghi nhận');
    expect(await visitor.text()).toContain('Còn 56 chỗ chưa ghi nhận, 1 chỗ đã ghi nhận.');
    expect(await visitor.text()).toContain('Theo bản đã ban hành.');
    await visitor.leave();
  });

  test('several schemes are drawn from it at once, each with its lines and the way back', async () => {
    const visitor = await site.visitor('host-drafter.binh-dinh');
    await visitor.open(`${plan}/draw?year=2022`);
    await visitor.press('Lập các đề án đã chọn');
    expect(await visitor.text()).toContain('Chưa chọn mục nào.');
    for (const item of ['2.1', '3.1']) {
      const row = await visitor.page.evaluateHandle(
        (number) =>
          [...document.querySelectorAll('tbody tr')].find((one) =>
            one.querySelector('label')?.textContent?.startsWith(`${number}. `),
          ) as HTMLElement,
        item,
      );
      await visitor.page.evaluate((one) => {
        (one.querySelector('input[type=checkbox]') as HTMLInputElement).checked = true;
        (one.querySelector('input[list]') as HTMLInputElement).value = '7a – Tập huấn';
      }, row);
    }
    await visitor.press('Lập các đề án đã chọn');
    const { rows } = await world.database.query<{ id: string; data: { proposal: { lines: object[] }; planItem: object } }>(
      "SELECT id, data FROM thing WHERE kind = 'scheme' ORDER BY data->'planItem'->>'number'",
    );
    expect(rows).toHaveLength(2);
    expect(rows[1]?.data).toMatchObject({
      planItem: { number: '3.1', year: 2022 },
      proposal: {
        contentItem: '7a',
        lines: [
          { quantity: 1, funding: expect.arrayContaining([expect.objectContaining({ source: 'programme', amountDong: 40_000_000 })]) },
        ],
      },
    });
    await visitor.open(plan);
    expect(await visitor.text()).toContain('mục 3.1, năm 2022');
    // What is above a ceiling waits in the writer's working copy.
    const first = rows[0];
    await visitor.open(`/schemes/${first?.id}/proposal/lines`);
    expect(await visitor.page.$eval('input[name="lines[0][item]"]', (field) => (field as HTMLInputElement).value)).toContain(
      'đào tạo, tập huấn chuyên sâu',
    );
    await visitor.leave();
  });

  test('is nobody’s business in another province', async () => {
    const visitor = await site.visitor('province-officer.dak-nong');
    expect(await visitor.open(plan)).toBe(404);
    await visitor.leave();
  });
});
