import { z } from 'zod';
import type { ActingActor, Actor, Effect, FactBase, Json, Kind, Movement, Refusal, Situation, Slip } from '../command.ts';
import { isRefusal, refuse } from '../command.ts';
import type { RegulationPack } from '../regulation/pack.ts';
import { roleTitle } from '../regulation/role-title.ts';
import { dateOf } from '../time/programme-day.ts';
import type { Chart } from './chart.ts';
import { afterStage, type ClockView, keepClocks } from './clocks.ts';
import { firstEffects, leadsOn, next } from './machine.ts';
import { apartBreach, holderKeys, type People, permit } from './permit.ts';
import { waitingFor } from './waiting.ts';

/** A thing as commit found it. For a command that creates one, `state` is the chart's first and `seq` 0. */
export type Found<S> = { id: string; seq: number; state: string; data: S; doers: Record<string, string>; clocks: ClockView[] };
export type Given = { id: string; name: string; input: unknown; actor: Actor };

/** What follows from a command that was accepted. */
export type Accepted<S> = {
  refused: false;
  facts: { fact: FactBase; state: string; role: string }[];
  state: string;
  data: S;
  doers: Record<string, string>;
  clocks: ClockView[];
  /** What is owed, each with the index of the fact that owes it. */
  owed: (Effect & { of: number })[];
  movements: (Movement & { of: number })[];
  slips: (Slip & { of: number })[];
  readers: string[];
  waiting: string[];
  final: boolean;
  result: Record<string, Json>;
};

/** The process's own command, which every thing knows: a clock has come to its next stage. */
export const StrikeClock = z.strictObject({ clock: z.string(), at: z.string() });
const processCommands: Record<string, z.ZodType> = { 'strike-clock': StrikeClock };

export const inputOf = <S extends object, F extends FactBase>(kind: Kind<S, F>, name: string): z.ZodType | undefined =>
  processCommands[name] ?? kind.commands[name]?.input;

const peopleOf = <S extends object, F extends FactBase>(kind: Kind<S, F>, data: S, pack: RegulationPack): People => ({
  relations: kind.relations(data, pack),
  roster: kind.roster?.(data) ?? {},
});

/**
 * Chart and decide in one: whether the command may come now and from this person, what is right about its content, where its
 * facts lead, which clocks run then and what is owed. Pure: the same question always gets the same answer.
 */
export function handle<S extends object, F extends FactBase>(
  kind: Kind<S, F>,
  chart: Chart,
  pack: RegulationPack,
  found: Found<S>,
  given: Given,
  now: string,
  situation: Situation,
): Accepted<S> | Refusal {
  if (given.name in processCommands) return ofProcess(kind, chart, pack, found, given, now);
  const definition = kind.commands[given.name];
  if (!definition) return refuse('command.unknown', { command: given.name }, undefined, 404);
  const acting = mayGive(kind, chart, pack, found, given, definition.creates === true);
  if (isRefusal(acting)) return acting;
  const decision = definition.decide({
    input: given.input as never,
    id: found.id,
    state: found.data,
    stateName: found.state,
    pack,
    now,
    today: dateOf(now),
    actor: acting,
    commandId: given.id,
    situation,
  });
  if (isRefusal(decision)) return decision;
  const { facts, result } = Array.isArray(decision) ? { facts: decision, result: {} } : decision;
  return follow(kind, chart, pack, found, facts, { ...acting }, now, result);
}

function mayGive<S extends object, F extends FactBase>(
  kind: Kind<S, F>,
  chart: Chart,
  pack: RegulationPack,
  found: Found<S>,
  given: Given,
  creating: boolean,
): ActingActor | Refusal {
  const command = chart.commands[given.name];
  if (!command) return refuse('command.not-on-this-route', { command: given.name }, undefined, 409);
  // Whose thing it will be is known only from its first fact: for a creating command the role alone counts here, decide looks further.
  const holder = creating
    ? (command.by.find((h) =>
        h.role === 'process' ? given.actor.id === 'process' : given.actor.positions.some((p) => p.role === h.role),
      ) ?? null)
    : permit(command, given.actor, peopleOf(kind, found.data, pack));
  if (!holder) return refuse('role.not-yours', { command: command.title, ...holdersShown(command.by, pack) }, undefined, 403);
  if (!creating && !command.in.includes(found.state) && !command.in.includes('*')) {
    return refuse(
      'state.not-now',
      { command: command.title, state: chart.states[found.state]?.title ?? found.state, stateName: found.state, in: command.in },
      undefined,
      409,
    );
  }
  const breach = apartBreach(command, holder, given.actor, found.doers);
  if (breach) return refuse('duties.apart', { command: command.title, fact: breach }, undefined, 403);
  return { ...given.actor, role: holder.role, as: holder.as ?? null };
}

/** Whose duty it is: roles by name for programs, by title for people. */
const holdersShown = (by: readonly { role: string }[], pack: RegulationPack): { roles: string[]; holders: Json[] } => ({
  roles: by.map(({ role }) => role),
  holders: by.map(({ role }) => roleTitle(pack, role)),
});

