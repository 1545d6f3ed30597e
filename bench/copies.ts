import pg from 'pg';
import type { OwnDatabase } from './own-services.ts';

/** What the copies of one scheme differ in, as SQL over their number `i`; a column left out stays as it is in the model. */
export type Differences = {
  /** Its host's id; the readers change with it. */
  host?: string;
  /** Without diacritics, as it is searched too. */
  title?: string;
};

/**
 * Makes many schemes like one that came about by its commands: thing, facts, row, inbox and clock, with ids of their own. The copied hashes
 * make no chain: such a database is good for measuring alone.
 */
export async function copyScheme(database: OwnDatabase, model: string, count: number, differences: Differences = {}): Promise<void> {
  const { host, title } = differences;
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  const copies = `generate_series(1, ${count}) AS i, LATERAL (SELECT md5('copy ' || i)::uuid::text AS id) AS c`;
  const like = (table: string, key: string, changes: Record<string, string | undefined>) => {
    const set = Object.entries({ [key]: 'c.id', ...changes }).filter(([, value]) => value !== undefined);
    const object = set.map(([name, value]) => `'${name}', ${value}`).join(', ');
    return client.query(
      `INSERT INTO ${table} SELECT r.* FROM ${table} t, ${copies}, LATERAL jsonb_populate_record(t, jsonb_build_object(${object})) AS r WHERE t.${key} = $1`,
      [model],
    );
  };
  const readers = host && `to_jsonb(array_replace(t.readers, 'org:' || (SELECT host_id FROM scheme WHERE id = t.id), 'org:' || ${host}))`;
  const created = "t.created_at - i * interval '1 second'";
  try {
    await client.query('BEGIN');
    // Sorted in one by one, the entries of these indexes would take longer than all the rest.
    const { rows: indexes } = await client.query<{ name: string; definition: string }>(
      `SELECT indexname AS name, indexdef AS definition FROM pg_indexes WHERE tablename = 'scheme' AND indexdef LIKE '%USING gin%'`,
    );
    for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
    await like('thing', 'id', {
      wake_seq: '0',
      readers,
      created_at: created,
      data: title && `jsonb_set(t.data, '{proposal,title}', to_jsonb(${title}))`,
    });
    await like('fact', 'thing_id', {});
    await like('scheme', 'id', {
      title,
      search: title && `lower(${title})`,
      host_id: host,
      readers,
      created_at: created,
    });
    await like('waiting', 'thing_id', {});
    await like('clock', 'thing_id', {});
    for (const { definition } of indexes) await client.query(definition);
    await client.query('COMMIT');
    // As in a database that has been at work for a while: its own housekeeping does not fall into what is measured.
    await client.query('VACUUM (ANALYZE)');
  } finally {
    await client.end();
  }
}
