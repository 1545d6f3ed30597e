import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appointCouncil, members } from '../support/appraising.ts';
import { binhDinh, vecom } from '../support/cast.ts';
import { eligible, openRound } from '../support/deciding.ts';
import { freshWorld } from '../support/world.ts';
import { openSite, type Site, type Visitor } from './site.ts';

let world: Awaited<ReturnType<typeof freshWorld>>;
let site: Site;
let council: string;
let schemes: [string, string];
beforeAll(async () => {
  world = await freshWorld();
  await openRound(world, vecom, 1_000_000_000);
  schemes = [await eligible(world, vecom), await eligible(world, binhDinh)];
  council = await appointCouncil(world);
  site = await openSite(world);
});
afterAll(async () => {
  await site.close();
  await world.close();
});

/** Points for every criterion, as a member writes them. */
async function score(visitor: Visitor, points: [string, string, string, string]): Promise<void> {
  const labels = ['Sự cần thiết', 'Nội dung, phương án', 'Năng lực triển khai', 'Hiệu quả dự kiến'];
  for (const [index, label] of labels.entries()) await visitor.fill(label, points[index] ?? '');
}

/** Waits until a part of the page says something, without the page being opened anew. */
const says = (visitor: Visitor, selector: string, text: string) =>
  visitor.page.waitForFunction(
    (where, wanted) => document.querySelector(where)?.textContent?.replace(/\s+/g, ' ').includes(wanted),
    { timeout: 10_000 },
    selector,
    text,
  );

