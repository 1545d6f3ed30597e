import { afterAll, beforeAll, expect, test } from 'vitest';
import { draftScheme, openRound, type Served, serve } from './server.ts';

let served: Served;
let scheme: string;
beforeAll(async () => {
  served = await serve();
  const { database } = served.parts.committing;
  await database.query("UPDATE organisation SET to_date = '2022-01-20' WHERE province_id = 'ubnd-tinh-binh-dinh'");
  await database.query(
    `INSERT INTO position (id, person_id, organisation_id, role, title, from_date)
     VALUES ('merged', 'host-head.dak-nong', 'so-cong-thuong-gia-lai', 'host-head', 'Giám đốc', '2022-01-21')`,
  );
  await openRound(served);
  scheme = (await draftScheme(served, 'Gian hàng đặc sản Bình Định', 'host-drafter.binh-dinh')).body.id;
});
afterAll(() => served.close());

test('whoever came after a merged office finds its files, acts on them, and is told of what waits there', async () => {
  await served.parts.committing.database.query("UPDATE programme_clock SET now = '2022-01-24T02:00:00Z', target = '2022-01-24T02:00:00Z'");
  served.parts.time.forget();
  const seen = await served.send('GET', `/api/schemes/${scheme}`, { as: 'host-head.dak-nong' });
  expect(seen).toMatchObject({ status: 200, body: { hostId: 'so-cong-thuong-binh-dinh' } });
  expect(seen.body.actions.map(({ command }) => command)).toContain('submit-to-province');
  expect((await served.send('GET', `/api/schemes/${scheme}`, { as: 'host-head.vecom' })).status).toBe(404);
});
