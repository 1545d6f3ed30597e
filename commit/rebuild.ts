import type { Json, Kind } from '../domain/command.ts';
import { kinds } from '../domain/kinds.ts';
import type { ThingKind } from '../domain/process/chart.ts';
import { keepClockRows } from './clocks.ts';
import type { Committing, Packs } from './commit.ts';
import type { Client } from './database.ts';
import { keepMovements, moveFunds, recordSlips } from './funds.ts';
import { homeOf } from './home.ts';
import { rowOf } from './projections.ts';
import { registerRows } from './register.ts';
import { BrokenChain, type FactRow, replay, type Step, type ThingHead } from './replay.ts';
import { insertWaiting } from './waiting.ts';
import { split, upsert } from './write.ts';

/** Everything that follows from facts, children first. Facts, commands, obligations, people, letters and files are not among them. */
export const derivedTables = [
  'waiting',
  'clock',
  'thing_part',
  'payment_slip',
  'fund_movement',
  'fund',
  'register_entry',
  'register',
  'document',
  'council',
  'scheme',
  'round',
  'plan',
  'incoming',
] as const;

const factsText = `SELECT seq, type, data, at, actor, role, command_id AS "commandId", state, previous_hash AS "previousHash", hash FROM fact WHERE thing_id = $1 ORDER BY seq`;

/**
 * Makes all tables anew from the facts alone, in one transaction; readers see the old ones until the end.
 * Returns how many things and facts were followed. Throws BrokenChain, changing nothing, if a fact is not what it was.
 */
