import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { derivedId } from '../../commit/home.ts';
import { mailSink } from '../support/mail-sink.ts';
import { nothingTwice } from '../support/nothing-twice.ts';
import { type RunningSystem, runningSystem } from '../support/running.ts';
import { centralRound, openCentralRound, submitByVecom } from '../support/steps.ts';

describe('two workers of each kind at once', () => {
  let on: RunningSystem;
  let sink: Awaited<ReturnType<typeof mailSink>>;
  beforeAll(async () => {
    sink = await mailSink();
    on = await runningSystem({ workers: 2, renders: true, smtpUrl: sink.url });
    await on.startRendering();
    await openCentralRound(on);
    const schemes = await Promise.all([1, 2, 3, 4].map(() => submitByVecom(on)));
    // Whoever wakes again and again asks for the same to be done.
    for (let n = 0; n < 5; n += 1) for (const id of schemes) on.waker.wake('scheme', id, 1);
    await on.untilNothingOwed();
    await on.moveTo('2022-04-05');
    await on.untilNothingOwed();
  });
  afterAll(async () => {
    await on.close();
    await sink.close();
  });

  test('do everything', async () => {
    const { rows } = await on.database.query("SELECT state FROM document WHERE type = 'receipt'");
    expect(rows).toEqual([1, 2, 3, 4].map(() => ({ state: 'issued' })));
    expect(await on.stateOf(centralRound)).toBe('closed');
  });

  test.each(nothingTwice)('make %s', async (_, text) => {
    expect((await on.database.query(text)).rows).toEqual([]);
  });

  test('write a letter for each person of each obligation, and send it once', async () => {
    const letters = await on.database.query<{ id: string }>('SELECT id FROM letter ORDER BY id');
    const owed = await on.database.query<{ key: string }>("SELECT key FROM owed WHERE what IN ('notify', 'distribute')");
    const persons = await on.database.query<{ id: string }>('SELECT id FROM person');
    const expected = new Set(owed.rows.flatMap(({ key }) => persons.rows.map(({ id }) => derivedId(`${key}/${id}`))));
    const ids = letters.rows.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(8);
    expect(ids.filter((id) => !expected.has(id))).toEqual([]);
    expect(sink.received.map(({ messageId }) => messageId).toSorted()).toEqual(ids.map((id) => `<${id}@de-an>`));
  });
});
