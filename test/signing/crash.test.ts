import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { rebuild } from '../../commit/rebuild.ts';
import { openFiles } from '../../files/open-files.ts';
import { certificatesOf } from '../../workflows/activities/pdf/certificate.ts';
import { nothingTwice } from '../support/nothing-twice.ts';
import { draftedPaper } from '../support/papers.ts';
import { provenFields } from '../support/proven.ts';
import { type RunningSystem, runningSystem } from '../support/running.ts';
import { openCentralRound } from '../support/steps.ts';
import { derivedRows } from '../support/tables.ts';
import { preparedDecision, reached, recordOf, sign } from '../support/to-sign.ts';
import { gatedAuthority } from './gated-authority.ts';
import { renderProcess } from './render-process.ts';

/** What is under way when the worker dies, and the last fact before it: its type, and the how manieth of that type. */
type Death = readonly [step: string, after: string, nth?: number];

/** A system whose render worker is killed in the midst of each step that asks for a time-stamp, and what it leaves. */
function dying(deaths: readonly Death[]) {
  let on: RunningSystem;
  let gate: Awaited<ReturnType<typeof gatedAuthority>>;
  let worker: ReturnType<typeof renderProcess>;
  const died: string[] = [];

  /** Lets whoever waits through until the step is taken down; a worker that is slow may ask more than once. */
  async function takenDown(id: string, fact: string, nth: number): Promise<void> {
    const text = 'SELECT 1 FROM fact WHERE thing_id = $1 AND type = $2 OFFSET $3';
    for (const end = Date.now() + 120_000; (await on.database.query(text, [id, fact, nth - 1])).rows.length === 0; await pause(20)) {
      if (Date.now() > end) throw new Error(`Waited in vain for ${fact}.`);
      gate.letThrough();
    }
  }

  return {
    get on() {
      return on;
    },
    get gate() {
      return gate;
    },
    get worker() {
      return worker;
    },
    died,
    async start(): Promise<void> {
      gate = await gatedAuthority(inject('authority').TSA_URL ?? '');
      on = await runningSystem();
      worker = renderProcess(on.environment, { ...inject('authority'), TSA_URL: gate.url });
      await openCentralRound(on);
    },
    /** Kills the worker in every step of signing this document. */
    async dieInEveryStep(id: string): Promise<void> {
      for (const [step, after, nth = 1] of deaths) {
        await takenDown(id, after, nth);
        await gate.somebodyWaits();
        await worker.dies();
        died.push(step);
        gate.letThrough();
      }
      gate.open();
    },
    async stop(): Promise<void> {
      await worker?.stop();
      await on?.close();
      await gate?.close();
    },
    /** How many facts of each step there are, in the order of their first. */
    async steps(id: string): Promise<[type: string, count: number][]> {
      const { rows } = await on.database.query<{ type: string; count: number }>(
        "SELECT type, count(*)::int FROM fact WHERE thing_id = $1 AND type ~ '(begun|prepared|given|signed|stored|rendered)$' GROUP BY type ORDER BY min(seq)",
        [id],
      );
      return rows.map(({ type, count }) => [type, count]);
    },
    /** The fields of its file that prove all that they ought to, and how many signatures stand in it. */
    async signed(id: string): Promise<{ fields: string[]; signatures: number }> {
      const file = await openFiles(on.environment).get((await recordOf(on, id)).file ?? '');
      const roots = certificatesOf(readFileSync(inject('authority').TRUST_ANCHORS ?? '', 'utf8'));
      return { fields: provenFields(file, roots), signatures: file.toString('latin1').match(/\/ByteRange \[0 /g)?.length ?? 0 };
    },
  };
}

const ofDecision = [
  ['the person’s signature', 'signature-given'],
  ['the organisation’s signature', 'person-signed'],
  ['the evidence', 'organisation-signed'],
  ['the time-stamp', 'evidence-stored'],
] as const;

describe('a worker that dies in the midst of every step of signing', () => {
  const system = dying(ofDecision);
  let id: string;

  beforeAll(async () => {
    await system.start();
    const { on, gate, worker } = system;
    const preparing = preparedDecision(on);
    await on.until('the signature is begun', "SELECT 1 FROM fact WHERE type = 'signature-begun'", [], 60_000);
    await worker.dies();
    id = await preparing;
    gate.shut();
    await sign(on, id);
    await system.dieInEveryStep(id);
    await reached(on, id, 'signed', 120_000);
  }, 300_000);
  afterAll(() => system.stop());

  test('dies as often as there are steps', () => {
    expect(system.died).toEqual(ofDecision.map(([step]) => step));
  });

  test('leaves one fact for each step', async () => {
    expect(await system.steps(id)).toEqual(
      ['signature-begun', 'file-prepared', 'signature-given', 'person-signed', 'organisation-signed', 'evidence-stored', 'file-signed'].map(
        (type) => [type, 1],
      ),
    );
  });

  test('leaves one document with one number, signed once by each', async () => {
    const { rows } = await system.on.database.query("SELECT number FROM register_entry WHERE document_id = $1 AND series = 'QĐ'", [id]);
    expect(rows).toHaveLength(1);
    expect(await system.signed(id)).toEqual({ fields: ['ChuKy', 'ConDau', 'DauThoiGian'], signatures: 3 });
  });

  test.each(nothingTwice)('leaves %s', async (_, text) => {
    expect((await system.on.database.query(text)).rows).toEqual([]);
  });

  test('leaves tables that are the same when made anew from the facts', { timeout: 180_000 }, async () => {
    const { on } = system;
    // Letters and papers that follow are out too: tables that are compared must stand still.
    await on.untilNothingOwed();
    const before = await derivedRows(on);
    await rebuild(on.at);
    expect(await derivedRows(on)).toEqual(before);
  });
});

const ofContract = [
  ['side A’s signature', 'file-prepared'],
  ['side B’s signature', 'person-signed'],
  ['side A’s seal', 'person-signed', 2],
  ['side B’s seal', 'organisation-signed'],
  ['the evidence', 'organisation-signed', 2],
  ['the time-stamp', 'evidence-stored'],
] as const;

describe('a worker that dies in the midst of every step of a contract of two persons and two seals', () => {
  const system = dying(ofContract);
  let id: string;

  beforeAll(async () => {
    await system.start();
    system.gate.shut();
    id = await draftedPaper(system.on, 'contract', ['agency-head', 'host-head.vecom']);
    await system.dieInEveryStep(id);
    await reached(system.on, id, 'issued', 120_000);
    await system.on.untilNothingOwed();
  }, 300_000);
  afterAll(() => system.stop());

  test('dies as often as there are steps', () => {
    expect(system.died).toEqual(ofContract.map(([step]) => step));
  });

  test('leaves one fact for each step', async () => {
    expect(await system.steps(id)).toEqual([
      ['file-prepared', 1],
      ['person-signed', 2],
      ['organisation-signed', 2],
      ['evidence-stored', 1],
      ['file-rendered', 1],
    ]);
  });

  test('leaves one file, signed once by each', async () => {
    expect(await system.signed(id)).toEqual({ fields: ['ChuKyA', 'ChuKyB', 'ConDauA', 'ConDauB', 'DauThoiGian'], signatures: 5 });
  });

  test('leaves tables that are the same when made anew from the facts', { timeout: 180_000 }, async () => {
    const { on } = system;
    // Letters and papers that follow are out too: tables that are compared must stand still.
    await on.untilNothingOwed();
    const before = await derivedRows(on);
    await rebuild(on.at);
    expect(await derivedRows(on)).toEqual(before);
  });
});
