import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { derivedTables, rebuild } from '../../commit/rebuild.ts';
import { completeProposal } from '../support/proposals.ts';
import { freshSystem, type System } from '../support/system.ts';

const roundId = '645-2021-2025.2022.central';

describe('the one way in', () => {
  let system: System;
  beforeAll(async () => {
    system = await freshSystem();
    const opened = await system.give(
      'round',
      null,
      'open-round',
      { programme: '645-2021-2025', year: 2022, route: 'central', ceilings: [{ source: 'programme', ceilingDong: 5_000_000_000 }] },
      { by: 'agency-head' },
    );
    expect(opened).toMatchObject({ status: 201, id: roundId, state: 'open' });
  });
  afterAll(() => system.close());

  const draft = (proposal = completeProposal()) =>
    system.give('scheme', null, 'draft-scheme', { roundId, proposal }, { by: 'host-drafter.vecom' });
  const facts = async (id: string) =>
    (await system.database.query('SELECT type FROM fact WHERE thing_id = $1 ORDER BY seq', [id])).rows.map((r) => r.type);

  test('a command is taken down with its facts, its state and its answer', async () => {
    const { id, seq, state } = await draft();
    expect({ seq, state }).toEqual({ seq: 1, state: 'draft' });
    const submitted = await system.give('scheme', id, 'submit', {}, { by: 'host-head.vecom' });
    expect(submitted).toMatchObject({ status: 200, state: 'submitted', refused: null, wakes: true });
    expect(await facts(id)).toEqual(['scheme-drafted', 'submitted']);
  });

  test('the same key and body give the first answer; the same key with another body is refused', async () => {
    const key = randomUUID();
    const { id } = await draft();
    const discard = () => system.give('scheme', id, 'discard-scheme', {}, { by: 'host-drafter.vecom', id: key });
    const first = await discard();
    expect(await discard()).toEqual({ ...first, replayed: true });
    const other = await draft();
    const reused = await system.give('scheme', other.id, 'discard-scheme', {}, { by: 'host-drafter.vecom', id: key });
    expect(reused).toMatchObject({ status: 409, refused: { rule: 'command.key-reused' } });
    expect(await facts(id)).toEqual(['scheme-drafted', 'scheme-discarded']);
  });

  test('twenty copies of one command at once happen once', async () => {
    const { id } = await draft();
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => system.give('scheme', id, 'submit', {}, { by: 'host-head.vecom', id: key })),
    );
    expect(answers.filter((a) => !a.replayed)).toHaveLength(1);
    expect(new Set(answers.map((a) => a.seq))).toEqual(new Set([2]));
  });

  test('a thing that the caller may not know of is not there', async () => {
    const { id } = await draft();
    expect(await system.give('scheme', id, 'submit', {}, { by: 'host-head.dak-nong' })).toMatchObject({ status: 404 });
  });

  test('the wrong role, the wrong state and a stale sequence are refused, and the refusals kept', async () => {
    const { id } = await draft();
    expect(await system.give('scheme', id, 'submit', {}, { by: 'host-drafter.vecom' })).toMatchObject({
      status: 403,
      refused: { rule: 'role.not-yours' },
    });
    expect(await system.give('scheme', id, 'supplement', { note: '' }, { by: 'host-head.vecom' }).catch(() => null)).not.toMatchObject({
      status: 200,
    });
    expect(await system.give('scheme', id, 'discard-scheme', {}, { by: 'host-drafter.vecom', ifSeq: 7 })).toMatchObject({
      status: 409,
      refused: { rule: 'thing.stale' },
    });
    const kept = await system.database.query('SELECT status FROM command WHERE thing_id = $1 ORDER BY recorded_at', [id]);
    expect(kept.rows.map((r) => r.status)).toContain(403);
    expect(await facts(id)).toEqual(['scheme-drafted']);
  });

  test.each(['UPDATE fact SET type = type', 'DELETE FROM fact', 'TRUNCATE fact', 'UPDATE command SET name = name', 'DELETE FROM command'])(
    'the database itself refuses: %s',
    async (statement) => {
      for (const url of [system.ownerUrl]) {
        const owner = new pg.Client({ connectionString: url });
        await owner.connect();
        await expect(owner.query(statement)).rejects.toThrow(/refused|denied/);
        await owner.end();
      }
      await expect(system.database.query(statement)).rejects.toThrow(/refused|denied/);
    },
  );

  test('every table that is read can be made anew from the facts', async () => {
    const read = async () => {
      const tables: Record<string, unknown> = {};
      for (const table of [...derivedTables, 'thing', 'programme_clock'])
        tables[table] = (
          await system.database.query(`SELECT to_jsonb(t) - 'wake_seq' AS row FROM ${table} t ORDER BY to_jsonb(t)::text`)
        ).rows;
      return tables;
    };
    const before = await read();
    const { facts: followed } = await rebuild(system.at);
    expect(followed).toBeGreaterThan(5);
    expect(await read()).toEqual(before);
  });
});
