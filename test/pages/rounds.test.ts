import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { binhDinh, vecom } from '../support/cast.ts';
import { appraised, eligible, estimate, issueAll, openRound, roundOf } from '../support/deciding.ts';
import { freshWorld } from '../support/world.ts';
import { openSite, type Site, type Visitor } from './site.ts';

const million = 1_000_000;
const round = roundOf(vecom);
let world: Awaited<ReturnType<typeof freshWorld>>;
let site: Site;
let schemes: string[];
beforeAll(async () => {
  world = await freshWorld();
  await openRound(world, vecom, 120 * million);
  schemes = [await eligible(world, vecom), await eligible(world, binhDinh), await eligible(world, vecom)];
  for (const id of schemes) await appraised(world, vecom, id);
  await world.moveTo('2022-04-05');
  site = await openSite(world);
});
afterAll(async () => {
  await site.close();
  await world.close();
});

/** The ranking as it stands on the page: each scheme's list, in order. */
const lists = ({ page }: Visitor) => page.$$eval('tr[data-row] [data-list]', (cells) => cells.map((cell) => cell.textContent?.trim()));

const everywhere = { onPage: true, inInbox: true, toPrograms: true };
const nowhere = { onPage: false, inInbox: false, toPrograms: false };

/** Whether something is offered for the round: on its page, in the inbox (where one way stands for all that is done on one page), to programs. */
async function offers(person: string, name: string) {
  const visitor = await site.visitor(person, { scripts: false });
  await visitor.open(`/rounds/${round}`);
  const onPage = (await visitor.offers()).includes(name);
  await visitor.open('/');
  const inInbox = (await visitor.offers()).some((one) => one.startsWith(name));
  const { body } = await site.served.send('GET', `/api/rounds/${round}`, { as: person });
  await visitor.leave();
  const actions = body.actions as unknown as { title: { vi: string } }[];
  return { onPage, inInbox, toPrograms: actions.some(({ title }) => title.vi === name) };
}

/** The scheme that moved up from the waiting list. */
const moved = async () => {
  const all = await Promise.all(schemes.map(async (id) => ({ id, state: await world.stateOf(id) })));
  return all.find(({ state }) => state === 'ranked')?.id ?? '';
};

const states = async () => (await Promise.all(schemes.map(world.stateOf))).toSorted();

