import type { Actor, Json, Kind } from '../domain/command.ts';
import { isRefusal, type Refusal, refuse } from '../domain/command.ts';
import { kinds } from '../domain/kinds.ts';
import type { ThingKind } from '../domain/process/chart.ts';
import { type Accepted, handle } from '../domain/process/handle.ts';
import { readerKeys } from '../domain/process/permit.ts';
import type { RegulationPack } from '../domain/regulation/pack.ts';
import { ruleGround } from '../domain/regulation/rule-ground.ts';
import { dateOf } from '../domain/time/programme-day.ts';
import { canonical, sha256 } from './chain.ts';
import { type ClockRow, clockOf } from './clocks.ts';
import { refusalOfConstraint } from './constraints.ts';
import type { Client, Database } from './database.ts';
import { homeOf, newId } from './home.ts';
import { load, nothing } from './load.ts';
import type { Outcome } from './outcome.ts';
import { type Before, write } from './write.ts';

export type Packs = ReadonlyMap<string, RegulationPack>;
/** What commit works with. In a rehearsal `now` is the programme's clock, which stands in the database. */
export type Committing = { database: Database; packs: Packs; rehearsal: boolean };

/** A command as it arrives. `thing` is null where it creates one. `input` has been parsed by the command's own schema. */
export type Order = {
  /** A UUID: the same id and body give the first answer, the same id with another body is refused. */
  id: string;
  kind: ThingKind;
  thing: string | null;
  name: string;
  input: unknown;
  actor: Actor;
  /** The sequence that the caller has seen; an older one is refused where given. */
  ifSeq?: number;
  /** What was found against it that the rules alone cannot see; it counts only where they say yes. */
  objection?: Refusal | undefined;
  /** The obligation that this command of the process carries out; it is marked done in the same transaction. */
  settles?: string;
};

export type ThingRow = {
  id: string;
  kind: ThingKind;
  pack: string;
  route: string;
  seq: number;
  hash: string;
  state: string;
  data: Record<string, Json>;
  doers: Record<string, string>;
  readers: string[];
  createdAt: string;
};

const thingText = `SELECT id, kind, pack, route, seq, hash, state, data, doers, readers, created_at AS "createdAt" FROM thing WHERE id = $1 AND kind = $2 FOR UPDATE`;

/**
 * The only way in. One transaction locks the thing, takes the command down, lets the pure rules decide, and writes all that
 * follows: facts in their chain, tables, money, clocks, what is owed, and the answer. Refusals are kept too.
 * Throws only where nobody can act: the database is away, or the charts and the rules contradict each other.
 */
export async function commit(at: Committing, order: Order): Promise<Outcome> {
  const bodyHash = sha256(canonical({ name: order.name, thing: order.thing, actor: order.actor.id, input: order.input ?? null }));
  for (let attempt = 1; ; attempt += 1) {
    const client = await at.database.connect();
    let broken: Error | undefined;
    try {
      return await transact(at, client, order, bodyHash);
    } catch (error) {
      await client.query('ROLLBACK').catch((e: Error) => {
        broken = e;
      });
      const refusal = refusalOfConstraint(error);
      if (refusal === 'again' && attempt < 5) continue;
      if (refusal && refusal !== 'again') return await keepRefusal(at, client, order, bodyHash, refusal);
      throw error;
    } finally {
      client.release(broken);
    }
  }
}

async function transact(at: Committing, client: Client, order: Order, bodyHash: string): Promise<Outcome> {
  const kind = kinds[order.kind] as Kind<Record<string, Json>, { type: string }>;
  const parts = order.thing === null ? [] : (kind.commands[order.name]?.parts?.(order.input) ?? []);
  // Sent in one go and carried out in this order: what is read after the lock is what the one before us left.
  const [, found, earlier, clocks, foundParts, clock] = await Promise.all([
    client.query({ name: 'begin', text: 'BEGIN' }),
    order.thing === null ? null : client.query<ThingRow>({ name: 'lock-thing', text: thingText, values: [order.thing, order.kind] }),
    client.query<{ thingId: string; answer: Outcome; bodyHash: string }>({
      name: 'earlier',
      text: 'SELECT thing_id AS "thingId", answer, body_hash AS "bodyHash" FROM command WHERE id = $1',
      values: [order.id],
    }),
    order.thing === null
      ? null
      : client.query<ClockRow>({ name: 'clocks', text: 'SELECT * FROM clock WHERE thing_id = $1', values: [order.thing] }),
    parts === 'all'
      ? client.query<{ key: string; data: Json }>({
          name: 'all-parts',
          text: 'SELECT key, data FROM thing_part WHERE thing_id = $1',
          values: [order.thing],
        })
      : parts.length > 0
        ? client.query<{ key: string; data: Json }>({
            name: 'parts',
            text: 'SELECT key, data FROM thing_part WHERE thing_id = $1 AND key = ANY($2)',
            values: [order.thing, parts],
          })
        : null,
    at.rehearsal
      ? client.query<{ now: string }>({ name: 'programme-now', text: "SELECT now FROM programme_clock WHERE id = 'clock'", values: [] })
      : null,
  ]);
  const known = earlier.rows[0];
  if (known) {
    await client.query('ROLLBACK');
    if (known.bodyHash === bodyHash) return { ...known.answer, replayed: true };
    return answerOf(
      order,
      { id: known.thingId, seq: known.answer.seq, state: known.answer.state },
      refuse('command.key-reused', {}, undefined, 409),
      null,
    );
  }
  const now = clock?.rows[0]?.now ?? new Date().toISOString();
  const today = dateOf(now);
  const row = found?.rows[0] ?? null;
  if (order.thing !== null && (!row || !mayKnow(row, order.actor))) {
    await client.query('ROLLBACK');
    return answerOf(order, { id: order.thing, seq: 0, state: '' }, refuse('thing.unknown', {}, undefined, 404), null);
  }
  const home = row ?? (await homeOf(at.packs, client, order));
  const pack = home && at.packs.get(home.pack);
  const chart = home && pack?.processes[home.route]?.[order.kind];
  if (!home || !pack || !chart) {
    await client.query('ROLLBACK');
    return answerOf(order, { id: '', seq: 0, state: '' }, refuse('thing.unknown', {}, undefined, 404), null);
  }
  const before = beforeOf(kind, row, foundParts?.rows ?? [], clocks?.rows ?? [], chart.initial);
  const definition = kind.commands[order.name];
  if (row && (definition?.creates || (order.ifSeq !== undefined && order.ifSeq !== row.seq))) {
    await client.query('ROLLBACK');
    return answerOf(
      order,
      before,
      refuse(definition?.creates ? 'thing.exists' : 'thing.stale', { seq: row.seq, seen: order.ifSeq ?? null }, undefined, 409),
      pack,
    );
  }
  const needs = definition?.needs?.({ input: order.input as never, state: before.data, pack, today, id: before.id, actor: order.actor });
  const situation = needs ? await load(client, needs, today) : nothing;
  const id = row?.id ?? kind.idOf?.(order.input, order.actor, situation) ?? newId(order.id);
  const ruled = handle(
    kind,
    chart,
    pack,
    { ...before, id },
    { id: order.id, name: order.name, input: order.input, actor: order.actor },
    now,
    situation,
  );
  const decided = order.objection && !isRefusal(ruled) ? order.objection : ruled;
  const outcome = isRefusal(decided)
    ? answerOf(order, { ...before, id }, decided, pack)
    : acceptedAnswer(order, { ...before, id }, decided, row === null);
  const recordedAt = new Date().toISOString();
  await write(client, {
    order: { ...order, bodyHash },
    outcome,
    accepted: isRefusal(decided) ? null : decided,
    kind,
    before: { ...before, id },
    home,
    hash: row?.hash ?? null,
    createdAt: row?.createdAt ?? now,
    readers: row?.readers ?? null,
    now,
    recordedAt,
    chart,
    pack,
  });
  return outcome;
}

