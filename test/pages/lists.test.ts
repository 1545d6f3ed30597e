import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { vecom } from '../support/cast.ts';
import { draft, openRound, roundOf, trainingOf } from '../support/deciding.ts';
import { decisionToSign } from '../support/drafts.ts';
import { freshWorld } from '../support/world.ts';
import { openSite, type Site } from './site.ts';

const count = 53;
let world: Awaited<ReturnType<typeof freshWorld>>;
let site: Site;
beforeAll(async () => {
  world = await freshWorld();
  await openRound(world, vecom, 5_000_000_000);
  for (let no = 1; no <= count; no += 1) {
    const title = no === 7 ? 'Quảng bá gốm sứ Đồng Nai' : `Tập huấn số ${String(no).padStart(2, '0')}`;
    const proposal = no === 7 ? { title, contentItem: '3a' } : { ...trainingOf(vecom, no * 1_000_000), title };
    await world.give('scheme', null, 'draft-scheme', { roundId: roundOf(vecom), proposal }, { by: 'host-drafter.vecom' });
  }
  site = await openSite(world);
}, 60_000);
afterAll(async () => {
  await site.close();
  await world.close();
});

const get = async (person: string, path: string): Promise<Response> =>
  fetch(site.url + path, { headers: { cookie: `session=${await site.served.token(person)}; language=vi` } });
const rowsOf = (visitor: Awaited<ReturnType<Site['visitor']>>): Promise<string[]> =>
  visitor.page.$$eval('tbody th', (all) => all.map((one) => (one as HTMLElement).innerText));

describe('the list of schemes', () => {
  test('finds without diacritics, narrows and orders, and says what it adds up to over all pages', async () => {
    const visitor = await site.visitor('host-drafter.vecom');
    await visitor.open('/schemes');
    expect(await rowsOf(visitor)).toHaveLength(50);
    await visitor.page.waitForFunction((all) => document.querySelector('#all-sums')?.textContent?.includes(`(${all} dòng)`), {}, count);
    await visitor.press('Trang sau');
    expect(await rowsOf(visitor)).toHaveLength(count - 50);

    await visitor.open('/schemes');
    await visitor.fill('Tìm theo từ', 'gom su dong nai');
    await visitor.press('Lọc');
    expect(await rowsOf(visitor)).toEqual(['Quảng bá gốm sứ Đồng Nai']);

    await visitor.open('/schemes');
    await visitor.fill('Nguồn kinh phí', 'enterprise');
    await visitor.press('Lọc');
    await visitor.press('Đề nghị hỗ trợ');
    expect((await rowsOf(visitor))[0]).toBe(`Tập huấn số ${count}`);
    expect(await visitor.page.$eval('th[aria-sort]', (head) => head.getAttribute('aria-sort'))).toBe('descending');
    await visitor.leave();
  });

  test('is kept as one likes to see it, without scripts, for oneself alone', async () => {
    const visitor = await site.visitor('host-drafter.vecom', { scripts: false });
    await visitor.open('/schemes?q=so+0&sort=title');
    await visitor.page.click('.keep-view summary');
    await visitor.fill('Tên cách xem', 'Mười lớp đầu');
    await visitor.press('Lưu');
    await visitor.open('/schemes');
    await visitor.press('Mười lớp đầu');
    expect(visitor.at()).toBe('/schemes?q=so+0&sort=title');
    expect((await rowsOf(visitor))[0]).toBe('Tập huấn số 01');
    await visitor.leave();
    expect(await (await get('host-head.vecom', '/schemes')).text()).not.toContain('Mười lớp đầu');
  });

  test('is exported as it is seen: the same rows in the same order, all pages, with their sums', async () => {
    const narrowed = '/schemes?source=enterprise&sort=-amount';
    const csv = await (await get('host-drafter.vecom', narrowed.replace('?', '/csv?'))).text();
    const lines = csv.trim().split('\r\n');
    expect(lines).toHaveLength(count); // one scheme has no money, and there is a head
    expect(lines[0]).toContain('Tên,Trạng thái,Đơn vị chủ trì');
    expect(lines[1]).toMatch(new RegExp(`^Tập huấn số ${count},`));
    const book = await readXlsxFile(Buffer.from(await (await get('host-drafter.vecom', narrowed.replace('?', '/xlsx?'))).arrayBuffer()));
    const sheet = Array.isArray(book[0]) ? book : (book[0] as unknown as { data: unknown[][] }).data;
    const cells = sheet as unknown[][];
    expect(cells[1]?.[0]).toBe('Nguồn kinh phí: Vốn doanh nghiệp');
    expect(cells.slice(4, 4 + count - 1).map(([title]) => title)).toEqual(lines.slice(1).map((line) => line.split(',')[0]));
    const support = Array.from({ length: count }, (_, i) => (i + 1 === 7 ? 0 : (i + 1) * 1_000_000)).reduce((sum, one) => sum + one, 0);
    expect(cells[4 + count - 1]?.[5]).toBe(support);
  });

  test('is read on a phone without pushing it sideways: each value beside the heading of its column', async () => {
    const drafter = await site.visitor('host-drafter.vecom', { width: 360 });
    await drafter.open('/schemes?q=dong+nai');
    const cell = await drafter.page.$eval('.list-table tbody td', (one) => ({
      label: getComputedStyle(one, '::before').content,
      text: (one as HTMLElement).innerText,
      right: one.getBoundingClientRect().right,
    }));
    expect(cell).toEqual({ label: '"Trạng thái"', text: 'Đang soạn thảo', right: expect.any(Number) });
    const widths = await drafter.page.evaluate(() => [
      document.documentElement.scrollWidth,
      ...[...document.querySelectorAll('.list-table td')].map((one) => one.getBoundingClientRect().right),
    ]);
    expect(Math.max(...widths)).toBeLessThanOrEqual(360);
    await drafter.leave();
  });

  test('shows nobody what they may not know of, and refuses what it does not know', async () => {
    expect(await (await get('host-drafter.dak-nong', '/schemes/csv')).text()).not.toContain('Tập huấn');
    expect((await get('host-drafter.vecom', '/schemes?sort=hosts')).status).toBe(400);
    expect((await get('host-drafter.vecom', '/schemes?cursor=abc')).status).toBe(400);
  });
});

