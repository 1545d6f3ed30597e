import { replay } from '../../../commit/replay.ts';
import type { ClockView } from '../../../domain/process/clocks.ts';
import type { Scheme } from '../../../domain/scheme/state.ts';
import { dateOf, endOfDay } from '../../../domain/time/programme-day.ts';
import type { Caller } from '../../identity/caller.ts';
import type { Parts } from '../../parts.ts';
import { type ClockSeen, clockSeen } from '../../things/clock-view.ts';
import { type Data, kindOf } from '../../things/kinds.ts';
import { type KnownThing, knownThing } from '../../things/known-thing.ts';

/** What a page of a scheme needs to know of each of its facts without their content. */
export type FactHead = { seq: number; type: string; at: string; actor: string; role: string | null; state: string };
/**
 * A scheme as it is looked at: as it stands, or as it stood at the end of a day (`on`). `since`: its first day. `facts`: the heads of all
 * that had happened by then.
 */
export type OpenScheme = {
  thing: KnownThing;
  scheme: Scheme;
  clocks: ClockSeen[];
  facts: FactHead[];
  now: string;
  today: string;
  on: string | null;
  /** The day that is looked at: `on`, or today. */
  day: string;
  since: string;
};

/**
 * Opens a scheme for a reader. A day before it was begun shows it as of its first day, a day to come as it stands.
 * @throws ProblemError 404 if there is none that the caller may know of
 */
export async function openScheme(id: string, on: string | undefined, caller: Caller, parts: Parts): Promise<OpenScheme> {
  const [thing, now, rows] = await Promise.all([
    knownThing('scheme', id, caller, parts),
    parts.time.now(),
    parts.reader.fact.findMany({
      where: { thingId: id },
      select: { seq: true, type: true, at: true, actor: true, role: true, state: true },
      orderBy: { seq: 'asc' },
    }),
  ]);
  const facts = rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  const today = dateOf(now);
  const since = dateOf(facts[0]?.at ?? now);
  const base = { now, today, since };
  if (on === undefined || on >= today) {
    const clocks = await parts.reader.clock.findMany({ where: { thingId: id }, orderBy: [{ due: 'asc' }, { name: 'asc' }] });
    return {
      ...base,
      thing,
      scheme: thing.data as unknown as Scheme,
      clocks: clocks.map((row) => clockSeen(row, thing)),
      facts,
      on: null,
      day: today,
    };
  }
  const day = on < since ? since : on;
  const then = await asOf(thing, day, parts);
  return { ...base, ...then, scheme: then.thing.data as unknown as Scheme, facts: facts.slice(0, then.thing.seq), on: day, day };
}

/** The scheme as it stood at the end of a day: its facts up to then, followed again by the rules that a rebuild uses. */
async function asOf(thing: KnownThing, day: string, parts: Parts): Promise<{ thing: KnownThing; clocks: ClockSeen[] }> {
  const found = await parts.reader.fact.findMany({
    where: { thingId: thing.id, at: { lte: new Date(endOfDay(day)) } },
    orderBy: { seq: 'asc' },
  });
  const rows = found.map((row) => ({ ...row, data: row.data as Data, at: row.at.toISOString() }));
  const head = { id: thing.id, kind: thing.kind, pack: thing.pack.id, route: thing.route };
  const last = [...replay(parts.committing.packs, head, rows)].at(-1);
  if (!last) return { thing, clocks: [] };
  const { data, state, doers, clocks } = last.accepted;
  const people = { relations: kindOf('scheme').relations(data, thing.pack), roster: kindOf('scheme').roster?.(data) ?? {} };
  const then = { ...thing, data, state, doers, people, seq: rows.length, updatedAt: last.at };
  return {
    thing: then,
    clocks: clocks.map((view) => clockThen(view, then)).toSorted((a, b) => (a.due ?? '9').localeCompare(b.due ?? '9')),
  };
}

const clockThen = (
  { name, due, startedAt, pausedAt, leftWorkingDays, waitsFor, basis, certainty }: ClockView,
  { chart }: KnownThing,
): ClockSeen => ({
  name,
  title: chart.clocks?.[name]?.title ?? { vi: name, en: name },
  due,
  paused: pausedAt !== null,
  startedAt,
  leftWorkingDays,
  waitsFor,
  basis,
  certainty,
});
