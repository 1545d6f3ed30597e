import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { loadPacks } from '../config/regulations.ts';
import type { Actor, FactBase, HeldPosition, Kind, OrganisationView, Refusal, Situation } from './command.ts';
import { type Accepted, type Found, handle, inputOf } from './process/handle.ts';
import { next } from './process/machine.ts';
import { holderKeys } from './process/permit.ts';
import type { RegulationPack } from './regulation/pack.ts';
import { dateOf } from './time/programme-day.ts';

/** The pack that the tests are held to, read from disk once. */
export const pack: RegulationPack = loadPacks().get('645-2021-2025') ?? missing('the pack 645-2021-2025');
/** The sample organisations of the seed, as a rule finds them. */
export const organisations: Record<string, OrganisationView> = Object.fromEntries(
  (JSON.parse(readFileSync('prisma/seed/organisations.json', 'utf8')) as OrganisationView[]).map((one) => [one.id, one]),
);
export const emptySituation: Situation = { things: {}, organisations, persons: {}, funds: {}, registerLast: 0, usedSlips: [] };

/**
 * Who gives a command: a role of the chart, found among those who may give it, or more closely `of` which relation of the thing, in which
 * organisation or by which person. Without a word about it, the first whom the chart names.
 */
export type As = string | { role: string; of?: string; organisationId?: string; provinceId?: string | null; id?: string; title?: string };
export type Circumstances = { as?: As; now?: string; situation?: Partial<Situation> };

/**
 * Begins an example: `given(kind, 'local', ...facts).when('withdraw', { reason: '…' }, { as: 'host-head' }).then('withdrawn')`. The facts are
 * folded by the kind's own evolve and led through the chart of the route; commands pass through the kernel with the real pack.
 */
export function given<S extends object, F extends FactBase>(kind: Kind<S, F>, route: string, ...facts: NoInfer<F>[]): Given<S, F>;
export function given<S extends object, F extends FactBase>(kind: Kind<S, F>, ...facts: NoInfer<F>[]): Given<S, F>;
export function given<S extends object, F extends FactBase>(kind: Kind<S, F>, ...rest: (string | F)[]): Given<S, F> {
  const route = rest.find((one) => typeof one === 'string') ?? 'central';
  return new Given(kind, route).and(...rest.filter((one) => typeof one !== 'string'));
}

const firstMoment = '2022-02-07T02:00:00.000Z';

export class Given<S extends object, F extends FactBase> {
  readonly kind: Kind<S, F>;
  readonly route: string;
  readonly found: Found<S>;
  /** The moment of the next fact or command. */
  readonly now: string;
  /** The person who brings about the next facts. */
  readonly actor: string;

  constructor(kind: Kind<S, F>, route: string, found?: Found<S>, now = firstMoment, actor = 'somebody') {
    this.kind = kind;
    this.route = route;
    this.now = now;
    this.actor = actor;
    this.found = found ?? { id: 'the-thing', seq: 0, state: this.chart.initial, data: kind.initial, doers: {}, clocks: [] };
  }

  get chart() {
    return (pack.processes[this.route] ?? missing(`the route ${this.route}`))[this.kind.kind];
  }
  /** The thing's data. */
  get data(): S {
    return this.found.data;
  }
  /** The thing's place in the chart. */
  get state(): string {
    return this.found.state;
  }

