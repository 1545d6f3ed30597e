import pg from 'pg';
import { gatheringSocket } from './gathering-socket.ts';

// Sums are whole đồng below 2^53: a bigint column reads as a number.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString());

export type Database = pg.Pool;
export type Client = pg.PoolClient;

/** A pool whose clients send statements without waiting for the answer to the one before: a commit takes two round trips, three where a rule needs more. */
export function openDatabase(url: string, size = 10): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    pipeline: true,
    stream: gatheringSocket,
    application_name: 'commit',
    // Every statement finds its rows by key: to plan it anew each time costs more than to carry it out.
    options: '-c plan_cache_mode=force_generic_plan',
    keepAlive: true,
  });
  // An idle client that loses its server must not end the process: the next query says what is wrong.
  pool.on('error', () => undefined);
  // Nor one that loses it while at work: whoever waits for its answer is told so.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