export async function rebuild(at: Committing): Promise<{ things: number; facts: number }> {
  const client = await at.database.connect();
  try {
    await client.query('BEGIN');
    // Commits begin by locking the thing's row: they wait here, before they hold anything that this needs.
    await client.query('LOCK TABLE thing IN EXCLUSIVE MODE');
    for (const table of derivedTables) await client.query(`DELETE FROM ${table}`);
    await findLost(client, at.packs);
    const things = await client.query<ThingHead>(
      "SELECT id, kind, pack, route FROM thing ORDER BY array_position(ARRAY['round','scheme','council','document','incoming','plan','clock'], kind), created_at, id",
    );
    const answered = await lastAnswered(client);
    const left: { thing: ThingHead; steps: Step[] }[] = [];
    let facts = 0;
    for (const thing of things.rows) {
      const found = await client.query<FactRow>({ name: 'facts-of', text: factsText, values: [thing.id] });
      facts += found.rows.length;
      const last = answered.get(thing.id) ?? 0;
      if (found.rows.length < last) throw new BrokenChain(`Facts of ${thing.id} are missing: ${found.rows.length} of ${last} are there.`);
      left.push({ thing, steps: [...replay(at.packs, thing, found.rows)] });
    }
    for (const { thing, steps } of left) await rewrite(client, thing, steps);
    await moveAllMoney(client, left);
    await client.query('COMMIT');
    return { things: things.rows.length, facts };
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

type Lost = { id: string; kind: ThingKind | null; input: Json; at: string };

/** A thing whose facts are there and whose row is not gets one again, of the kind and home that the command which made it gave it; all else is then written from its facts. */
async function findLost(client: Client, packs: Packs): Promise<void> {
  const { rows } = await client.query<Lost>(
    `SELECT f.thing_id AS id, c.answer->>'kind' AS kind, c.payload AS input, f.at FROM fact f LEFT JOIN command c ON c.id = f.command_id
       WHERE f.seq = (SELECT min(seq) FROM fact WHERE thing_id = f.thing_id) AND NOT EXISTS (SELECT FROM thing WHERE id = f.thing_id)
       ORDER BY array_position(ARRAY['round','scheme','council','document','incoming','plan','clock'], c.answer->>'kind'), f.at, f.thing_id`,
  );
  for (const { id, kind, input, at } of rows) {
    const home = kind && (await homeOf(packs, client, { input }));
    if (!home) throw new BrokenChain(`Facts of ${id} are there, but neither the thing nor what it came from.`);
    await client.query(
      `INSERT INTO thing (id, kind, pack, route, seq, hash, state, data, doers, readers, wake_seq, created_at, updated_at)
         SELECT $1, $2, $3, $4, 0, '', '', '{}', '{}', '{}', max(seq), $5, $5 FROM fact WHERE thing_id = $1`,
      [id, kind, home.pack, home.route, at],
    );
  }
}

async function rewrite(client: Client, thing: ThingHead, steps: Step[]): Promise<void> {
  const first = steps[0];
  const last = steps.at(-1);
  if (!first || !last) return;
  const kind = kinds[thing.kind] as Kind<Record<string, Json>, { type: string }>;
  const { accepted, at, before } = last;
  const seq = before.seq + accepted.facts.length;
  const [core, parts] = split(kind, accepted.data, {});
  const shown = steps.findLast((step) => step === first || changesRow(kind, step));
  await client.query(
    'UPDATE thing SET seq = $2, hash = $3, state = $4, data = $5, doers = $6, readers = $7, final = $8, created_at = $9, updated_at = $10 WHERE id = $1',
    [
      thing.id,
      seq,
      last.hash,
      accepted.state,
      JSON.stringify(core),
      JSON.stringify(accepted.doers),
      accepted.readers,
      accepted.final,
      first.at,
      at,
    ],
  );
  for (const [key, data] of parts)
    await client.query('INSERT INTO thing_part (thing_id, key, data) VALUES ($1, $2, $3)', [thing.id, key, JSON.stringify(data)]);
  await upsert(
    client,
    rowOf(thing.kind, {
      id: thing.id,
      state: accepted.state,
      data: accepted.data,
      readers: accepted.readers,
      createdAt: first.at,
      updatedAt: shown?.at ?? at,
    }),
  );
  await Promise.all(keepClockRows(client, thing.id, [], accepted.clocks));
  const entered = steps.findLast(
    (step, i) =>
      i === 0 || step.before.state !== step.accepted.state || step.accepted.waiting.join() !== steps[i - 1]?.accepted.waiting.join(),
  );
  await Promise.all(insertWaiting(client, thing.kind, thing.id, accepted, entered?.at ?? at));
  for (const step of steps) {
    await Promise.all(registerRows(client, thing.id, step.accepted));
    await Promise.all(
      recordSlips(
        client,
        thing.id,
        step.accepted.slips.map((s) => ({ ...s, seq: step.before.seq + s.of + 1 })),
      ),
    );
  }
}

/** Whether a commit wrote the thing's row: a reminder or a ballot does not. */
const changesRow = (kind: Kind<Record<string, Json>, { type: string }>, { before, accepted }: Step): boolean =>
  before.state !== accepted.state || split(kind, accepted.data, before.data)[0] !== null;

/** The highest sequence that each thing's commands were answered with: the chain alone would not show that its end was cut off. */
async function lastAnswered(client: Client): Promise<Map<string, number>> {
  const { rows } = await client.query<{ id: string; seq: number }>(
    "SELECT thing_id AS id, max((answer->>'seq')::int) AS seq FROM command WHERE status < 300 AND answer ? 'seq' GROUP BY thing_id",
  );
  return new Map(rows.map(({ id, seq }) => [id, seq]));
}

/**
 * Money moves by its net: which of two commits took a fund first, nothing that was taken down tells for certain, and in a wrong order one
 * would take what the other had not yet set free.
 */
async function moveAllMoney(client: Client, things: { thing: ThingHead; steps: Step[] }[]): Promise<void> {
  const moves = things.flatMap(({ thing, steps }) =>
    steps
      .filter(({ accepted }) => accepted.movements.length > 0)
      .map(({ before, accepted, at }) => ({
        thing,
        at,
        movements: accepted.movements.map((m, ordinal) => ({ ...m, seq: before.seq + m.of + 1, ordinal })),
      })),
  );
  for (const { thing, movements, at } of moves) await keepMovements(client, thing.id, movements, at);
  await Promise.all(
    moveFunds(
      client,
      moves.flatMap(({ movements }) => movements),
    ),
  );
}
