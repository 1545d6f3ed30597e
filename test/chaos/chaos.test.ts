import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Committing } from '../../commit/commit.ts';
import { openDatabase } from '../../commit/database.ts';
import { fundColumns } from '../../commit/funds.ts';
import { rebuild } from '../../commit/rebuild.ts';
import { loadPacks } from '../../config/regulations.ts';
import { type Answer, openClient } from '../../demo/client.ts';
import type { Part } from '../../scripts/supervise/parts.ts';
import { rehydrate } from '../../workflows/reconcile.ts';
import { openWaker } from '../../workflows/wake.ts';
import { nothingTwice } from '../support/nothing-twice.ts';
import { derivedRows } from '../support/tables.ts';
import { type WholeSystem, wholeSystem } from '../support/whole-system.ts';
import { type Lived, tellLives } from './lives.ts';

/** Who dies, and after how many acknowledged commands: in the intake, in signing, in the session, in deciding, in paying and settling. */
const deaths: [part: Part, after: number][] = [
  ['worker', 6],
  ['render-worker', 22],
  ['authority', 30],
  ['server', 34],
  ['temporal', 45],
  ['postgres', 70],
  ['server', 110],
  ['render-worker', 132],
  ['postgres', 142],
  ['worker', 152],
  ['temporal', 170],
];
const patienceMs = 240_000;

describe('while everything dies in turn', () => {
  let system: WholeSystem;
  let at: Committing;
  let lived: Lived[];
  const acknowledged = new Map<string, Answer>();
  const killed: Part[] = [];

  beforeAll(async () => {
    system = await wholeSystem();
    at = { database: openDatabase(system.settings.databaseUrl ?? '', 4), packs: loadPacks(), rehearsal: true };
    const client = openClient(system.url, 'chaos', (key, answer) => {
      if (answer.status < 300) acknowledged.set(key, answer);
    });
    let told = false;
    const lives = tellLives(client).finally(() => {
      told = true;
    });
    const killing = killInTurn(() => told);
    [lived] = await Promise.all([lives, killing]);
    await client.until('nothing is owed', async () => (await rowsOf('SELECT FROM owed WHERE done_at IS NULL LIMIT 1')).length === 0);
  }, 2 * patienceMs);
  afterAll(async () => {
    // Where the system did not even start, that alone is to be read.
    await at?.database.end();
    await system?.close();
  });

  async function killInTurn(told: () => boolean): Promise<void> {
    for (const [part, after] of deaths) {
      for (; acknowledged.size < after; await pause(10)) if (told()) return;
      await system.kill(part);
      killed.push(part);
    }
  }

  const rowsOf = async (text: string, values: unknown[] = []) => (await at.database.query(text, values)).rows;

  test('each of them did die', () => {
    expect(killed).toEqual(deaths.map(([part]) => part));
  });

  test('every life comes to its end', async () => {
    const rows = await rowsOf('SELECT id, state FROM scheme');
    expect(Object.fromEntries(rows.map(({ id, state }) => [id, state]))).toEqual(
      Object.fromEntries(lived.map(({ id, shouldEnd }) => [id, shouldEnd])),
    );
  });

  test('every command that was acknowledged is there, with its facts', async () => {
    expect(acknowledged.size).toBeGreaterThan(150);
    const keys = [...acknowledged.keys()];
    const rows = await rowsOf(
      `SELECT c.id, c.status, (c.answer->>'seq')::int AS seq, c.answer->>'state' AS state, (SELECT max(f.seq) FROM fact f WHERE f.thing_id = c.thing_id AND f.command_id = c.id) AS last
         FROM command c WHERE id = ANY($1)`,
      [keys],
    );
    const found = new Map(rows.map((row) => [row.id, row]));
    for (const [key, { status, body }] of acknowledged) {
      const { seq, state } = found.get(key) ?? {};
      expect(found.get(key), JSON.stringify(body)).toMatchObject({ status, last: seq });
      if ('seq' in body) expect({ seq, state }).toEqual({ seq: body.seq, state: body.state });
    }
  });

  test.each(nothingTwice)('there is %s', async (_, text) => {
    expect(await rowsOf(text)).toEqual([]);
  });

  test.each(fundColumns)('the fund’s sum “%s” is that of its movements', async (column) => {
    const wrong = await rowsOf(
      `SELECT f.id, f.${column}, m.moved FROM fund f
         LEFT JOIN (SELECT fund_id, sum(amount)::bigint AS moved FROM fund_movement WHERE kind = $1 GROUP BY fund_id) m ON m.fund_id = f.id
         WHERE f.${column} <> coalesce(m.moved, 0)`,
      [column],
    );
    expect(wrong).toEqual([]);
  });

  test('every chain is whole, and all tables are the same when made anew from it', async () => {
    const before = await derivedRows(at);
    const { facts } = await rebuild(at);
    expect(facts).toBeGreaterThan(400);
    expect(await derivedRows(at)).toEqual(before);
  });

  test('whatever lives still has its workflow', async () => {
    const waker = openWaker(system.settings);
    expect(await rehydrate(at, system.settings, waker)).toEqual([]);
    await waker.close();
  });
});
