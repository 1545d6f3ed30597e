import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { vecom } from '../support/cast.ts';
import { liveToRecovery, million, underContract } from '../support/lives.ts';
import { freshWorld } from '../support/world.ts';
import { openSite, type Site, type Visitor } from './site.ts';

let world: Awaited<ReturnType<typeof freshWorld>>;
let site: Site;
let id: string;
let fresh: string;
beforeAll(async () => {
  world = await freshWorld();
  const [first, second] = await underContract(world, [vecom, vecom]);
  if (!first || !second) throw new Error('There are two schemes.');
  fresh = second.id;
  id = first.id;
  await liveToRecovery(world, first);
  site = await openSite(world);
}, 120_000);
afterAll(async () => {
  await site.close();
  await world.close();
});

const parts = ['', '/versions', '/budget', '/appraisal', '/documents', '/money', '/timeline'];

/** What stands in a part of a scheme's page. */
async function read(visitor: Visitor, address: string): Promise<string> {
  expect(await visitor.open(address), address).toBe(200);
  return visitor.text();
}

describe('a scheme’s page', () => {
  test('says where it stands, who is awaited and until when, and offers what this person may do', async () => {
    const visitor = await site.visitor('host-head.vecom');
    const text = await read(visitor, `/schemes/${fresh}`);
    expect(text).toContain('Thủ trưởng đơn vị chủ trì, Hiệp hội Thương mại điện tử Việt Nam');
    expect(text).toMatch(/Hạn \d\d\/\d\d\/2022/);
    expect(await visitor.offers()).toContain('Đề nghị tạm ứng');
    await visitor.leave();
  });

  test('can be seen as it stood on any day, and offers nothing there', async () => {
    const visitor = await site.visitor('host-head.vecom');
    const text = await read(visitor, `/schemes/${id}?on=2022-01-12`);
    expect(text).toContain('như ở cuối ngày 12/01/2022');
    expect(text).toContain('Hồ sơ hợp lệ');
    expect(text).not.toContain('Việc ông/bà có thể làm');
    expect(await read(visitor, `/schemes/${id}/money?on=2022-01-12`)).toContain('Chưa có khoản kinh phí nào.');
    await visitor.leave();
  });

  test('tells its history in sentences with person, role and rule; nothing is left without words', async () => {
    const visitor = await site.visitor('auditor');
    const text = await read(visitor, `/schemes/${id}/timeline`);
    expect(text).toContain('Đề nghị tạm ứng 30.000.000 đồng (số 2).');
    expect(text).toContain('Tạm dừng thực hiện.');
    expect(text).toMatch(/Thẩm tra quyết toán: chấp nhận 20\.000\.000 đồng/);
    expect(text).toContain('Chuyên viên tài chính');
    expect(text).not.toMatch(/fact\.|undefined|\{\{/);
    await visitor.leave();
  });

  test('shows its money down to the slip, and what had to be paid back', async () => {
    const visitor = await site.visitor('finance-officer');
    const text = await read(visitor, `/schemes/${id}/money`);
    expect(text).toContain((30 * million).toLocaleString('vi-VN'));
    expect(text).toMatch(/KB-\d+/);
    expect(text).toContain('Các lần hoàn trả');
    await visitor.leave();
  });

  test('every part opens in both languages; for whom it is none of their business there is nothing', async () => {
    const reader = await site.visitor('agency-officer', { language: 'en', width: 360 });
    for (const part of parts) {
      expect(await read(reader, `/schemes/${id}${part}`)).not.toMatch(/undefined|\{\{/);
      expect(await reader.page.evaluate(() => document.documentElement.scrollWidth), part).toBeLessThanOrEqual(360);
    }
    await reader.leave();
    const stranger = await site.visitor('host-head.dak-nong');
    for (const part of parts) expect(await stranger.open(`/schemes/${id}${part}`)).toBe(404);
    await stranger.leave();
  });
});
