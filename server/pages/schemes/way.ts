import type { Chart, Title } from '../../../domain/process/chart.ts';
import { dateOf } from '../../../domain/time/programme-day.ts';
import type { FactHead } from './open-scheme.ts';

/** One station on a scheme's way. `asides`: where it went from there and came back, or stands now. Days ISO. */
export type Station = {
  name: string;
  title: Title;
  place: 'past' | 'here' | 'ahead';
  /** Off the usual way: a supplement, a suspension, an end before the time. */
  aside: boolean;
  on: string | null;
  asides: { title: Title; on: string }[];
};

type Visit = { state: string; on: string };

/**
 * The way of a scheme as a line: what it has passed, where it stands, and what comes when nothing comes in between, by the chart's own
 * `way`. Steps of the way that were left out are not drawn; what lies beside the way hangs at the station from which it was entered.
 */
export function wayOf(chart: Chart, state: string, facts: readonly FactHead[], leftOut: readonly string[] = []): Station[] {
  const way = (chart.way ?? []).filter((name) => !leftOut.includes(name) || facts.some((fact) => fact.state === name));
  const visits = visitsOf(facts);
  const titleOf = (name: string): Title => chart.states[name]?.title ?? { vi: name, en: name };
  const lastOn = (name: string): string | null => visits.findLast((visit) => visit.state === name)?.on ?? null;
  const isOn = way.includes(state);
  const reached = isOn ? state : (visits.findLast((visit) => way.includes(visit.state))?.state ?? way[0]);
  const at = way.indexOf(reached ?? '');
  const asides = asidesOf(visits, way);
  const station = (name: string, place: Station['place']): Station => ({
    name,
    title: titleOf(name),
    place,
    aside: !way.includes(name),
    on: place === 'ahead' ? null : lastOn(name),
    asides:
      place === 'ahead'
        ? []
        : (asides.get(name) ?? []).filter((one) => one.state !== state).map(({ state: of, on }) => ({ title: titleOf(of), on })),
  });
  const past = way.slice(0, at + (isOn ? 0 : 1)).filter((name) => lastOn(name) !== null);
  const from = isOn ? at + 1 : chart.states[state]?.final ? way.length : Math.max(at + 1, rejoinedAt(chart, state, way));
  return [...past.map((name) => station(name, 'past')), station(state, 'here'), ...way.slice(from).map((name) => station(name, 'ahead'))];
}

/** The states in their order, each time one was entered. */
function visitsOf(facts: readonly FactHead[]): Visit[] {
  return facts.filter((fact, i) => fact.state !== facts[i - 1]?.state).map(({ state, at }) => ({ state, on: dateOf(at) }));
}

/** By the station of the way before them: the states beside the way, each once. */
function asidesOf(visits: readonly Visit[], way: readonly string[]): Map<string, Visit[]> {
  const found = new Map<string, Visit[]>();
  let before = way[0] ?? '';
  for (const visit of visits) {
    if (way.includes(visit.state)) before = visit.state;
    else if (![...found.values()].flat().some(({ state }) => state === visit.state))
      found.set(before, [...(found.get(before) ?? []), visit]);
  }
  return found;
}

/** Where a state beside the way leads back to it, by the fewest steps; of several the earliest. */
function rejoinedAt(chart: Chart, state: string, way: readonly string[]): number {
  const seen = new Set([state]);
  let edge = [state];
  while (edge.length > 0) {
    const next = [...new Set(edge.flatMap((name) => targetsOf(chart, name)))].filter((name) => !seen.has(name));
    const joined = next.map((name) => way.indexOf(name)).filter((index) => index >= 0);
    if (joined.length > 0) return Math.min(...joined);
    for (const name of next) seen.add(name);
    edge = next;
  }
  return way.length;
}

/** The states to which a state may lead, each once. */
export function targetsOf(chart: Chart, state: string): string[] {
  const targets = Object.values(chart.states[state]?.on ?? {}).flatMap((to) =>
    typeof to === 'string' ? [to] : [to].flat().flatMap(({ target }) => target ?? []),
  );
  return [...new Set(targets)].filter((name) => name !== state);
}
