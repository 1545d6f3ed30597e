import type { WorkflowClient } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTemporal } from '../../workflows/temporal.ts';
import { workflowId } from '../../workflows/things.ts';
import { completeProposal } from '../support/proposals.ts';
import { type RunningSystem, runningSystem } from '../support/running.ts';

const programme = '645-2021-2025';
const soon = (ms: number) => new Date(Date.now() + ms).toISOString();

describe('in real time, with no render worker at first', () => {
  let on: RunningSystem;
  let temporal: ReturnType<typeof openTemporal>;
  let workflows: WorkflowClient;
  beforeAll(async () => {
    // A run that Temporal calls long after some turns.
    on = await runningSystem({ now: null, temporalSettings: { 'limit.historyCount.suggestContinueAsNew': 60 } });
    temporal = openTemporal(on.environment);
    workflows = temporal.client.workflow;
  });
  afterAll(async () => {
    await temporal.close();
    await on.close();
  });

  async function openRound(year: number, closesAt: string): Promise<string> {
    const input = { programme, year, route: 'central', closesAt, ceilings: [{ source: 'programme', ceilingDong: 1_000_000_000 }] };
    return accepted(await on.give('round', null, 'open-round', input, { by: 'agency-head' }));
  }
  async function draft(roundId: string, year: number): Promise<string> {
    const { schedule = [], lines = [], ...proposal } = completeProposal();
    const moved = {
      ...proposal,
      schedule: schedule.map((step) => ({ ...step, from: `${year}-06-01`, to: `${year}-10-31` })),
      lines: lines.map((line) => ({ ...line, year })),
    };
    return accepted(await on.give('scheme', null, 'draft-scheme', { roundId, proposal: moved }, { by: 'host-drafter.vecom' }));
  }
  function accepted({ id, refused }: Awaited<ReturnType<RunningSystem['give']>>): string {
    expect(refused).toBeNull();
    return id;
  }
  const reached = (id: string, state: string) =>
    on.until(`${id} is ${state}`, 'SELECT 1 FROM thing WHERE id = $1 AND state = $2', [id, state]);
  const timersOf = async (id: string) =>
    (await workflows.getHandle(workflowId('round', id)).fetchHistory()).events?.filter((event) => event.timerFiredEventAttributes).length;

  test('a clock fires by a timer of Temporal, at its moment', async () => {
    const closesAt = soon(1_500);
    const id = await openRound(2024, closesAt);
    await reached(id, 'closed');
    const { rows } = await on.database.query<{ at: string }>("SELECT at FROM fact WHERE thing_id = $1 AND type = 'round-closed'", [id]);
    expect(Date.parse(rows[0]?.at ?? '') - Date.parse(closesAt)).toBeGreaterThanOrEqual(0);
    expect(await timersOf(id)).toBe(1);
  });

  test('what cannot be done yet holds up neither clocks nor what is told to others', async () => {
    const round = await openRound(2022, soon(60_000));
    const [inDraft, submitted] = [await draft(round, 2022), await draft(round, 2022)];
    accepted(await on.give('scheme', submitted, 'submit', {}, { by: 'host-head.vecom' }));
    await on.until('its receipt waits to be rendered', "SELECT 1 FROM owed WHERE what = 'render' AND done_at IS NULL");

    const other = await openRound(2025, soon(1_500));
    const later = { to: soon(3 * 24 * 3_600_000).slice(0, 10), reason: 'Nhiều địa phương đề nghị.' };
    accepted(await on.give('round', round, 'extend-round', later, { by: 'agency-head' }));
    await on.until('the draft hears of it', "SELECT 1 FROM fact WHERE thing_id = $1 AND type = 'deadline-moved'", [inDraft]);
    await reached(other, 'closed');
    await on.until('letters about it', 'SELECT 1 FROM letter WHERE thing_id = $1', [round]);
    expect(await on.stateOf(submitted)).toBe('submitted');
  });

  test('a long life goes on in a fresh run: nothing is lost, clocks are armed again', async () => {
    const round = await openRound(2023, soon(6_000));
    const scheme = await draft(round, 2023);
    accepted(await on.give('scheme', scheme, 'submit', {}, { by: 'host-head.vecom' }));
    const receipt = await on.until<{ id: string }>('its receipt', "SELECT id FROM document WHERE scheme_id = $1 AND type = 'receipt'", [
      scheme,
    ]);
    const lives = [
      { kind: 'round', id: round },
      { kind: 'scheme', id: scheme },
      { kind: 'document', id: receipt.id },
    ] as const;
    // A run that is just ending takes no wake; the relay would come back to it.
    const wakeAll = () => Promise.allSettled(lives.map(({ kind, id }) => on.waker.wakeNow(kind, id, 1)));
    const runs = () => Promise.all(lives.map(async ({ kind, id }) => (await workflows.getHandle(workflowId(kind, id)).describe()).runId));
    await wakeAll();
    const firstRuns = await runs();
    // Wakes coalesce, so that it is not their number that makes a run long.
    const stillInTheFirst = async () => (await runs()).filter((run) => firstRuns.includes(run));
    for (let n = 0; n < 300 && (await stillInTheFirst()).length > 0; n += 1) await wakeAll();
    expect(await stillInTheFirst()).toEqual([]);
    await reached(round, 'closed');
    expect(await on.stateOf(scheme)).toBe('submitted');

    await on.startRendering();
    await reached(scheme, 'in-intake');
    await on.untilNothingOwed();
    const { rows } = await on.database.query("SELECT type FROM fact WHERE thing_id = $1 AND type = 'file-rendered'", [receipt.id]);
    expect(rows).toHaveLength(1);
  });
});
