import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyPassword } from '../../server/identity/password.ts';
import { type FreshDatabase, freshDatabase } from '../../test/setup/database.ts';
import { seed } from './seed.ts';

describe('seeding', () => {
  let database: FreshDatabase;
  let client: pg.Client;

  beforeAll(async () => {
    database = await freshDatabase();
    client = new pg.Client({ connectionString: database.ownerUrl });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  test('adds nothing the second time, and leaves what was changed', async () => {
    await client.query(`UPDATE organisation SET name = 'Tên mới' WHERE id = 'vecom'`);
    expect(await seed(database.ownerUrl, true)).toEqual({ organisations: 0, persons: 0 });
    expect((await client.query(`SELECT name FROM organisation WHERE id = 'vecom'`)).rows).toEqual([{ name: 'Tên mới' }]);
  });

  test('gives every sample person the password that is printed in the guide', async () => {
    const { rows } = await client.query<{ email: string; password_hash: string }>(
      `SELECT email, password_hash FROM person WHERE id IN ('signer', 'council-9')`,
    );
    expect(rows.map((row) => row.email).sort()).toEqual(['council-9@mau.test', 'signer@mau.test']);
    expect(await Promise.all(rows.map((row) => verifyPassword('mau-thu-2022', row.password_hash)))).toEqual([true, true]);
  });

  test.each([
    // person                  organisation               role
    ['host-head.vecom', 'vecom', 'host-head'],
    ['host-drafter.binh-dinh', 'so-cong-thuong-binh-dinh', 'host-drafter'],
    ['province-head.dak-nong', 'ubnd-tinh-dak-nong', 'province-head'],
    ['local-finance.dak-nong', 'so-tai-chinh-dak-nong', 'local-finance'],
    ['agency-head', 'cuc-tmdt-kts', 'agency-head'],
    ['signer-2', 'bo-cong-thuong', 'signer'],
    ['finance-head', 'vu-ke-hoach-tai-chinh', 'finance-head'],
    ['council-9', 'so-cong-thuong-binh-dinh', 'expert'],
  ])('places %s in %s as %s', async (person, organisation, role) => {
    const { rows } = await client.query('SELECT organisation_id, role FROM position WHERE person_id = $1', [person]);
    expect(rows).toEqual([{ organisation_id: organisation, role }]);
  });

  test('knows who came after whom when provinces were merged', async () => {
    const { rows } = await client.query(
      `SELECT old.id, old.to_date::text, new.id AS successor, new.from_date::text FROM organisation old JOIN organisation new ON new.id = old.successor_id
       WHERE old.kind = 'province' AND new.predecessor_id = old.id ORDER BY old.id`,
    );
    expect(rows).toEqual([
      { id: 'ubnd-tinh-binh-dinh', to_date: '2025-06-30', successor: 'ubnd-tinh-gia-lai', from_date: '2025-07-01' },
      { id: 'ubnd-tinh-dak-nong', to_date: '2025-06-30', successor: 'ubnd-tinh-lam-dong', from_date: '2025-07-01' },
    ]);
  });

  test('refuses to serve sample persons in real time', async () => {
    await expect(seed(database.ownerUrl, false)).rejects.toThrow(/cannot serve in real time/);
  });

  test('refuses to put sample persons beside real ones', async () => {
    await client.query('TRUNCATE person CASCADE');
    await client.query(`INSERT INTO person (id, email, name, password_hash) VALUES ('a', 'a@example.gov.vn', 'A', '')`);
    await expect(seed(database.ownerUrl, true)).rejects.toThrow(/serves real persons/);
    expect(await seed(database.ownerUrl, false)).toEqual({ organisations: 0, persons: 0 });
  });
});