function ofProcess<S extends object, F extends FactBase>(
  kind: Kind<S, F>,
  chart: Chart,
  pack: RegulationPack,
  found: Found<S>,
  given: Given,
  now: string,
): Accepted<S> | Refusal {
  if (given.actor.id !== 'process')
    return refuse('role.not-yours', { command: given.name, ...holdersShown([{ role: 'process' }], pack) }, undefined, 403);
  const actor: ActingActor = { ...given.actor, role: 'process', as: null };
  const { clock: name, at } = given.input as z.infer<typeof StrikeClock>;
  const view = found.clocks.find((c) => c.name === name);
  const definition = chart.clocks?.[name];
  const stage = view?.stages[0];
  if (!view || !definition || stage?.at !== at || at > now) return refuse('clock.not-due', { clock: name, at }, undefined, 409);
  const facts: FactBase[] = [
    { type: stage.what === 'remind' ? 'clock-reminded' : 'clock-ran-out', clock: name, due: view.due, basis: view.basis } as FactBase,
  ];
  if (stage.what === 'end' && definition.atEnd) facts.push({ type: definition.atEnd.fact, clock: name, due: view.due } as FactBase);
  const people = peopleOf(kind, found.data, pack);
  const accepted = follow(kind, chart, pack, found, facts, actor, now, {});
  const to = stage.what === 'remind' ? view.waitsFor : holderKeys(definition.escalate ?? [], people);
  if (to.length > 0) {
    const message = stage.what === 'remind' ? 'clock-reminder' : 'clock-ran-out';
    accepted.owed.push({ of: 0, what: 'notify', params: { to, message, clock: name, clockTitle: definition.title, due: view.due } });
  }
  return accepted;
}

/** Facts of the kernel itself, taken down in any state: a clock has come to its next stage. */
const everywhere = new Set(['clock-reminded', 'clock-ran-out']);

/**
 * Where facts lead that one command brought about: the fold, the chart's way, the clocks, the money, what is owed. The same for a
 * command that is decided now and for facts read again in a rebuild.
 */
export function follow<S extends object, F extends FactBase>(
  kind: Kind<S, F>,
  chart: Chart,
  pack: RegulationPack,
  found: Found<S>,
  facts: FactBase[],
  actor: ActingActor,
  now: string,
  result: Record<string, Json>,
): Accepted<S> {
  const today = dateOf(now);
  let { state, data } = found;
  const doers = { ...found.doers };
  const accepted: Pick<Accepted<S>, 'facts' | 'owed' | 'movements' | 'slips'> = { facts: [], owed: [], movements: [], slips: [] };
  facts.forEach((fact, of) => {
    const own = everywhere.has(fact.type);
    if (!own && !leadsOn(chart, state, fact.type))
      throw new Error(`The chart of ${kind.kind} knows no fact "${fact.type}" in state "${state}".`);
    const before = data;
    if (!own) data = kind.evolve(data, fact as F, { seq: found.seq + of + 1, now, today, actor: actor.id });
    const step = own ? { state, effects: [] } : next(chart, state, fact, data);
    const first = found.seq === 0 && of === 0 ? firstEffects(chart) : [];
    state = step.state;
    if (!own) doers[fact.type] = 'onBehalfOf' in fact && typeof fact.onBehalfOf === 'string' ? fact.onBehalfOf : actor.id;
    accepted.facts.push({ fact, state, role: actor.role });
    for (const effect of [...first, ...step.effects]) {
      for (const concrete of concreteEffects(kind, chart, pack, effect, fact as F, data, state)) accepted.owed.push({ ...concrete, of });
    }
    if (own) return;
    for (const m of kind.movements?.(fact as F, before, data, pack) ?? []) accepted.movements.push({ ...m, of });
    for (const s of kind.slips?.(fact as F) ?? []) accepted.slips.push({ ...s, of });
  });
  const people = peopleOf(kind, data, pack);
  const setting = { chart, pack, now, people, state, data };
  const struck = new Set(facts.flatMap((f) => (everywhere.has(f.type) && 'clock' in f ? [f.clock] : [])));
  const stepped = found.clocks.map((view) => {
    const definition = chart.clocks?.[view.name];
    return struck.has(view.name) && definition ? afterStage(view, definition, setting) : view;
  });
  const clocks = keepClocks(
    stepped,
    facts.map((f) => f.type),
    setting,
  );
  return {
    ...accepted,
    refused: false,
    state,
    data,
    doers,
    clocks,
    readers: kind.readers(data, state, pack),
    waiting: waitingFor(chart, state, people, data),
    final: chart.states[state]?.final ?? false,
    result,
  };
}

function concreteEffects<S extends object, F extends FactBase>(
  kind: Kind<S, F>,
  chart: Chart,
  pack: RegulationPack,
  effect: { type: string; params: Record<string, Json> },
  fact: F,
  data: S,
  state: string,
): Effect[] {
  const own = kind.effects?.[effect.type];
  if (own) return own(effect.params, fact, data, pack);
  if (effect.type === 'notify') {
    const field = effect.params.field;
    if (typeof field === 'string') return toldByName((fact as unknown as Record<string, Json>)[field], effect.params, fact.type);
    const people = peopleOf(kind, data, pack);
    const named = effect.params.to as { role: string; of: string }[] | undefined;
    const to = named ? holderKeys(named, people) : waitingFor(chart, state, people, data);
    return to.length > 0 ? [{ what: 'notify', params: { to, message: effect.params.message ?? 'waits-for-you', fact: fact.type } }] : [];
  }
  return [{ what: effect.type, params: effect.params }];
}

/** A letter to persons whom the fact itself names. */
function toldByName(named: Json | undefined, { message }: Record<string, Json>, fact: string): Effect[] {
  const to = Array.isArray(named) ? named.map((id) => `person:${id}`) : [];
  return to.length > 0 ? [{ what: 'notify', params: { to, message: message ?? 'waits-for-you', fact } }] : [];
}
