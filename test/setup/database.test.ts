import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from './database.ts';

describe('a fresh database', () => {
  let database: FreshDatabase;
  let app: pg.Client;
  let owner: pg.Client;

  beforeAll(async () => {
    database = await freshDatabase();
    app = new pg.Client({ connectionString: database.url });
    owner = new pg.Client({ connectionString: database.ownerUrl });
    await Promise.all([app.connect(), owner.connect()]);
  });
  afterAll(async () => {
    await Promise.all([app.end(), owner.end()]);
    await database.drop();
  });

  test('has the sample persons in their positions', async () => {
    const { rows } = await app.query(
      `SELECT p.email, o.name FROM position JOIN person p ON p.id = person_id JOIN organisation o ON o.id = organisation_id WHERE p.id = 'council-9'`,
    );
    expect(rows).toEqual([{ email: 'council-9@mau.test', name: 'Sở Công Thương tỉnh Bình Định' }]);
  });

  test.each([
    ['fact', `INSERT INTO fact VALUES ('x', 1, 'scheme-drafted', '{}', now(), now(), 'x', NULL, 'x', 'draft', '', '')`],
    ['command', `INSERT INTO command VALUES ('x', 'x', 'draft-scheme', 'x', '{}', '', 200, '{}', now(), now())`],
  ])('refuses to change or delete a %s, also to the owner of the tables', async (table, insert) => {
    await app.query(insert);
    await expect(app.query(`DELETE FROM ${table}`)).rejects.toThrow(/permission denied/);
    await expect(owner.query(`DELETE FROM ${table}`)).rejects.toThrow(/never changed or deleted/);
    await expect(owner.query(`TRUNCATE ${table}`)).rejects.toThrow(/never changed or deleted/);
  });

  test('lets the running system change no tables', async () => {
    await expect(app.query('CREATE TABLE mine (id int)')).rejects.toThrow(/permission denied/);
    await expect(app.query('DROP TABLE scheme')).rejects.toThrow(/must be owner/);
  });
});
