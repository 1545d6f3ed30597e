import type { Json } from '../command.ts';
import { guards } from './catalogue.ts';
import type { Chart, Named } from './chart.ts';
import { holderKeys, type People } from './permit.ts';

/** Whether a guard of the chart holds of a thing's data as it stands, whatever fact came last. */
export function holdsNow(guard: Named, data: unknown): boolean {
  const { type, params = {} } = typeof guard === 'string' ? { type: guard } : guard;
  return guards[type]?.({ data, fact: {}, params: params as Record<string, Json> }) ?? false;
}

/** For whom a thing in this state waits, as keys, each once. */
export function waitingFor(chart: Chart, state: string, people: People, data: unknown): string[] {
  const expected = (chart.states[state]?.waitsFor ?? []).filter(({ when }) => when === undefined || holdsNow(when, data));
  return [...new Set(holderKeys(expected, people))];
}
