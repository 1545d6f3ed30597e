import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { draftScheme, openRound, round2022, type Served, serve } from './server.ts';

let served: Served;
const titles = [
  'Sàn thương mại điện tử tỉnh',
  'Đào tạo nguồn nhân lực',
  'Gian hàng Việt trực tuyến',
  'Hội chợ trực tuyến 100%',
  'Ứng dụng_thanh toán',
];
beforeAll(async () => {
  served = await serve();
  await openRound(served);
  for (const title of titles) await draftScheme(served, title);
  await draftScheme(served, 'Của Bình Định', 'host-drafter.binh-dinh');
});
afterAll(() => served.close());

const list = async (query: string, as = 'host-drafter.vecom') => (await served.send('GET', `/api/schemes${query}`, { as })).body;

describe('the list of schemes', () => {
  test('shows each its own, and the auditor all', async () => {
    const seen = async (as: string) => (await list('', as)).items.map(({ title }) => title).toSorted();
    expect(await seen('host-drafter.vecom')).toEqual(titles.toSorted());
    expect(await seen('host-head.binh-dinh')).toEqual(['Của Bình Định']);
    expect(await seen('host-head.dak-nong')).toEqual([]);
    expect(await seen('agency-officer')).toEqual([]);
    expect(await seen('administrator')).toEqual([]);
    expect(await seen('auditor')).toHaveLength(titles.length + 1);
  });

  test.each(['-createdAt', 'createdAt', 'title', '-title', 'amount', '-amount'])(
    'by %s is the same page by page as at once',
    async (sort) => {
      const whole = (await list(`?sort=${sort}`)).items.map(({ id }) => id);
      const paged: string[] = [];
      for (let cursor: string | null = ''; cursor !== null; ) {
        const page: Awaited<ReturnType<typeof list>> = await list(`?sort=${sort}&limit=2${cursor && `&cursor=${cursor}`}`);
        expect(page.items.length).toBeLessThanOrEqual(2);
        paged.push(...page.items.map(({ id }) => id));
        cursor = page.next;
      }
      expect(paged).toEqual(whole);
      expect(new Set(whole).size).toBe(titles.length);
    },
  );

  test.each([
    // words                  then
    ['dao tao', ['Đào tạo nguồn nhân lực']],
    ['ĐÀO TẠO', ['Đào tạo nguồn nhân lực']],
    ['truc tuyen hang', ['Gian hàng Việt trực tuyến']],
    ['100%', ['Hội chợ trực tuyến 100%']],
    ['%', ['Hội chợ trực tuyến 100%']],
    ['_', ['Ứng dụng_thanh toán']],
    ['\\', []],
    ['khong co', []],
    ['hiep hoi thuong mai dien tu', titles],
  ])('finds "%s" with or without diacritics', async (words, then) => {
    expect((await list(`?q=${encodeURIComponent(words)}`)).items.map(({ title }) => title).toSorted()).toEqual(then.toSorted());
  });

  test('is filtered by state, round, host, year', async () => {
    expect((await list('?state=draft,submitted')).items).toHaveLength(titles.length);
    expect((await list('?state=submitted')).items).toEqual([]);
    expect((await list(`?round=${round2022}&host=vecom&year=2022`)).items).toHaveLength(titles.length);
    expect((await list('?year=2023')).items).toEqual([]);
  });

  test.each([
    '?limit=0',
    '?limit=201',
    '?limit=x',
    '?limit=1&limit=2',
    '?sort=host',
    '?cursor=khong-co',
    '?cursor=WzEsMl0',
    '?year=22',
    '?khong-co=1',
    '?q=%00',
  ])('%s is malformed', async (query) => {
    expect((await served.send('GET', `/api/schemes${query}`, { as: 'auditor' })).status).toBe(400);
  });

  test('goes on after the longest title there may be', async () => {
    const longest = `${'"Ế'.repeat(249)}"z`;
    await draftScheme(served, longest);
    const [first] = (await list('?sort=-title&limit=200')).items.map(({ title }) => title);
    const page = await list('?sort=title&limit=1');
    expect(page.items[0]?.title).toBe(longest);
    expect((await list(`?sort=title&limit=200&cursor=${page.next}`)).items.at(-1)?.title).toBe(first);
  });

  test('takes no cursor of another order', async () => {
    const { next } = await list('?sort=amount&limit=1');
    expect((await served.send('GET', `/api/schemes?sort=createdAt&cursor=${next}`, { as: 'host-drafter.vecom' })).status).toBe(400);
  });
});