  /** The facts that follow, brought about by this person. */
  by(actor: string): Given<S, F> {
    return new Given(this.kind, this.route, this.found, this.now, actor);
  }
  /** The facts and commands that follow, at this instant (or in the morning of this day). */
  at(moment: string): Given<S, F> {
    const now = moment.length === 10 ? `${moment}T02:00:00.000Z` : moment;
    return new Given(this.kind, this.route, this.found, now, this.actor);
  }
  and(...facts: F[]): Given<S, F> {
    const found = facts.reduce((before, fact) => this.#took(before, fact), this.found);
    return new Given(this.kind, this.route, found, this.now, this.actor);
  }

  when(command: string, input: unknown, circumstances: Circumstances = {}): Outcome<S, F> {
    const here = circumstances.now === undefined ? this : this.at(circumstances.now);
    const schema = inputOf(this.kind, command) ?? missing(`the command ${command} of a ${this.kind.kind}`);
    const parsed = schema.safeParse(input);
    if (!parsed.success) return new Outcome(here, 'invalid-input', parsed.error.message);
    const situation = { ...emptySituation, ...circumstances.situation };
    const told = { id: 'command-1', name: command, input: parsed.data, actor: here.#actorOf(command, circumstances.as) };
    return new Outcome(here, handle(this.kind, this.chart, pack, this.found, told, here.now, situation));
  }

  #took(found: Found<S>, fact: F): Found<S> {
    const seq = found.seq + 1;
    const data = this.kind.evolve(found.data, fact, { seq, now: this.now, today: dateOf(this.now), actor: this.actor });
    const { state } = next(this.chart, found.state, fact, data);
    return { ...found, seq, data, state, doers: { ...found.doers, [fact.type]: this.actor } };
  }

  #actorOf(command: string, as: As | undefined): Actor {
    const asked = typeof as === 'string' ? { role: as } : as;
    const holders = this.chart.commands[command]?.by ?? [];
    const holder = holders.find((one) => asked === undefined || (one.role === asked.role && (asked.of ?? one.of) === one.of));
    const role = asked?.role ?? holder?.role ?? missing(`somebody who may give ${command}`);
    if (role === 'process') return { id: 'process', name: 'process', positions: [] };
    const of = asked?.of ?? holder?.of ?? 'any';
    const people = { relations: this.kind.relations(this.data, pack), roster: this.kind.roster?.(this.data) ?? {} };
    if (of === 'council' || of === 'named') {
      const person = holderKeys([{ role, of }], people)[0]?.slice('person:'.length);
      return personNamed(asked?.id ?? person ?? role, []);
    }
    const position = positionAt(role, [people.relations[of] ?? []].flat()[0], asked);
    return personNamed(asked?.id ?? role, [position]);
  }
}

/** What came of a command. `then` says what was expected: types of facts in their order, or the one rule that refused. */
export class Outcome<S extends object, F extends FactBase> {
  readonly outcome: Accepted<S> | Refusal | 'invalid-input';
  /** What was wrong with an invalid input. */
  readonly problem: string;
  readonly #given: Given<S, F>;

  constructor(given: Given<S, F>, outcome: Accepted<S> | Refusal | 'invalid-input', problem = '') {
    this.#given = given;
    this.outcome = outcome;
    this.problem = problem;
  }

  get refusal(): Refusal | null {
    return this.outcome !== 'invalid-input' && this.outcome.refused ? this.outcome : null;
  }
  get accepted(): Accepted<S> {
    if (this.outcome === 'invalid-input' || this.outcome.refused) throw new Error(`Refused: ${this.said().join()} ${this.#why()}`);
    return this.outcome;
  }
  get facts(): F[] {
    return this.outcome === 'invalid-input' || this.outcome.refused ? [] : this.outcome.facts.map((one) => one.fact as F);
  }
  /** The thing as the command left it; as it was, if it was refused. */
  get left(): Given<S, F> {
    const { kind, route, now, actor, found } = this.#given;
    if (this.outcome === 'invalid-input' || this.outcome.refused) return this.#given;
    const { state, data, doers, clocks, facts } = this.outcome;
    return new Given(kind, route, { id: found.id, seq: found.seq + facts.length, state, data, doers, clocks }, now, actor);
  }

  said(): string[] {
    if (this.outcome === 'invalid-input') return ['invalid-input'];
    return this.outcome.refused ? [this.outcome.rule] : this.outcome.facts.map((one) => one.fact.type);
  }
  // biome-ignore lint/suspicious/noThenProperty: given, when, then are the words of the examples; nothing here is awaited
  then(...expected: string[]): Given<S, F> {
    expect(this.said(), this.#why()).toEqual(expected);
    return this.left;
  }

  #why(): string {
    return this.problem || (this.refusal ? JSON.stringify(this.refusal) : '');
  }
}

const personNamed = (id: string, positions: HeldPosition[]): Actor => ({ id, name: id, positions });

function positionAt(role: string, relation: string | undefined, asked: Exclude<As, string> | undefined): HeldPosition {
  const [what, id = ''] = relation?.split(/:(.*)/s) ?? [];
  const organisationId = asked?.organisationId ?? (what === 'org' ? id : `an-office-of-${id}`);
  const known = organisations[organisationId]?.provinceId ?? null;
  const provinceId = asked?.provinceId ?? (asked?.organisationId === undefined && what === 'province' ? id : known);
  return { role, title: asked?.title ?? role, organisationId, provinceId };
}

function missing(what: string): never {
  throw new Error(`There is no ${what}.`);
}
