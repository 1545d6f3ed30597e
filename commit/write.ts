import type { Json, Kind } from '../domain/command.ts';
import type { Chart } from '../domain/process/chart.ts';
import type { Accepted, Found } from '../domain/process/handle.ts';
import type { RegulationPack } from '../domain/regulation/pack.ts';
import { beginning, factHash } from './chain.ts';
import { keepClockRows } from './clocks.ts';
import type { Order } from './commit.ts';
import type { Client } from './database.ts';
import { moveMoney, recordSlips } from './funds.ts';
import type { Home } from './home.ts';
import type { Outcome } from './outcome.ts';
import { type Row, rowOf } from './projections.ts';
import { registerRows } from './register.ts';
import { keepWaiting } from './waiting.ts';

export type Before = Found<Record<string, Json>>;
type Kinded = Kind<Record<string, Json>, { type: string }>;
export type Writing = {
  order: Order & { bodyHash: string };
  outcome: Outcome;
  accepted: Accepted<Record<string, Json>> | null;
  kind: Kinded;
  before: Before;
  home: Home;
  hash: string | null;
  createdAt: string;
  readers: string[] | null;
  now: string;
  recordedAt: string;
  chart: Chart;
  pack: RegulationPack;
};

/** Writes all that follows from a command in one go and ends the transaction. */
export async function write(client: Client, writing: Writing): Promise<void> {
  const { order, outcome, accepted, before, now, recordedAt } = writing;
  const work: Promise<unknown>[] = accepted ? writeAccepted(client, writing, accepted) : [];
  if (order.settles && accepted) {
    work.push(
      client.query({
        name: 'owed-done',
        text: 'UPDATE owed SET done_at = $2, done_by = $3 WHERE key = $1 AND done_at IS NULL',
        values: [order.settles, recordedAt, order.id],
      }),
    );
  }
  work.push(
    client.query({
      name: 'command',
      text: `INSERT INTO command (id, thing_id, name, actor, payload, body_hash, status, answer, at, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      values: [
        order.id,
        outcome.id || before.id,
        order.name,
        order.actor.id,
        JSON.stringify(order.input ?? null),
        order.bodyHash,
        outcome.status,
        JSON.stringify(outcome),
        now,
        recordedAt,
      ],
    }),
    client.query('COMMIT'),
  );
  // Every answer is awaited, so that the first thing that went wrong is what is reported.
  const first = (await Promise.allSettled(work)).find((done) => done.status === 'rejected');
  if (first) throw first.reason;
}

function writeAccepted(client: Client, w: Writing, accepted: Accepted<Record<string, Json>>): Promise<unknown>[] {
  const { order, before, now, recordedAt, kind } = w;
  const id = before.id;
  const chained = chain(w, accepted);
  const last = chained.at(-1);
  const seqOf = (of: number) => before.seq + of + 1;
  const [core, parts] = split(kind, accepted.data, before.data);
  const projected = { id, state: accepted.state, data: accepted.data, readers: accepted.readers, createdAt: w.createdAt, updatedAt: now };
  const wakes = w.outcome.wakes;
  const light = core === null && accepted.state === before.state;
  return [
    client.query({
      name: 'facts',
      text: `INSERT INTO fact (thing_id, seq, type, data, at, recorded_at, actor, role, command_id, state, previous_hash, hash)
        SELECT $1, f.seq, f.type, f.data, $2, $3, $4, f.role, $5, f.state, f.previous, f.hash
        FROM unnest($6::int[], $7::text[], $8::jsonb[], $9::text[], $10::text[], $11::text[], $12::text[]) AS f(seq, type, data, role, state, previous, hash)`,
      values: [
        id,
        now,
        recordedAt,
        order.actor.id,
        order.id,
        chained.map((f) => f.seq),
        chained.map((f) => f.type),
        chained.map((f) => JSON.stringify(f.data)),
        chained.map((f) => f.role),
        chained.map((f) => f.state),
        chained.map((f) => f.previous),
        chained.map((f) => f.hash),
      ],
    }),
    w.hash === null
      ? client.query({
          name: 'thing-make',
          text: `INSERT INTO thing (id, kind, pack, route, seq, hash, state, data, doers, readers, wake_seq, final, created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13)`,
          values: [
            id,
            order.kind,
            w.home.pack,
            w.home.route,
            w.outcome.seq,
            last?.hash,
            accepted.state,
            JSON.stringify(core),
            JSON.stringify(accepted.doers),
            accepted.readers,
            wakes ? w.outcome.seq : 0,
            accepted.final,
            now,
          ],
        })
      : client.query({
          name: light ? 'thing-step' : 'thing-keep',
          text: `UPDATE thing SET seq = $2, hash = $3, state = $4, doers = $5, wake_seq = CASE WHEN $6 THEN $2 ELSE wake_seq END, updated_at = $7${light ? '' : ', data = coalesce($8, data), readers = $9, final = $10'} WHERE id = $1`,
          values: [
            id,
            w.outcome.seq,
            last?.hash,
            accepted.state,
            JSON.stringify(accepted.doers),
            wakes,
            now,
            ...(light ? [] : [core === null ? null : JSON.stringify(core), accepted.readers, accepted.final]),
          ],
        }),
    ...parts.map(([key, data]) =>
      client.query({
        name: 'part',
        text: 'INSERT INTO thing_part (thing_id, key, data) VALUES ($1, $2, $3) ON CONFLICT (thing_id, key) DO UPDATE SET data = $3',
        values: [id, key, JSON.stringify(data)],
      }),
    ),
    ...projections(client, w, projected, core === null),
    ...keepClockRows(client, id, before.clocks, accepted.clocks),
    ...keepWaiting(client, order.kind, w.hash === null, before, accepted, id, now, w),
    ...registerRows(client, id, accepted),
    ...moveMoney(
      client,
      id,
      accepted.movements.map((m, ordinal) => ({ ...m, seq: seqOf(m.of), ordinal })),
      now,
    ),
    ...recordSlips(
      client,
      id,
      accepted.slips.map((s) => ({ ...s, seq: seqOf(s.of) })),
    ),
    ...owe(
      client,
      id,
      accepted.owed.map((o) => ({ ...o, seq: seqOf(o.of) })),
      now,
      recordedAt,
    ),
  ];
}

function chain(w: Writing, accepted: Accepted<Record<string, Json>>) {
  let previous = w.hash ?? beginning(w.before.id);
  return accepted.facts.map(({ fact, state, role }, i) => {
    const { type, ...data } = fact;
    const seq = w.before.seq + i + 1;
    const hash = factHash(previous, {
      thingId: w.before.id,
      seq,
      type,
      data,
      at: w.now,
      actor: w.order.actor.id,
      role,
      commandId: w.order.id,
      state,
    });
    const chained = { seq, type, data, state, role, previous, hash };
    previous = hash;
    return chained;
  });
}

/** The thing without its parts (null if that is as it was), and the parts that have changed. */
export function split(
  kind: Kinded,
  after: Record<string, Json>,
  before: Record<string, Json>,
): [Record<string, Json> | null, [string, Json][]] {
  if (!kind.partsIn) return [after === before ? null : after, []];
  const { [kind.partsIn]: now, ...core } = after;
  const was = (before[kind.partsIn] ?? {}) as Record<string, Json>;
  const parts = Object.entries((now ?? {}) as Record<string, Json>).filter(([key, data]) => was[key] !== data);
  const unchanged = Object.keys(core).every((key) => core[key] === before[key]);
  return [unchanged ? null : core, parts];
}

function projections(client: Client, w: Writing, projected: Parameters<typeof rowOf>[1], coreUnchanged: boolean): Promise<unknown>[] {
  const stays = w.hash !== null && w.before.state === projected.state;
  if (stays && coreUnchanged) return [];
  return [upsert(client, rowOf(w.order.kind, projected))];
}

/** Writes a row of a read table, whole. */
export function upsert(client: Client, { table, columns }: Row): Promise<unknown> {
  const names = Object.keys(columns);
  const places = names.map((_, i) => `$${i + 1}`);
  const set = names.filter((n) => n !== 'id' && n !== 'created_at').map((n) => `${n} = excluded.${n}`);
  return client.query({
    name: `row-${table}`,
    text: `INSERT INTO ${table} (${names.join(', ')}) VALUES (${places.join(', ')}) ON CONFLICT (id) DO UPDATE SET ${set.join(', ')}`,
    values: Object.values(columns),
  });
}

function owe(
  client: Client,
  thingId: string,
  owed: (Accepted<unknown>['owed'][number] & { seq: number })[],
  at: string,
  createdAt: string,
): Promise<unknown>[] {
  if (owed.length === 0) return [];
  const keys = owed.map((o, ordinal) => `${thingId}/${o.seq}/${o.what}/${ordinal}`);
  return [
    client.query({
      name: 'owed',
      text: `INSERT INTO owed (key, thing_id, seq, ordinal, what, params, at, created_at)
        SELECT o.key, $1, o.seq, o.ordinal, o.what, o.params, $2, $3 FROM unnest($4::text[], $5::int[], $6::int[], $7::text[], $8::jsonb[]) AS o(key, seq, ordinal, what, params)`,
      values: [
        thingId,
        at,
        createdAt,
        keys,
        owed.map((o) => o.seq),
        owed.map((_, i) => i),
        owed.map((o) => o.what),
        owed.map((o) => JSON.stringify(o.params)),
      ],
    }),
  ];
}
