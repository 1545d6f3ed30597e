import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allPages } from '../../server/pages/all-pages.ts';
import { placesOf } from '../../server/pages/where-done.ts';
import { collections } from '../../server/things/kinds.ts';
import { binhDinh, vecom } from '../support/cast.ts';
import { draft, openRound, submit } from '../support/deciding.ts';
import { decisionToSign } from '../support/drafts.ts';
import { freshWorld } from '../support/world.ts';
import { openSite, type Site } from './site.ts';

let world: Awaited<ReturnType<typeof freshWorld>>;
let site: Site;
let scheme: string;
beforeAll(async () => {
  world = await freshWorld();
  await openRound(world, vecom, 5_000_000_000);
  scheme = await draft(world, vecom, 50_000_000);
  await submit(world, vecom, scheme, 0);
  site = await openSite(world);
});
afterAll(async () => {
  await site.close();
  await world.close();
});

async function signedDecision(): Promise<string> {
  const id = await decisionToSign(world);
  await world.act('signer', 'document', id, 'prepare-signature');
  const { rows } = await world.database.query<{ digest: string }>("SELECT data->'prepared'->>'digest' AS digest FROM thing WHERE id = $1", [
    id,
  ]);
  await world.act('signer', 'document', id, 'embed-signature', { digest: rows[0]?.digest });
  return id;
}