describe('other lists', () => {
  test('find documents by their words, and every list opens for everybody', async () => {
    const id = await decisionToSign(world);
    await draft(world, vecom, 1_000_000);
    expect(await (await get('agency-officer', '/documents?q=quyet+dinh+mau+thu')).text()).toContain(`/documents/${id}`);
    expect(await (await get('agency-officer', '/documents?q=xuat+khau')).text()).toContain('Không có dòng nào phù hợp');
    for (const person of ['agency-officer', 'clerk', 'auditor', 'council-1', 'administrator', 'host-head.dak-nong'])
      for (const path of ['/schemes', '/rounds', '/councils', '/documents', '/plans', '/incoming', '/registers'])
        expect((await get(person, path)).status, `${person} ${path}`).toBe(200);
  });

  test('rounds are found by words of their titles, documents are ordered by theirs, and pages of both go on where they ended', async () => {
    const found = await (await get('agency-officer', '/rounds?q=ky+dang+ky')).text();
    expect(found).toContain(`/rounds/${roundOf(vecom)}`);
    expect(await (await get('agency-officer', '/rounds?q=khong+co+ky+nay')).text()).toContain('Không có dòng nào phù hợp');
    for (const path of ['/councils?q=tham+dinh', '/plans?q=ke+hoach']) expect((await get('agency-officer', path)).status, path).toBe(200);

    const listed = async (query: string) => {
      const headers = { authorization: `Bearer ${await site.served.token('agency-officer')}` };
      const answer = (await (await fetch(`${site.url}/api/documents?${query}`, { headers })).json()) as {
        items: { title: string }[];
        next: string;
      };
      return { titles: answer.items.map(({ title }) => title), next: answer.next };
    };
    const { titles } = await listed('sort=title&limit=100');
    expect(titles.length).toBeGreaterThan(1);
    expect((await listed('sort=-title&limit=100')).titles).toEqual(titles.toReversed());
    const first = await listed('sort=title&limit=1');
    const second = await listed(`sort=title&limit=1&cursor=${first.next}`);
    expect([...first.titles, ...second.titles]).toEqual(titles.slice(0, 2));
    expect((await get('agency-officer', `/documents?sort=createdAt&cursor=${first.next}`)).status).toBe(400);
  });

  test('texts are searched in the database as they are made searchable here', async () => {
    const text = 'ĐỀ ÁN Hỗ trợ Quảng bá gốm sứ, đặc sản Đắk Nông – “Ừ ằng ưỡn”';
    const { searchable } = await import('../../commit/projections.ts');
    const { rows } = await world.database.query('SELECT searchable($1) AS there', [text]);
    expect(rows[0].there).toBe(searchable(text));
  });
});
