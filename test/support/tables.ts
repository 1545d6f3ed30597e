import pg from 'pg';
import { inject } from 'vitest';
import { derivedTables } from '../../commit/rebuild.ts';
import type { System } from './system.ts';

/** Every row that follows from facts, by table, in an order of its own. */
export async function derivedRows({ database }: Pick<System, 'database'>): Promise<Record<string, unknown[]>> {
  const tables: Record<string, unknown[]> = {};
  for (const table of [...derivedTables, 'thing', 'programme_clock']) {
    const { rows } = await database.query(`SELECT to_jsonb(t) - 'wake_seq' AS row FROM ${table} t ORDER BY to_jsonb(t)::text`);
    tables[table] = rows.map(({ row }) => row);
  }
  return tables;
}

/** One statement by the superuser, with all triggers out of force: what nobody but a thief of the machine could do. */
export async function behindItsBack(system: Pick<System, 'url'>, text: string, values: unknown[] = []): Promise<void> {
  const url = Object.assign(new URL(inject('postgres').superuserUrl), { pathname: new URL(system.url).pathname });
  const client = new pg.Client({ connectionString: url.toString() });
  await client.connect();
  try {
    await client.query('SET session_replication_role = replica');
    const { rowCount } = await client.query(text, values);
    if (rowCount !== 1) throw new Error(`${rowCount} rows changed by: ${text}`);
  } finally {
    await client.end();
  }
}
