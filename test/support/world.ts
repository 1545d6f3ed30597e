import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commit } from '../../commit/commit.ts';
import { fulfil } from '../../commit/fulfil.ts';
import { derivedId } from '../../commit/home.ts';
import type { Outcome } from '../../commit/outcome.ts';
import type { ThingKind } from '../../domain/process/chart.ts';
import { deposit } from '../../workflows/activities/deposit.ts';
import { draftDocument } from '../../workflows/activities/draft-document.ts';
import { strikeClock } from '../../workflows/activities/strike-clock.ts';
import { tell } from '../../workflows/activities/tell.ts';
import { process } from '../../workflows/process.ts';
import { standInFiles } from './stand-in-files.ts';
import { freshSystem, type System } from './system.ts';

/** A command on its way to the one way in. */
export type Act = { by: string; kind: ThingKind; thing: string | null; command: string; input: unknown };

/** What waits on the other side of a file: a hash that no file has, the same for the same obligation. */
const standIn = (key: string): string => createHash('sha256').update(key).digest('hex');
type Known = { digest: string; file: string | null; signed: boolean };
const stampHoldsUntil = '2031-01-01T00:00:00.000Z';
const steps: Record<string, (key: string, known: Known) => { name: string; input: object }> = {
  preview: (key, { digest }) => ({ name: 'record-preview', input: { file: standIn(key), pages: 1, of: digest } }),
  render: (key) => ({ name: 'record-prepared', input: { file: standIn(key), digest: standIn(key) } }),
  'prepare-file': (key) => ({
    name: 'record-prepared',
    input: {
      file: standIn(key),
      digest: standIn(key),
      pending: { file: standIn(`${key}/pending`), from: 1, to: 2, digest: standIn(`${key}/digest`) },
    },
  }),
  'sign-file': (key) => ({ name: 'record-person-signed', input: { file: standIn(key), certificate: standIn('person') } }),
  'seal-file': (key) => ({ name: 'record-organisation-signed', input: { file: standIn(key), certificate: standIn('organisation') } }),
  'store-evidence': (key) => ({ name: 'record-evidence', input: { file: standIn(key) } }),
  'time-stamp-file': (key, { signed }) => ({
    name: signed ? 'record-signed' : 'record-rendering',
    input: { file: standIn(key), pages: 1, stampHoldsUntil },
  }),
  'renew-time-stamp': (key, { file }) => ({ name: 'record-renewal', input: { former: file, file: standIn(key), stampHoldsUntil } }),
};

/**
 * A system whose things live on their own: whatever a command owes is carried out at once by the same activities that workflows use, in its
 * order, without Temporal; pages and signatures are hashes of nothing. `before` is told of each person's command before it is given.
 */
export async function freshWorld({ now = '2022-01-10', before = async (_: Act): Promise<void> => undefined } = {}) {
  const system = await freshSystem(now);
  const { at, database } = system;
  const dataDir = mkdtempSync(join(tmpdir(), 'world-'));
  const files = standInFiles(database);
  const waker = { wake: () => undefined };
  const environment = { dataDir, publicUrl: 'http://127.0.0.1', samplePersons: true };
  const doers: Record<string, (key: string) => Promise<unknown>> = {
    tell: tell(at, waker),
    'draft-document': draftDocument({ committing: at, waker, environment }),
    notify: (key) => fulfil(at, key),
    distribute: (key) => fulfil(at, key),
    exchange: (key) => fulfil(at, key),
    deposit: deposit({ committing: at, files, trustAnchors: join(dataDir, 'trusted.pem') }),
    ...Object.fromEntries(Object.keys(steps).map((what) => [what, (key: string) => step(what, key)])),
  };

  async function step(what: string, key: string): Promise<void> {
    const thing = key.split('/', 1)[0] ?? '';
    const { rows } = await database.query<Known>(
      "SELECT data->>'digest' AS digest, data->>'file' AS file, data->'signer' <> 'null' AS signed FROM thing WHERE id = $1",
      [thing],
    );
    const { name, input } = steps[what]?.(key, rows[0] ?? { digest: '', file: null, signed: false }) ?? { name: '', input: {} };
    const outcome = await commit(at, { id: derivedId(key), kind: 'document', thing, name, input, actor: process, settles: key });
    if (outcome.refused) throw new Error(`${name} of ${thing}: ${outcome.refused.rule}`);
  }

  async function carryOutOwed(): Promise<void> {
    for (;;) {
      const { rows } = await database.query<{ key: string; what: string }>(
        'SELECT key, what FROM owed WHERE done_at IS NULL ORDER BY created_at, thing_id, seq, ordinal',
      );
      if (rows.length === 0) return;
      for (const { key, what } of rows) await doers[what]?.(key);
    }
  }

  /** Gives a command that must be accepted, and sees to what it owes. Throws with the rule that said no. */
  async function act(by: string, kind: ThingKind, thing: string | null, command: string, input: unknown = {}): Promise<Outcome> {
    if (by !== 'process') await before({ by, kind, thing, command, input });
    const outcome = await system.give(kind, thing, command, input, { by });
    if (outcome.refused) {
      const { rule, values } = outcome.refused;
      throw new Error(`${by} may not give ${command} to ${kind} ${thing} (${outcome.state}): ${rule} ${JSON.stringify(values)}`);
    }
    await carryOutOwed();
    return outcome;
  }

  /** Lets the programme's time go on to the morning of a day; clocks strike in their order on the way. */
  async function moveTo(day: string): Promise<void> {
    await act('administrator', 'clock', 'clock', 'move-clock', { to: day });
    for (;;) {
      const { rows } = await database.query<{ now: string; target: string; next: string | null }>(
        "SELECT now, target, (SELECT min(next_at) FROM clock WHERE next_at > c.now AND next_at <= c.target) AS next FROM programme_clock c WHERE id = 'clock'",
      );
      const clock = rows[0];
      if (!clock || clock.now === clock.target) return;
      await act('process', 'clock', 'clock', 'advance-clock', { now: clock.next ?? clock.target });
      await strikeDue();
    }
  }

  async function strikeDue(): Promise<void> {
    for (;;) {
      const { rows } = await database.query<{ thing: string; name: string; at: string }>(
        "SELECT thing_id AS thing, name, next_at AS at FROM clock JOIN programme_clock p ON p.id = 'clock' WHERE next_at <= p.now ORDER BY next_at, thing_id, name",
      );
      if (rows.length === 0) return;
      for (const { thing, name, at: due } of rows) await strikeClock(at)(thing, name, due);
      await carryOutOwed();
    }
  }

  async function stateOf(id: string): Promise<string> {
    const { rows } = await database.query<{ state: string }>('SELECT state FROM thing WHERE id = $1', [id]);
    return rows[0]?.state ?? 'unknown';
  }

  return {
    ...system,
    files,
    act,
    /** Sees to everything owed; several at once, as several workers would, do it once. */
    carryOutOwed,
    moveTo,
    stateOf,
    async close() {
      await system.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
export type World = System & Pick<Awaited<ReturnType<typeof freshWorld>>, 'act' | 'carryOutOwed' | 'moveTo' | 'stateOf'>;
