import { setup, transition } from 'xstate';
import type { FactBase, Json } from '../command.ts';
import { guards } from './catalogue.ts';
import type { Chart } from './chart.ts';

type Context = { data: unknown };
type EffectNamed = { type: string; params: Record<string, Json> };

type Machine = ReturnType<typeof build>;
const machines = new WeakMap<Chart, Machine>();

/** The chart as an XState machine. Built once per chart; nothing of it runs by itself. */
export function machineOf(chart: Chart): Machine {
  const known = machines.get(chart);
  if (known) return known;
  const machine = build(chart);
  machines.set(chart, machine);
  return machine;
}

function build(chart: Chart) {
  const effectNames = new Set<string>();
  const note = (named: unknown) => effectNames.add(typeof named === 'string' ? named : (named as { type: string }).type);
  for (const state of Object.values(chart.states)) {
    state.entry?.forEach(note);
    for (const to of Object.values(state.on ?? {})) {
      if (typeof to === 'string') continue;
      for (const target of Array.isArray(to) ? to : [to]) target.actions?.forEach(note);
    }
  }
  return setup({
    types: {} as { context: Context; events: FactBase },
    guards: Object.fromEntries(
      Object.entries(guards).map(([name, holds]) => [
        name,
        ({ context, event }: { context: Context; event: FactBase }, params: unknown) =>
          holds({ data: context.data, fact: event as Record<string, unknown>, params: (params ?? {}) as Record<string, Json> }),
      ]),
    ),
    actions: Object.fromEntries([...effectNames].map((name) => [name, () => undefined])),
  }).createMachine({
    id: 'chart',
    context: { data: null },
    initial: chart.initial,
    states: Object.fromEntries(
      Object.entries(chart.states).map(([name, state]) => [
        name,
        { ...(state.entry && { entry: state.entry }), ...(state.on && { on: state.on }) },
      ]),
    ),
  } as never);
}

/** Whether the chart knows what to do with this type of fact in this state. */
export const leadsOn = (chart: Chart, state: string, factType: string): boolean =>
  chart.always?.includes(factType) === true || chart.states[state]?.on?.[factType] !== undefined;

/** Where a fact leads from a state, and which effects that owes. `data` is the thing's data after the fact. */
export function next(chart: Chart, state: string, fact: FactBase, data: unknown): { state: string; effects: EffectNamed[] } {
  if (chart.states[state]?.on?.[fact.type] === undefined) return { state, effects: [] };
  const machine = machineOf(chart);
  const here = machine.resolveState({ value: state, context: { data } });
  const [there, actions] = transition(machine, here, fact);
  return {
    state: String(there.value),
    effects: actions.map((a) => ({ type: a.type, params: ((a as { params?: unknown }).params ?? {}) as Record<string, Json> })),
  };
}

/** The effects that entering the first state owes. */
export function firstEffects(chart: Chart): EffectNamed[] {
  return (chart.states[chart.initial]?.entry ?? []).map((named) =>
    typeof named === 'string' ? { type: named, params: {} } : { type: named.type, params: (named.params ?? {}) as Record<string, Json> },
  );
}
