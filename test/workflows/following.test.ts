import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { startReconciliation } from '../../workflows/reconcile.ts';
import { openTemporal } from '../../workflows/temporal.ts';
import { workflowId } from '../../workflows/things.ts';
import { type RunningSystem, runningSystem } from '../support/running.ts';
import { centralRound, draftByVecom, openCentralRound, submitByVecom } from '../support/steps.ts';

const clockOf = 'SELECT due, paused_at, plan FROM clock WHERE thing_id = $1 AND name = $2';

describe('what happens next', () => {
  let on: RunningSystem;
  beforeAll(async () => {
    on = await runningSystem({ renders: true });
    await openCentralRound(on);
  });
  afterAll(() => on.close());

  const documentsOf = async (id: string) =>
    (
      await on.database.query<{ type: string; state: string; number: number | null; file: string | null }>(
        'SELECT type, state, number, file FROM document WHERE $1 = ANY(subjects) ORDER BY type',
        [id],
      )
    ).rows;

  test('a submitted scheme gets its receipt, and intake begins with its issue', async () => {
    const id = await submitByVecom(on);
    await on.until('intake', "SELECT 1 FROM thing WHERE id = $1 AND state = 'in-intake'", [id]);
    expect(await documentsOf(id)).toMatchObject([
      { type: 'receipt', state: 'issued', number: expect.any(Number), file: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
    const letters = await on.database.query('SELECT person_id FROM letter WHERE thing_id = $1', [id]);
    expect(letters.rows.map((l) => l.person_id)).toContain('agency-officer');
  });

  test('Temporal’s own lists know where it stands and what is next due', async () => {
    const id = await submitByVecom(on);
    await on.untilNothingOwed();
    const { next } = await on.until<{ next: string }>('a clock runs', 'SELECT min(next_at) AS next FROM clock WHERE thing_id = $1', [id]);
    const { client, close } = openTemporal(on.environment);
    const shown = async () => (await client.workflow.getHandle(`scheme/${id}`).describe()).searchAttributes;
    await vi.waitFor(async () => expect(await shown()).toMatchObject({ Stage: ['in-intake'], NextDue: [new Date(next)] }), 5_000);
    await on.give('scheme', id, 'withdraw', { reason: 'Đã có nguồn khác.' }, { by: 'host-head.vecom' });
    await vi.waitFor(async () => expect((await shown()).Stage).toEqual(['withdrawn']), 5_000);
    expect((await shown()).NextDue ?? []).toEqual([]);
    await close();
  });

  test('what was never woken, as the server died in between, is found by the relay', async () => {
    const id = await draftByVecom({ give: on.giveUnheard });
    await on.giveUnheard('scheme', id, 'submit', {}, { by: 'host-head.vecom' });
    await on.until('intake', "SELECT 1 FROM thing WHERE id = $1 AND state = 'in-intake'", [id]);
  });

  test('people go on while Temporal is away; what is owed is done once it is back', async () => {
    await on.temporal.kill();
    const id = await submitByVecom(on);
    expect(await on.give('scheme', id, 'accept-file', {}, { by: 'agency-officer' })).toMatchObject({ status: 200, state: 'eligible' });
    await on.temporal.start();
    await on.untilNothingOwed();
    expect(await documentsOf(id)).toMatchObject([{ type: 'receipt', state: 'issued' }]);
  });

  test('a case that Temporal has lost is started anew from PostgreSQL', async () => {
    const id = await submitByVecom(on);
    await on.untilNothingOwed();
    await on.temporal.kill();
    await on.temporal.startEmpty();
    expect(await on.rehydrate()).toContain(`scheme/${id}`);
    await on.give(
      'scheme',
      id,
      'request-supplement',
      { sections: ['need'], reason: 'Nêu rõ nhu cầu.', until: '2022-01-20' },
      { by: 'agency-officer' },
    );
    await on.until(
      'the request is issued',
      "SELECT 1 FROM document WHERE $1 = ANY(subjects) AND type = 'supplement-request' AND state = 'issued'",
      [id],
    );
  });

  test('all cases that Temporal has lost while the worker ran are started anew by themselves', async () => {
    const id = await submitByVecom(on);
    await on.untilNothingOwed();
    const reconciliation = startReconciliation(on.at, on.environment, on.waker);
    const { client, close } = openTemporal(on.environment);
    try {
      await on.temporal.kill();
      await on.temporal.startEmpty();
      for (const lost of [`scheme/${id}`, workflowId('round', centralRound), 'clock/clock'])
        await vi.waitFor(async () => expect((await client.workflow.getHandle(lost).describe()).status.name).toBe('RUNNING'), {
          timeout: 20_000,
          interval: 200,
        });
    } finally {
      reconciliation.stop();
      await close();
    }
  });

  test('a clock that stood while the file was with its host goes on with the working days that were left', async () => {
    const id = await submitByVecom(on);
    await on.untilNothingOwed();
    // Fifteen working days from Monday 10 January, over Tết (31 January to 4 February 2022).
    const begun = await on.until('the intake clock runs', clockOf, [id, 'intake']);
    expect(begun).toMatchObject({ due: '2022-02-07T16:59:59.999Z', paused_at: null });
    await on.moveTo('2022-01-17');
    const request = { sections: ['need'], reason: 'Nêu rõ nhu cầu.', until: '2022-01-21' };
    await on.give('scheme', id, 'request-supplement', request, { by: 'agency-officer' });
    const stands = await on.until('the intake clock stands', clockOf, [id, 'intake']);
    expect(stands).toMatchObject({ due: null, plan: { stages: [], leftWorkingDays: 10 } });
    await on.moveTo('2022-01-20');
    await on.give('scheme', id, 'supplement', { proposal: { need: 'Nhu cầu đã nêu rõ.' } }, { by: 'host-head.vecom' });
    expect(await on.until('the intake clock runs again', clockOf, [id, 'intake'])).toMatchObject({ due: '2022-02-10T16:59:59.999Z' });
    await on.moveTo('2022-02-11');
    const fired = await on.database.query("SELECT type, at FROM fact WHERE thing_id = $1 AND data->>'clock' = 'intake' ORDER BY seq", [id]);
    expect(fired.rows).toEqual([
      { type: 'clock-reminded', at: '2022-01-27T16:59:59.999Z' },
      { type: 'clock-reminded', at: '2022-02-09T16:59:59.999Z' },
      { type: 'clock-ran-out', at: '2022-02-10T16:59:59.999Z' },
    ]);
  });

  test('a moved clock fires every clock in its order, each at its own time', async () => {
    const late = await draftByVecom(on);
    await on.untilNothingOwed();
    await on.moveTo('2022-07-05');
    expect(await on.stateOf(centralRound)).toBe('closed');
    expect(await on.stateOf(late)).toBe('late');
    const fired = await on.database.query<{ at: string; due: string }>(
      `SELECT at, data->>'due' AS due FROM fact WHERE type = 'clock-ran-out' ORDER BY recorded_at`,
    );
    expect(fired.rows.length).toBeGreaterThanOrEqual(2);
    expect(fired.rows.every(({ at, due }) => at === due)).toBe(true);
    expect(fired.rows.map((f) => f.at)).toEqual(fired.rows.map((f) => f.at).toSorted());
  }, 90_000);
});
