import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Body, type Served, serve } from '../api/server.ts';
import { vecom } from '../support/cast.ts';
import { issue, openRound, readyToSign } from '../support/deciding.ts';
import { draftDecision } from '../support/drafts.ts';
import { million } from '../support/lives.ts';
import { freshWorld } from '../support/world.ts';

describe('the books of documents', () => {
  let world: Awaited<ReturnType<typeof freshWorld>>;
  let served: Served;
  let recalled: string;
  beforeAll(async () => {
    world = await freshWorld();
    await openRound(world, vecom, 1_000 * million);
    const ids = [];
    for (let n = 0; n < 3; n += 1) ids.push(await draftDecision(world));
    const [first = '', second = '', third = ''] = ids;
    await issue(world, vecom, first);
    await readyToSign(world, vecom, second);
    await world.act('signer', 'document', second, 'prepare-signature');
    await world.act('signer', 'document', second, 'return-draft', { reason: 'Sai trích yếu' });
    await issue(world, vecom, third);
    recalled = third;
    await world.act('host-head.vecom', 'document', first, 'confirm-receipt', {});
    await world.act('clerk', 'document', third, 'recall', { reason: 'Ban hành nhầm' });
    for (const n of [1, 2, 3]) {
      const letter = { author: '=HYPERLINK("x")', symbol: `${n}/SCT-QLTM`, date: '2022-01-10', typeName: 'Công văn', subject: 'báo cáo' };
      await world.act('clerk', 'incoming', null, 'register-incoming', letter);
    }
    served = await serve({ DATABASE_URL: world.url });
  });
  afterAll(async () => {
    await served.close();
    await world.close();
  });

  const get = async (path: string, as = 'clerk') => served.send('GET', path, { as });
  const book = async (query: string, as = 'clerk'): Promise<Body[]> => (await get(`/api/register/${query}`, as)).body.items;
  const decisions = 'outgoing?issuer=bo-cong-thuong&year=2022&series=Q%C4%90';

  test('outgoing: every number in its order, also one that was not used, with the reason', async () => {
    expect(await book(decisions)).toMatchObject([
      { number: 1, symbol: '01/QĐ-BCT', state: 'issued', received: { answered: 1, of: 1 }, keeper: 'VT', unusedWhy: null },
      { number: 2, symbol: '02/QĐ-BCT', state: null, sentOn: null, unusedWhy: 'Sai trích yếu' },
      { number: 3, symbol: '03/QĐ-BCT', state: 'recalled', documentId: recalled },
    ]);
  });

  test('incoming: numbers of arrival without gaps', async () => {
    expect((await book('incoming?owner=bo-cong-thuong&year=2022')).map(({ number, symbol }) => [number, symbol])).toEqual([
      [1, '1/SCT-QLTM'],
      [2, '2/SCT-QLTM'],
      [3, '3/SCT-QLTM'],
    ]);
  });

  test.each([decisions, 'incoming?owner=bo-cong-thuong&year=2022'])('%s goes on from page to page', async (query) => {
    const first = await get(`/api/register/${query}&limit=2`);
    const second = await get(`/api/register/${query}&limit=2&cursor=${first.body.next}`);
    expect([...first.body.items, ...second.body.items].map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(second.body.next).toBeNull();
  });

  test.each([
    ['clerk', 'bo-cong-thuong', 200],
    ['clerk', 'cuc-tmdt-kts', 200],
    ['signer', 'bo-cong-thuong', 200],
    ['auditor', 'bo-cong-thuong', 200],
    ['auditor', 'ubnd-tinh-binh-dinh', 200],
    ['clerk.binh-dinh', 'so-cong-thuong-binh-dinh', 200],
    ['clerk.binh-dinh', 'bo-cong-thuong', 404],
    ['clerk', 'ubnd-tinh-binh-dinh', 404],
    ['agency-officer', 'bo-cong-thuong', 404],
    ['host-head.vecom', 'bo-cong-thuong', 404],
    ['administrator', 'bo-cong-thuong', 404],
    ['auditor', 'nobody', 404],
  ])('%s asks for the books of %s: %d', async (as, house, status) => {
    expect((await get(`/api/register/outgoing?issuer=${house}&year=2022`, as)).status).toBe(status);
    expect((await get(`/api/register/incoming?owner=${house}&year=2022`, as)).status).toBe(status);
  });

  test.each([
    ['outgoing/xlsx?issuer=bo-cong-thuong&year=2022&series=Q%C4%90', 'SỔ ĐĂNG KÝ VĂN BẢN ĐI', '02/QĐ-BCT'],
    ['incoming/xlsx?owner=bo-cong-thuong&year=2022', 'SỔ ĐĂNG KÝ VĂN BẢN ĐẾN', '2/SCT-QLTM'],
  ])('%s has the ten columns of the decree, and no cell that is a formula', async (path, title, symbol) => {
    const response = await fetch(`${served.url}/api/register/${path}`, {
      headers: { authorization: `Bearer ${await served.token('clerk')}` },
    });
    const [sheet] = await readXlsxFile(Buffer.from(await response.arrayBuffer()));
    const rows = sheet?.data ?? [];
    expect([rows[0]?.[0], rows[2]?.length, rows[3]?.[9]]).toEqual([title, 10, '(10)']);
    expect(rows.flat()).toContain(symbol);
    if (path.startsWith('incoming')) expect(rows.flat()).toContain('=HYPERLINK("x")');
  });

  test('a duplicate warns, and is entered with a word why', async () => {
    const letter = { author: '=HYPERLINK("x")', symbol: '1/SCT-QLTM', date: '2022-01-10', typeName: 'Công văn', subject: 'báo cáo' };
    const warned = await served.send('POST', '/api/incoming', { as: 'clerk', body: letter });
    expect(warned).toMatchObject({ status: 409, body: { rule: 'incoming.duplicate', values: { number: 1 } } });
    const entered = await served.send('POST', '/api/incoming', { as: 'clerk', body: { ...letter, again: 'Bản giấy gửi sau' } });
    expect(entered).toMatchObject({ status: 201, body: { result: { number: 4 } } });
  });

  test('twenty at once have the numbers five to twenty-four, each once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        served.send('POST', '/api/incoming', {
          as: 'clerk',
          body: { author: 'Sở', symbol: `${n}/X`, date: '2022-01-10', typeName: 'Công văn', subject: 'a' },
        }),
      ),
    );
    const numbers = answers.map(({ body }) => Number((body.result as { number: number }).number));
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n + 5));
  });

  test('what was recalled is closed to those it went to, who still know that it was and may say that it is deleted', async () => {
    const file = (as: string) => served.send('GET', `/api/documents/${recalled}/file`, { as });
    expect((await file('host-head.vecom')).status).toBe(410);
    const seen = await served.send('GET', `/api/documents/${recalled}`, { as: 'host-head.vecom' });
    expect([seen.body.state, (seen.body.data as Body).content, (seen.body.data as Body).recall]).toMatchObject([
      'recalled',
      undefined,
      { reason: 'Ban hành nhầm' },
    ]);
    const facts = await served.send('GET', `/api/documents/${recalled}/facts`, { as: 'host-head.vecom' });
    expect(facts.body.items.filter(({ data }) => JSON.stringify(data).includes('content'))).toEqual([]);
    expect((await served.send('GET', `/api/documents/${recalled}`, { as: 'auditor' })).body.data).toHaveProperty('content');
    const confirmed = await served.send('POST', `/api/documents/${recalled}/commands/confirm-receipt`, { as: 'host-head.vecom', body: {} });
    expect(confirmed.status).toBe(200);
  });
});
