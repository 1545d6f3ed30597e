import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { OwnDatabase } from './own-services.ts';

/** The least that a database can do for a ballot: BEGIN, one insert, one update, COMMIT; each client on a row and a connection of its own. */
export async function openBare({ ownerUrl }: OwnDatabase, count: number) {
  const clients = await Promise.all(
    Array.from({ length: count }, async () => {
      const client = new pg.Client({ connectionString: ownerUrl });
      await client.connect();
      return client;
    }),
  );
  await clients[0]?.query(`CREATE TABLE bare_fact (id text PRIMARY KEY, thing_id text NOT NULL, data jsonb NOT NULL, at timestamptz NOT NULL);
    CREATE TABLE bare_thing (id text PRIMARY KEY, seq int NOT NULL) WITH (fillfactor = 80);
    INSERT INTO bare_thing SELECT 'thing-' || n, 0 FROM generate_series(0, ${count - 1}) AS n`);
  const data = JSON.stringify({ type: 'ballot-cast', schemeId: randomUUID(), vote: 'pass', conditions: [] });

  async function once(client: pg.Client, thing: string): Promise<void> {
    await client.query('BEGIN');
    await client.query({
      name: 'bare-insert',
      text: 'INSERT INTO bare_fact (id, thing_id, data, at) VALUES ($1, $2, $3, now())',
      values: [randomUUID(), thing, data],
    });
    await client.query({ name: 'bare-update', text: 'UPDATE bare_thing SET seq = seq + 1 WHERE id = $1', values: [thing] });
    await client.query('COMMIT');
  }
  return {
    /** So many transactions by one client, one after the other; gives how long each took, in milliseconds. */
    async run(client: number, times: number): Promise<number[]> {
      const all: number[] = [];
      for (let i = 0; i < times; i += 1) {
        const began = performance.now();
        await once(clients[client] as pg.Client, `thing-${client}`);
        all.push(performance.now() - began);
      }
      return all;
    },
    close: () => Promise.all(clients.map((client) => client.end())),
  };
}
