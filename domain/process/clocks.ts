import type { Ground } from '../command.ts';
import { lawValue } from '../regulation/law-value.ts';
import type { RegulationPack } from '../regulation/pack.ts';
import { addDays, nextDayOfMonth, nextDayOfYear } from '../time/dates.ts';
import { dateOf, endOfDay } from '../time/programme-day.ts';
import { addWorkingDays, workingDaysBetween } from '../time/working-days.ts';
import type { Chart, ChartClock } from './chart.ts';
import type { People } from './permit.ts';
import { holdsNow, waitingFor } from './waiting.ts';

/** What a clock does next: remind those it waits for, or end. Instants of the programme's time. */
export type ClockStage = { at: string; what: 'remind' | 'end' };
/** A durable clock as it stands. `due` is null while it is paused; then `leftWorkingDays` says how much remains. */
export type ClockView = {
  name: string;
  due: string | null;
  startedAt: string;
  pausedAt: string | null;
  stages: ClockStage[];
  leftWorkingDays: number | null;
  waitsFor: string[];
  basis: string;
  certainty: Ground['certainty'];
};

type Setting = { chart: Chart; pack: RegulationPack; now: string; people: People; state: string; data: unknown };

function at(data: unknown, path: string): unknown {
  let here = data;
  for (const step of path.split('.'))
    here = typeof here === 'object' && here !== null ? (here as Record<string, unknown>)[step] : undefined;
  return here;
}

/** When the clock runs out, started now, and by which rule; null if the thing has no such date. */
function dueOf(clock: ChartClock, { pack, now, data }: Setting): { due: string; ground: Ground } | null {
  const today = dateOf(now);
  const runs = clock.runs;
  const lawOf = (key: string) => lawValue(pack, key, { on: today, province: provinceOf(data) });
  if ('workingDays' in runs) {
    const limit = lawOf(runs.workingDays);
    return { due: endOfDay(addWorkingDays(pack.calendar, today, Number(limit.value))), ground: limit };
  }
  if ('calendarDays' in runs) {
    const limit = lawOf(runs.calendarDays);
    const from = runs.after === undefined ? today : at(data, runs.after);
    return typeof from === 'string' ? { due: endOfDay(addDays(from, Number(limit.value))), ground: limit } : null;
  }
  if ('monthlyOn' in runs) {
    const limit = lawOf(runs.monthlyOn);
    const from = [addDays(today, 1), afterMonth(runs.done === undefined ? null : at(data, runs.done))].toSorted().at(-1) ?? today;
    return { due: endOfDay(nextDayOfMonth(from, Number(limit.value))), ground: limit };
  }
  if ('yearlyOn' in runs) {
    const limit = lawOf(runs.yearlyOn);
    return { due: endOfDay(nextDayOfYear(addDays(today, 1), String(limit.value))), ground: limit };
  }
  const found = at(data, runs.at);
  if (typeof found !== 'string') return null;
  const due = found.length === 10 ? endOfDay(found) : found;
  return { due, ground: runs.limit ? lawOf(runs.limit) : { basis: pack.title.vi, certainty: 'seed' } };
}

/** The province whose own dates hold for a thing: where the money is the province's; a call for central money has one date for all. */
function provinceOf(data: unknown): string | null {
  const province = at(data, 'route') === 'local' ? at(data, 'provinceId') : null;
  return typeof province === 'string' ? province : null;
}

/** The first day after a month such as 2022-05; '' if none is given. */
const afterMonth = (month: unknown): string => (typeof month === 'string' ? addDays(nextDayOfMonth(`${month}-01`, 31), 1) : '');

function stagesOf(clock: ChartClock, due: string, now: string, pack: RegulationPack): ClockStage[] {
  const day = dateOf(due);
  const reminders = (clock.remind ?? [])
    .map((before) => ({ at: endOfDay(dayBefore(day, before, pack)), what: 'remind' as const }))
    .filter((stage) => stage.at > now && stage.at < due)
    .toSorted((a, b) => (a.at < b.at ? -1 : 1));
  return [...reminders, { at: due, what: 'end' }];
}

function dayBefore(day: string, before: number | string, pack: RegulationPack): string {
  if (typeof before === 'number') return addWorkingDays(pack.calendar, day, -before);
  return addDays(day, -Number(lawValue(pack, before, { on: day }).value));
}

const waitsFor = ({ chart, state, people, data }: Setting): string[] => waitingFor(chart, state, people, data);

function start(name: string, clock: ChartClock, setting: Setting): ClockView | null {
  const found = dueOf(clock, setting);
  if (!found) return null;
  return {
    name,
    due: found.due,
    startedAt: setting.now,
    pausedAt: null,
    stages: stagesOf(clock, found.due, setting.now, setting.pack),
    leftWorkingDays: null,
    waitsFor: waitsFor(setting),
    basis: found.ground.basis,
    certainty: found.ground.certainty,
  };
}

function pause(running: ClockView, { pack, now }: Setting): ClockView {
  if (running.due === null) return running;
  const left = Math.max(0, workingDaysBetween(pack.calendar, dateOf(now), dateOf(running.due)));
  return { ...running, due: null, pausedAt: now, stages: [], leftWorkingDays: left };
}

function resume(paused: ClockView, clock: ChartClock, setting: Setting): ClockView {
  if (paused.due !== null) return { ...paused, waitsFor: waitsFor(setting) };
  const due = endOfDay(addWorkingDays(setting.pack.calendar, dateOf(setting.now), paused.leftWorkingDays ?? 0));
  return {
    ...paused,
    due,
    pausedAt: null,
    leftWorkingDays: null,
    stages: stagesOf(clock, due, setting.now, setting.pack),
    waitsFor: waitsFor(setting),
  };
}

/**
 * The clocks of a thing after facts have been taken down: those of the new state run, those of the old one are forgotten or
 * paused, those that a fact sets anew begin again.
 */
export function keepClocks(before: ClockView[], factTypes: string[], setting: Setting): ClockView[] {
  const after: ClockView[] = [];
  for (const [name, clock] of Object.entries(setting.chart.clocks ?? {})) {
    const known = before.find((c) => c.name === name);
    const running = clock.in.includes(setting.state) && (clock.while === undefined || holdsNow(clock.while, setting.data));
    const paused = clock.pausedIn?.includes(setting.state) ?? false;
    if (!running && !paused) continue;
    const restart = clock.restartOn?.some((type) => factTypes.includes(type)) ?? false;
    let view: ClockView | null;
    if (!known || restart) view = running ? start(name, clock, setting) : null;
    else view = paused ? pause(known, setting) : resume(known, clock, setting);
    if (view) after.push(view);
  }
  return after;
}

/** The clock after its next stage has come: the reminder is spent, or it begins again, or it stands at its end. */
export function afterStage(view: ClockView, clock: ChartClock, setting: Setting): ClockView {
  const [stage, ...rest] = view.stages;
  if (stage?.what === 'end' && clock.repeats) return start(view.name, clock, setting) ?? { ...view, stages: [] };
  return { ...view, stages: rest };
}
