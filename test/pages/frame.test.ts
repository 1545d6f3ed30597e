import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { submitByVecom } from '../support/steps.ts';
import { freshWorld } from '../support/world.ts';
import { openSite, type Site } from './site.ts';

let world: Awaited<ReturnType<typeof freshWorld>>;
let site: Site;
beforeAll(async () => {
  world = await freshWorld();
  site = await openSite(world);
});
afterAll(async () => {
  await site.close();
  await world.close();
});

describe('the frame of all pages', () => {
  test('who has not signed in is led to the sign-in, and back to where they were going', async () => {
    const visitor = await site.visitor('-');
    await visitor.open('/rounds/new');
    expect(visitor.at()).toBe('/sign-in?next=%2Frounds%2Fnew');
    await visitor.fill('Thư điện tử', 'agency-head@mau.test');
    await visitor.fill('Mật khẩu', 'mau-thu-2022');
    await visitor.press('Đăng nhập');
    expect(visitor.at()).toBe('/rounds/new');
    await visitor.leave();
  });

  test('a round is opened by a form without scripts, row by row', async () => {
    const visitor = await site.visitor('agency-head', { scripts: false });
    await visitor.open('/rounds/new');
    await visitor.fill('Chương trình', '645-2021-2025');
    await visitor.fill('Năm', '2022');
    await visitor.fill('Tuyến xử lý', 'central');
    await visitor.fill('Nguồn kinh phí', 'programme');
    await visitor.fill('Hạn mức (đồng)', '6.860.000.000');
    await visitor.press('Mở kỳ');
    expect(visitor.at()).toBe('/rounds/645-2021-2025.2022.central');
    expect(await visitor.text()).toContain('Đã tạo');
    await visitor.leave();
  });

  test('a form with mistakes says which, and keeps what was typed', async () => {
    const visitor = await site.visitor('agency-head');
    await visitor.open('/rounds/new');
    await visitor.fill('Hạn mức (đồng)', 'hai nghìn');
    await visitor.press('Mở kỳ');
    expect(await visitor.text()).toContain('cần sửa');
    expect(await visitor.page.$eval('#fceilings-0-ceilingDong', (field) => (field as HTMLInputElement).value)).toBe('hai nghìn');
    await visitor.leave();
  });

  test('a form says what follows, until when and by which rule; what the rules set stands in it, what they list is chosen', async () => {
    const id = await submitByVecom(world);
    const officer = await site.visitor('agency-officer');
    await officer.open(`/schemes/${id}/do/request-supplement`);
    expect(await officer.text()).toMatch(
      /Chỉ những phần được đánh dấu mới mở[\s\S]*Kiểm tra hồ sơ: 07\/02\/2022 Thông tư 36\/2013\/TT-BCT \(theo quy định tương tự\)/,
    );
    expect(await officer.page.$eval('input[name=until]', (field) => (field as HTMLInputElement).value)).toBe('2022-01-24');

    await officer.open(`/schemes/${id}/do/declare-ineligible`);
    await officer.fill('Căn cứ kết luận', 'content');
    await officer.fill('Giải thích', 'Nội dung là mua sắm thiết bị văn phòng.');
    await officer.press('Kết luận hồ sơ không hợp lệ');
    expect(await world.stateOf(id)).toBe('ineligible');
    await officer.leave();
  });

  test('what is not there is said on a page, in the reader’s language', async () => {
    const visitor = await site.visitor('agency-head', { language: 'en' });
    expect(await visitor.open('/schemes/khong-co')).toBe(404);
    expect(await visitor.text()).toContain('My work');
    await visitor.leave();
  });
});