describe('a round on its pages', () => {
  test('schemes are put in order by keys, with the line where the money ends; the same without scripts', async () => {
    const officer = await site.visitor('agency-officer');
    await officer.open(`/rounds/${round}/ranking`);
    expect(await lists(officer)).toEqual(['Trong hạn mức', 'Trong hạn mức', 'Dự phòng']);
    const order = () => officer.page.$$eval('tr[data-row]', (rows) => rows.map((row) => (row as HTMLElement).dataset.row));
    const before = await order();
    await officer.page.focus('tr[data-row]:nth-child(3) [data-move="-1"]');
    await officer.page.keyboard.press('Enter');
    await officer.page.keyboard.press('Enter');
    expect(await order()).toEqual([before[2], before[0], before[1]]);
    expect(await lists(officer)).toEqual(['Trong hạn mức', 'Trong hạn mức', 'Dự phòng']);
    await officer.leave();

    const plain = await site.visitor('agency-officer', { scripts: false });
    await plain.open(`/rounds/${round}/ranking`);
    await plain.page.$eval('tr[data-row]:nth-child(1) [data-amount]', (field) => {
      (field as HTMLInputElement).value = '20.000.000';
    });
    await plain.press('Cộng lại');
    expect(await lists(plain)).toEqual(['Trong hạn mức', 'Trong hạn mức', 'Trong hạn mức']);
    await plain.page.$eval('tr[data-row]:nth-child(1) [data-amount]', (field) => {
      (field as HTMLInputElement).value = '50.000.000';
    });
    const last = await plain.page.$eval('tr[data-row]:nth-child(3)', (row) => (row as HTMLElement).dataset.row ?? '');
    await plain.press('Lưu xếp hạng');
    expect(await plain.text()).toContain('Đã lưu xếp hạng');
    expect(await world.stateOf(last)).toBe('waiting-list');
    await plain.leave();
  });

  test('the list for the signer is seen as the decision that it becomes, before it is sent and as its draft', async () => {
    const officer = await site.visitor('agency-officer');
    await officer.open(`/rounds/${round}/decision`);
    const first = await officer.page.waitForFrame((one) => one.url().endsWith('/decision/preview'));
    await first.waitForSelector('.preview', { timeout: 10_000 });
    expect(await first.$eval('body', (body) => body.textContent)).toContain('TỜ TRÌNH');
    await officer.page.evaluate(() => document.querySelector<HTMLButtonElement>('button[value=approval-decision]')?.click());
    await officer.page.waitForFunction(() => document.querySelector('iframe')?.contentDocument?.body?.textContent?.includes('QUYẾT ĐỊNH'), {
      timeout: 10_000,
    });
    const frame = await officer.page.waitForFrame((one) => one.url().endsWith('/decision/preview'));
    expect(await frame.$eval('body', (body) => body.textContent)).toContain('100.000.000');
    await officer.press('Trình danh mục phê duyệt');
    expect(await officer.text()).toContain('Quyết định phê duyệt đề án');
    expect(await states()).toEqual(['deciding', 'deciding', 'waiting-list']);
    await issueAll(world, vecom, round);
    await officer.open(`/rounds/${round}`);
    expect(await officer.text()).toContain('Lần 1: phê duyệt 2, không phê duyệt 0 – đã ban hành');
    await officer.leave();
  });

  test('money is shared out on a page, and who waited moves up when some comes free', async () => {
    const finance = await site.visitor('finance-officer', { scripts: false });
    expect(await offers('finance-officer', 'Trình phân bổ kinh phí')).toEqual(everywhere);
    await finance.open(`/rounds/${round}/allocation`);
    const frame = await finance.page.waitForFrame((one) => one.url().endsWith('/allocation/preview'));
    await frame.waitForSelector('.preview', { timeout: 10_000 });
    expect(await frame.$eval('body', (body) => body.textContent)).toContain('100.000.000');
    await finance.press('Trình phân bổ kinh phí');
    expect(await finance.page.$eval('[role=alert]', (alert) => alert.textContent)).toContain('cần sửa');
    await finance.fill('Quyết định giao dự toán', estimate);
    await finance.press('Trình phân bổ kinh phí');
    expect(await finance.text()).toContain('Đã trình');
    expect(await offers('finance-officer', 'Trình phân bổ kinh phí')).toEqual(nowhere); // all lies with the signer
    await issueAll(world, vecom, round);
    expect(await states()).toEqual(['allocated', 'allocated', 'waiting-list']);
    expect(await offers('finance-officer', 'Trình phân bổ kinh phí')).toEqual(nowhere);
    await finance.open(`/rounds/${round}/allocation`);
    expect(await finance.text()).toContain('Không có đề án nào chờ phân bổ');
    expect(await finance.text()).not.toContain('Văn bản sẽ trình');
    expect(await finance.page.$('iframe')).toBeNull();
    await finance.leave();
    expect(await offers('agency-officer', 'Bổ sung từ danh sách dự phòng')).toEqual({ ...everywhere, inInbox: false });

    const officer = await site.visitor('agency-officer', { scripts: false });
    await officer.open(`/rounds/${round}/ranking`);
    await officer.press('Bổ sung từ danh sách dự phòng');
    expect(await officer.page.$eval('[role=alert]', (alert) => alert.textContent)).toContain('20.000.000');
    await officer.fill('Đề xuất (đồng)', '20.000.000');
    await officer.press('Bổ sung từ danh sách dự phòng');
    expect(await officer.text()).toContain('Đã chuyển đề án lên danh sách chính');
    await officer.leave();
    expect(await offers('agency-officer', 'Bổ sung từ danh sách dự phòng')).toEqual(nowhere);
    expect(await offers('agency-officer', 'Trình danh mục phê duyệt')).toEqual(everywhere);
    const id = await moved();
    await world.act(id === schemes[1] ? 'host-head.binh-dinh' : 'host-head.vecom', 'scheme', id, 'withdraw', {
      reason: 'Không còn nhu cầu.',
    });
    expect(await offers('agency-officer', 'Trình danh mục phê duyệt')).toEqual(nowhere);
  });

  test('hosts see the call and its dates, and neither ranking nor lists', async () => {
    const host = await site.visitor('host-head.vecom');
    expect(await host.open(`/rounds/${round}`)).toBe(200);
    expect(await host.text()).not.toContain('Danh mục trình ký');
    for (const path of ['/ranking', '/decision', '/allocation']) expect(await host.open(`/rounds/${round}${path}`)).toBe(404);
    await host.leave();
  });
});
