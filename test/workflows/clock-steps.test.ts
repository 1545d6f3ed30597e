import { MockActivityEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fulfil } from '../../commit/fulfil.ts';
import { stepClock } from '../../workflows/activities/step-clock.ts';
import { strikeClock } from '../../workflows/activities/strike-clock.ts';
import { centralRound, openCentralRound } from '../support/steps.ts';
import { freshSystem, type System } from '../support/system.ts';

describe('a step of the rehearsal’s clock', () => {
  let on: System;
  beforeAll(async () => {
    on = await freshSystem('2022-03-01');
    await openCentralRound(on);
    await settleAccounts();
  });
  afterAll(() => on.close());

  const settleAccounts = async () => {
    const { rows } = await on.database.query<{ key: string }>('SELECT key FROM owed WHERE done_at IS NULL');
    for (const { key } of rows) await fulfil(on.at, key);
  };
  const dueClocks = async () =>
    (
      await on.database.query<{ thing: string; name: string; at: string }>(
        "SELECT thing_id AS thing, name, next_at AS at FROM clock WHERE next_at <= (SELECT now FROM programme_clock WHERE id = 'clock')",
      )
    ).rows;
  const step = (wake: () => void) => new MockActivityEnvironment().run(stepClock(on.at, { wake }));

  test('wakes again whom a lost wake missed, and goes no further before that', async () => {
    await on.give('clock', 'clock', 'move-clock', { to: '2022-04-05' }, { by: 'administrator' });
    let wakes = 0;
    const strikeAll = async () => {
      for (const { thing, name, at } of await dueClocks()) await strikeClock(on.at)(thing, name, at);
      await settleAccounts();
    };
    const stepped = await step(() => {
      wakes += 1;
      if (wakes > 1) void strikeAll();
    });
    expect(stepped).toBe('moving');
    expect(wakes).toBeGreaterThan(1);
    expect(await dueClocks()).toEqual([]);
  });

  test('struck twice at once is struck once, and a stage that is not due yet is left alone', async () => {
    const { rows } = await on.database.query<{ at: string }>("SELECT next_at AS at FROM clock WHERE thing_id = $1 AND name = 'closing'", [
      centralRound,
    ]);
    const strike = strikeClock(on.at);
    const struck = async () =>
      (await on.database.query("SELECT 1 FROM command WHERE name = 'strike-clock' AND thing_id = $1", [centralRound])).rowCount;
    const before = await struck();
    await strike(centralRound, 'closing', rows[0]?.at ?? '');
    expect(await struck()).toBe(before);

    await on.give('clock', 'clock', 'advance-clock', { now: rows[0]?.at }, { by: 'process' });
    await Promise.all([1, 2, 3].map(() => strike(centralRound, 'closing', rows[0]?.at ?? '')));
    expect(await struck()).toBe((before ?? 0) + 1);
  });
});