describe('a council meets on its pages', () => {
  test('its secretary calls it, and each member declares what they have to do with a scheme', async () => {
    const secretary = await site.visitor('council-5', { scripts: false });
    await secretary.open(`/councils/${council}/do/call-session`);
    await secretary.fill('Địa điểm', 'Phòng họp số 2');
    for (const [index, id] of schemes.entries()) {
      await secretary.page.$eval(`[name="order[${id}]"]`, (field, no) => ((field as HTMLInputElement).value = no), String(index + 1));
    }
    await secretary.press('Triệu tập phiên họp');
    expect(await secretary.text()).toContain('Phiên thứ 1');
    await secretary.press('Tôi không có lợi ích liên quan');
    await secretary.leave();

    // Who works for the province is barred from its scheme, whatever they declare.
    const local = await site.visitor('council-9', { width: 360, height: 740 });
    await local.open(`/councils/${council}/desk?scheme=${schemes[1]}`);
    expect(await local.text()).toContain('Ông/bà không tham gia thẩm định đề án này');
    expect(await local.offers()).not.toContain('Nộp phiếu đánh giá');
    expect(await local.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await local.leave();
  });

  test('a sheet that was not handed in comes back; the points are added up as they are written', async () => {
    const member = await site.visitor('council-6');
    await member.open(`/councils/${council}/desk?scheme=${schemes[0]}`);
    await score(member, ['14', '38,5', '32', '9']);
    expect(await member.page.$eval('[data-total]', (total) => total.textContent)).toBe('93,5');
    await member.open(`/councils/${council}/desk?scheme=${schemes[0]}`);
    expect(await member.text()).toContain('Đã khôi phục');
    await score(member, ['14', '41', '32', '9']);
    await member.press('Nộp phiếu đánh giá');
    expect(await member.page.$eval('[role=alert]', (alert) => alert.textContent)).toContain('40');
    await score(member, ['14', '38,5', '32', '9']);
    await member.press('Nộp phiếu đánh giá');
    expect(await member.text()).toContain('Đã nộp');
    expect(await member.text()).not.toContain('Đã khôi phục');
    await member.leave();
  });

  test('seven at seven browsers vote at once; the board counts how many, and says how only when it is closed', async () => {
    const { rows } = await world.database.query<{ date: string }>("SELECT data->'session'->>'date' AS date FROM thing WHERE id = $1", [
      council,
    ]);
    await world.moveTo(rows[0]?.date ?? '');
    const present = members.slice(0, 7);
    const secretary = await site.visitor('council-5');
    // The server looks at the programme's clock once in a while.
    await expect
      .poll(async () => (await secretary.open(`/councils/${council}/board`)) && secretary.text(), { timeout: 5_000 })
      .not.toContain('chưa ghi điểm danh được');
    for (const person of present) {
      const { rows: named } = await world.database.query<{ name: string }>('SELECT name FROM person WHERE id = $1', [person]);
      await secretary.fill(named[0]?.name ?? '', true);
    }
    await secretary.press('Ghi điểm danh');
    expect(await secretary.text()).toContain('Đủ điều kiện họp');
    await secretary.press('Mở nội dung');
    // Both reviewers have to hand in their sheets before anybody votes: the board says so beside the button that waits.
    expect(await secretary.page.$eval('#step-open-ballot', (button) => (button as HTMLButtonElement).disabled)).toBe(true);
    for (const reviewer of ['council-3', 'council-4']) {
      const visitor = await site.visitor(reviewer, { scripts: false });
      await visitor.open(`/councils/${council}/desk`);
      await score(visitor, ['14', '38', '32', '9']);
      await visitor.press('Nộp phiếu đánh giá');
      expect(await visitor.offers()).not.toContain('Bảng điều hành phiên họp');
      await visitor.leave();
    }
    await secretary.open(`/councils/${council}/desk`);
    await secretary.press('Bảng điều hành phiên họp');
    await says(secretary, '#board-live', 'Đã có 3 phiếu đánh giá');
    const desks = await Promise.all(present.map((person) => site.visitor(person, { width: 390, height: 800 })));
    await Promise.all(desks.map((desk) => desk.open(`/councils/${council}/desk?scheme=${schemes[0]}`)));
    await secretary.press('Mở bỏ phiếu');
    await Promise.all(desks.map((desk) => desk.page.waitForSelector('[name=vote][value=pass]', { timeout: 10_000 })));
    await Promise.all(
      desks.map(async (desk, index) => {
        await desk.page.evaluate(
          (vote) => {
            const choice = document.querySelector<HTMLInputElement>(`[name=vote][value=${vote}]`);
            if (choice) choice.checked = true;
          },
          index === 6 ? 'fail' : 'pass',
        );
        await desk.press('Bỏ phiếu');
      }),
    );
    await says(secretary, '#board-live .count-number', '7/7');
    expect(await secretary.page.$eval('#board-live', (board) => board.textContent)).not.toContain('Không đề nghị');
    await secretary.press('Đóng bỏ phiếu');
    const text = await secretary.text();
    expect(text).toContain('Đồng ý 6 trên 7 người có mặt, cần ít nhất 5: đạt.');
    expect(text).toContain('Có mặt 7 trên 9 thành viên được tham gia, cần ít nhất 6.');
    await Promise.all(desks.map((desk) => desk.leave()));
    await secretary.leave();
  });

  test('an item is put off, the minutes are read before they are adopted, and the session ends', async () => {
    const chair = await site.visitor('council-1');
    await chair.open(`/councils/${council}/board?scheme=${schemes[1]}`);
    await chair.page.evaluate(() => document.getElementById('adjourn')?.setAttribute('open', ''));
    await chair.fill('Lý do', 'Cần thêm báo giá.');
    await chair.page.evaluate(() => document.querySelector('#adjourn summary')?.remove());
    await chair.press('Hoãn nội dung');
    const minutes = await chair.page.waitForFrame((frame) => frame.url().endsWith('/minutes'));
    expect(await minutes.$eval('body', (body) => body.textContent)).toContain('BIÊN BẢN');
    await chair.press('Thông qua biên bản');
    const secretary = await site.visitor('council-5');
    await secretary.open(`/councils/${council}/board`);
    await secretary.press('Thông qua biên bản');
    await secretary.press('Kết thúc phiên họp');
    expect(await world.stateOf(council)).toBe('appointed');
    await secretary.open(`/councils/${council}`);
    expect(await secretary.text()).toContain('Biên bản họp Hội đồng thẩm định');
    expect(await secretary.text()).toContain('Chưa triệu tập phiên họp tiếp theo');
    const stranger = await site.visitor('host-head.dak-nong');
    for (const path of ['', '/desk', '/board', '/minutes', '/board/live?seen=0', '/desk/live?seen=0', '/do/cast-ballot'])
      expect(await stranger.open(`/councils/${council}${path}`)).toBe(404);
    for (const one of [chair, secretary, stranger]) await one.leave();
  });

  test('another session is offered as long as a scheme waits for one, on its page, in the inbox and to programs', async () => {
    const secretary = await site.visitor('council-5', { scripts: false });
    const offered = async () => {
      await secretary.open(`/councils/${council}`);
      const onPage = (await secretary.offers()).includes('Triệu tập phiên họp');
      await secretary.open('/');
      const inInbox = (await secretary.offers()).some((one) => one.startsWith('Triệu tập phiên họp'));
      const { body } = await site.served.send('GET', `/api/councils/${council}`, { as: 'council-5' });
      return [onPage, inInbox, body.actions.some(({ command }) => command === 'call-session')];
    };
    expect(await offered()).toEqual([true, true, true]); // for the scheme that was put off
    await world.act(binhDinh.head, 'scheme', schemes[1], 'withdraw', { reason: 'Chuẩn bị lại hồ sơ.' });
    expect(await offered()).toEqual([false, false, false]);
    await secretary.open(`/councils/${council}/do/call-session`);
    expect(secretary.at()).toBe(`/councils/${council}`);
    await secretary.leave();
  });
});