describe('the inbox', () => {
  test('says what waits, by which rule and until when, and leads to where it is done; others see who has it, and what was decided', async () => {
    const host = await site.visitor('host-head.vecom');
    await host.open('/');
    expect(await host.text()).toMatch(
      /Đang chờ người khác[\s\S]*chờ Chuyên viên cơ quan quản lý Chương trình[\s\S]*ông\/bà đã làm: Nộp hồ sơ/,
    );

    const officer = await site.visitor('agency-officer');
    await officer.open('/');
    expect(await officer.text()).toMatch(/Kiểm tra hồ sơ · .*\((theo|chưa)[\s\S]*còn \d+ ngày làm việc/);
    await officer.press('Tiếp nhận hồ sơ hợp lệ');
    expect(officer.at()).toBe(`/schemes/${scheme}/do/accept-file`);
    await officer.press('Tiếp nhận hồ sơ hợp lệ');
    expect(await world.stateOf(scheme)).toBe('eligible');

    await host.open('/');
    expect(await host.text()).toMatch(/Vừa được quyết định[\s\S]*Hồ sơ hợp lệ/);
    await Promise.all([host.leave(), officer.leave()]);
  });

  test('tells a drafter of each call that takes files in and in which their host has begun nothing, and leads to the beginning', async () => {
    const said = 'đang nhận hồ sơ đến 31/03/2022; đơn vị của ông/bà chưa lập đề án nào.';
    const told = async (person: string): Promise<boolean> => {
      const visitor = await site.visitor(person);
      await visitor.open('/');
      const text = await visitor.text();
      await visitor.leave();
      return text.includes(said);
    };
    expect([await told(vecom.drafter), await told(binhDinh.head), await told('agency-officer')]).toEqual([false, false, false]);
    const drafter = await site.visitor(binhDinh.drafter);
    await drafter.open('/');
    expect(await drafter.text()).toContain(said);
    await drafter.press('Lập đề án');
    expect(drafter.at()).toMatch(/^\/schemes\/new\?round=/);
    expect(await drafter.page.$eval('[name=roundId]:checked', (one) => (one as HTMLInputElement).value)).toBe('645-2021-2025.2022.central');
    await draft(world, binhDinh, 50_000_000);
    await drafter.open('/');
    expect(await drafter.text()).not.toContain(said);
    await drafter.leave();
  });

  test('lets the clerk issue several letters with one press, without scripts; what one is refused holds up none of the others', async () => {
    const [first, second, third] = [await signedDecision(), await signedDecision(), await signedDecision()];
    const clerk = await site.visitor('clerk', { scripts: false });
    await clerk.open('/');
    await clerk.press('Phát hành 3');
    for (const id of [first, second]) await clerk.page.click(`input[value="${id}"]`);
    await world.act('clerk', 'document', second, 'issue');
    await clerk.press('Thực hiện các việc đã đánh dấu');
    expect(await clerk.text()).toMatch(/Đã thực hiện 1 việc[\s\S]*Chưa thực hiện được 1 việc/);
    expect(await Promise.all([first, second, third].map(world.stateOf))).toEqual(['issued', 'issued', 'signed']);
    await clerk.leave();
  });

  test('hears of what others do while it is open, and asks again for nothing but itself', async () => {
    const clerk = await site.visitor('clerk');
    await clerk.open('/');
    const before = await clerk.page.$eval('[data-count]', (one) => Number(one.textContent));
    await clerk.page.waitForFunction(() => document.documentElement.dataset.live === 'on');
    await clerk.page.evaluate(() => Object.assign(window, { isSamePage: true }));
    await signedDecision();
    await clerk.page.waitForFunction((count) => Number(document.querySelector('[data-count]')?.textContent) === count, {}, before + 1);
    await clerk.page.waitForFunction((count) => document.querySelectorAll('.work').length === count, {}, before + 1);
    expect(await clerk.page.evaluate(() => (window as unknown as { isSamePage?: boolean }).isSamePage)).toBe(true);
    await clerk.leave();
  });

  test('where somebody is typing, the page says that it has changed and leaves what was typed', async () => {
    const host = await site.visitor('host-head.vecom');
    await host.open(`/schemes/${scheme}/do/withdraw`);
    await host.page.type('textarea, input[name=reason]', 'Đơn vị đã bố trí nguồn khác');
    await host.page.waitForFunction(() => document.documentElement.dataset.live === 'on');
    await world.act('process', 'scheme', scheme, 'note-document', {
      documentId: 'mot-van-ban',
      type: 'receipt',
      title: 'Giấy tiếp nhận hồ sơ',
      symbol: '01/GTN-TMĐT',
      date: '2022-01-10',
      file: 'a'.repeat(64),
    });
    await host.page.waitForFunction(() => document.getElementById('live-note')?.textContent?.includes('vừa có thay đổi'));
    expect(await host.page.$eval('textarea, input[name=reason]', (field) => (field as HTMLTextAreaElement).value)).toContain('nguồn khác');
    await host.leave();
  });

  const noted = (documentId: string) =>
    world.act('process', 'scheme', scheme, 'note-document', {
      documentId,
      type: 'receipt',
      title: `Giấy tiếp nhận ${documentId}`,
      symbol: '02/GTN-TMĐT',
      date: '2022-01-10',
      file: 'b'.repeat(64),
    });

  test("a scheme's page follows by itself, and only says so while it is read with the keyboard", async () => {
    const host = await site.visitor('host-head.vecom');
    await host.open(`/schemes/${scheme}/timeline`);
    await host.page.waitForFunction(() => document.documentElement.dataset.live === 'on');
    await host.page.evaluate(() => Object.assign(window, { isSamePage: true }));
    await noted('theo-doi');
    await host.page.waitForFunction(() => document.getElementById('content')?.innerText.includes('Giấy tiếp nhận theo-doi'));
    expect(await host.page.evaluate(() => (window as unknown as { isSamePage?: boolean }).isSamePage)).toBe(true);

    await host.page.focus('#content a');
    await noted('dang-doc');
    await host.page.waitForFunction(() => document.getElementById('live-note')?.textContent?.includes('vừa có thay đổi'));
    expect(await host.text()).not.toContain('dang-doc');
    await host.page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await noted('doc-xong');
    await host.page.waitForFunction(() => document.getElementById('content')?.innerText.includes('Giấy tiếp nhận doc-xong'));
    expect(await host.text()).not.toContain('vừa có thay đổi');
    await host.leave();
  });

  test('a page says what it knows, so that what happens before its line is open is told when it opens', async () => {
    const host = await site.visitor('host-head.vecom', { scripts: false });
    await host.open(`/schemes/${scheme}/timeline`);
    const seq = Number(await host.page.$eval('#content', (content) => content.getAttribute('data-seq')));
    await noted('chua-nghe');
    const headers = { cookie: `session=${await site.served.token('host-head.vecom')}` };
    const reader = (await fetch(`${site.url}/events?things=${scheme}:${seq}`, { headers })).body
      ?.pipeThrough(new TextDecoderStream())
      .getReader();
    let heard = '';
    for (let parts = 0; parts < 5 && !heard.includes('event: things'); parts += 1) heard += (await reader?.read())?.value ?? '';
    await reader?.cancel();
    expect(heard).toContain(`"${scheme}":${seq + 1}`);
    await host.leave();
  });

  test("a rehearsal's clock at the head of an open page goes on with the programme's", async () => {
    const clerk = await site.visitor('clerk');
    await clerk.open('/regulations');
    await clerk.page.waitForFunction(() => document.documentElement.dataset.live === 'on');
    await world.moveTo('2022-01-12');
    await clerk.page.waitForFunction(() => document.getElementById('rehearsal')?.innerText.includes('12/01/2022'));
    await clerk.leave();
  });

  test('a list follows what happens to things of its kind that its reader may know of', async () => {
    const clerk = await site.visitor('clerk');
    await clerk.open('/documents?state=signed');
    const before = await clerk.page.$$eval('.list-table tbody tr', (rows) => rows.length);
    await clerk.page.waitForFunction(() => document.documentElement.dataset.live === 'on');
    await signedDecision();
    await clerk.page.waitForFunction((count) => document.querySelectorAll('.list-table tbody tr').length === count, {}, before + 1);
    await clerk.leave();
  });

  test('tells nobody what they may not know of, and ends with the session', async () => {
    const token = await site.served.token('host-drafter.dak-nong');
    const headers = { cookie: `session=${token}` };
    const response = await fetch(`${site.url}/events?things=${scheme}:1&kinds=scheme`, { headers });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let heard = '';
    const ended = (async () => {
      for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) heard += part.value;
    })();
    await expect.poll(() => heard).toContain('event: hello');
    await world.act('host-head.vecom', 'scheme', scheme, 'withdraw', { reason: 'Thôi.' });
    await fetch(`${site.url}/sign-out`, { method: 'POST', headers: { ...headers, origin: site.url }, redirect: 'manual' });
    await ended;
    expect(heard).toContain('event: ended');
    expect(heard).not.toContain(scheme);
    expect(heard).not.toContain('event: kinds');
  });
});

test('every command that has a page of its own is led to a page that is there', () => {
  const paths = allPages.filter(({ method }) => method === 'get').map(({ path }) => new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`));
  const missing = Object.entries(collections).flatMap(([collection, kind]) =>
    placesOf(kind)
      .map((place) => `/${collection}/{id}${place}`)
      .filter((address) => !paths.some((path) => path.test(address))),
  );
  expect(missing).toEqual([]);
});