describe('other lists', () => {
  test('show an open round to everybody who is signed in', async () => {
    for (const as of ['host-drafter.dak-nong', 'local-finance.binh-dinh', 'auditor']) {
      expect((await served.send('GET', '/api/rounds?year=2022&route=central', { as })).body.items).toMatchObject([
        { id: round2022, state: 'open' },
      ]);
    }
  });

  test('of councils and documents begin empty', async () => {
    for (const path of ['/api/councils', `/api/documents?round=${round2022}&type=call-letter`, '/api/plans', '/api/letters']) {
      expect((await served.send('GET', path, { as: 'auditor' })).body).toEqual({ items: [], next: null });
    }
  });

  test('of organisations and persons go page by page', async () => {
    const first = (await served.send('GET', '/api/organisations?limit=20', { as: 'auditor' })).body;
    const rest = (await served.send('GET', `/api/organisations?limit=200&cursor=${first.next}`, { as: 'auditor' })).body;
    expect(new Set([...first.items, ...rest.items].map(({ id }) => id)).size).toBe(first.items.length + rest.items.length);
    const signers = (await served.send('GET', '/api/persons?role=signer', { as: 'agency-officer' })).body.items;
    expect(signers.map(({ id }) => id)).toEqual(['signer', 'signer-2']);
    expect((await served.send('GET', '/api/persons', { as: 'host-head.vecom' })).status).toBe(403);
  });
});

describe('the inbox', () => {
  test('shows what waits for whom, in which state, since when', async () => {
    const { items } = (await served.send('GET', '/api/inbox', { as: 'host-head.binh-dinh' })).body;
    expect(items).toMatchObject([{ kind: 'scheme', title: 'Của Bình Định', state: 'draft', since: '2022-01-10T01:00:00.000Z' }]);
    expect(items[0]?.actions.map(({ command }) => command)).toContain('submit-to-province');
    expect((await served.send('GET', '/api/me', { as: 'host-head.binh-dinh' })).body.inbox).toBe(1);
    expect((await served.send('GET', '/api/inbox', { as: 'signer' })).body.items).toEqual([]);
  });
});

describe('money', () => {
  const funds = (as: string, path = '645-2021-2025/2022') => served.send('GET', `/api/funds/${path}`, { as });

  test('of a programme and year is shown by source, equal to what has moved', async () => {
    expect((await funds('finance-officer')).body).toMatchObject({
      programme: '645-2021-2025',
      year: 2022,
      funds: [{ source: 'programme', ceiling: 6_860_000_000, reserved: 0, available: 6_860_000_000 }],
      movements: [{ source: 'programme', kind: 'ceiling', amountDong: 6_860_000_000, count: 1 }],
    });
  });

  test.each([
    // who                       then
    ['agency-head', 200],
    ['signer', 200],
    ['auditor', 200],
    ['province-head.binh-dinh', 200],
    ['host-head.vecom', 403],
    ['administrator', 403],
    ['council-1', 403],
  ])('is shown to %s: %i', async (as, then) => {
    expect((await funds(as)).status).toBe(then);
  });

  test("of other provinces is not a province's business", async () => {
    expect((await funds('local-finance.binh-dinh')).body).toMatchObject({ funds: [], movements: [] });
  });

  test('of an unknown programme is not there', async () => {
    expect((await funds('auditor', 'khong-co/2022')).status).toBe(404);
    expect((await funds('auditor', '645-2021-2025/22')).status).toBe(404);
  });
});

describe('a cursor that nobody was given', () => {
  const cursor = (values: unknown) => Buffer.from(JSON.stringify(values)).toString('base64url');

  test.each([
    // list                                    place                                       then
    ['/api/schemes?', ['0000-01-01T00:00:00Z', 'a'], 400],
    ['/api/schemes?', ['2022-01-01T00:00:00Z', 'a\u0000'], 400],
    ['/api/schemes?', ['2022-01-01T00:00:00Z', '\ud800'], 400],
    ['/api/schemes?sort=title&', ['a\u0000', 'a'], 400],
    ['/api/schemes?sort=amount&', [Number.MAX_SAFE_INTEGER, 'a'], 200],
    ['/api/documents?', ['0000-01-01T00:00:00Z', 'a'], 400],
    ['/api/documents?', ['9999-12-31T23:59:59Z', 'a'], 200],
    ['/api/rounds?', ['0000-01-01T00:00:00Z', 'a'], 400],
    ['/api/councils?', ['2022-01-01T00:00:00Z', 'a\u0000'], 400],
    ['/api/plans?', ['0000-01-01T00:00:00Z', 'a'], 400],
    ['/api/letters?', ['0000-01-01T00:00:00Z', 'a'], 400],
    ['/api/organisations?', ['a\u0000'], 400],
    ['/api/persons?', ['a\u0000'], 400],
    [`/api/rounds/${round2022}/facts?`, [Number.MAX_SAFE_INTEGER], 400],
    [`/api/rounds/${round2022}/facts?`, [-1], 400],
    [`/api/rounds/${round2022}/facts?`, [{ gt: 0 }], 400],
  ])('%scursor=%j is answered, and breaks nothing: %i', async (path, place, then) => {
    expect((await served.send('GET', `${path}cursor=${cursor(place)}`, { as: 'auditor' })).status).toBe(then);
  });
});