function mayKnow(row: ThingRow, actor: Actor): boolean {
  if (actor.id === 'process') return true;
  const keys = readerKeys(actor);
  return row.readers.some((reader) => keys.includes(reader)) || row.readers.includes('all');
}

function beforeOf(
  kind: Kind<Record<string, Json>, { type: string }>,
  row: ThingRow | null,
  parts: { key: string; data: Json }[],
  clocks: ClockRow[],
  initial: string,
): Before {
  if (!row) return { id: '', seq: 0, state: initial, data: kind.initial, doers: {}, clocks: [] };
  const data = kind.partsIn ? { ...row.data, [kind.partsIn]: Object.fromEntries(parts.map((p) => [p.key, p.data])) } : row.data;
  return { id: row.id, seq: row.seq, state: row.state, data, doers: row.doers, clocks: clocks.map(clockOf) };
}

function answerOf(order: Order, thing: { id: string; seq: number; state: string }, refusal: Refusal, pack: RegulationPack | null): Outcome {
  const ground = refusal.ground ?? (pack ? ruleGround(pack, refusal.rule) : { basis: '', certainty: 'unverified' as const });
  return {
    status: refusal.status,
    kind: order.kind,
    id: thing.id,
    seq: thing.seq,
    state: thing.state,
    result: {},
    wakes: false,
    replayed: false,
    refused: { rule: refusal.rule, legalBasis: ground.basis, certainty: ground.certainty, values: refusal.values },
  };
}

function acceptedAnswer(order: Order, before: Before, accepted: Accepted<Record<string, Json>>, created: boolean): Outcome {
  const clocksChanged = JSON.stringify(before.clocks) !== JSON.stringify(accepted.clocks);
  return {
    status: created ? 201 : 200,
    kind: order.kind,
    id: before.id,
    seq: before.seq + accepted.facts.length,
    state: accepted.state,
    result: accepted.result,
    refused: null,
    // A ballot changes no state, owes nothing and moves no clock: nobody is woken for it.
    wakes: created || accepted.owed.length > 0 || clocksChanged || before.state !== accepted.state,
    replayed: false,
  };
}

/** A rule that only the database could see (two at once): the transaction is gone, the refusal is kept on its own. */
async function keepRefusal(at: Committing, client: Client, order: Order, bodyHash: string, refusal: Refusal): Promise<Outcome> {
  const { rows } = await client.query<{ seq: number; state: string; pack: string }>('SELECT seq, state, pack FROM thing WHERE id = $1', [
    order.thing,
  ]);
  const pack = rows[0] ? (at.packs.get(rows[0].pack) ?? null) : ([...at.packs.values()][0] ?? null);
  const outcome = answerOf(order, { id: order.thing ?? '', seq: rows[0]?.seq ?? 0, state: rows[0]?.state ?? '' }, refusal, pack);
  const recordedAt = new Date().toISOString();
  const clock = at.rehearsal ? await client.query<{ now: string }>("SELECT now FROM programme_clock WHERE id = 'clock'") : null;
  await client.query(
    `INSERT INTO command (id, thing_id, name, actor, payload, body_hash, status, answer, at, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING`,
    [
      order.id,
      outcome.id,
      order.name,
      order.actor.id,
      JSON.stringify(order.input ?? null),
      bodyHash,
      outcome.status,
      JSON.stringify(outcome),
      clock?.rows[0]?.now ?? recordedAt,
      recordedAt,
    ],
  );
  return outcome;
}
