import type { z } from 'zod';
import type { Delegation } from './document/authority/delegation.ts';
import type { ThingKind } from './process/chart.ts';
import type { RegulationPack } from './regulation/pack.ts';

/** How sure we are of a rule: its text was read (law), it stands in the seed documents, it is borrowed from a sister regime, or nobody read it. */
export type Certainty = 'law' | 'seed' | 'analogue' | 'unverified';
/** Where a rule stands, and how sure that is. */
export type Ground = { basis: string; certainty: Certainty };

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined };

/** What has happened, in the past tense. Everything else about a thing follows from its facts. */
export type FactBase = { type: string };

/** A rule that says no. Its texts in vi and en stand in templates/locales/refusals under `rule`, filled with `values`. */
export type Refusal = { refused: true; rule: string; ground?: Ground; values: Record<string, Json>; status: 403 | 404 | 409 | 422 };

/** Says no: the rule's key, what the message shows, and the value of the law that decided (else the pack's rules.json names the ground). */
export function refuse(rule: string, values: Record<string, Json> = {}, ground?: Ground, status: Refusal['status'] = 422): Refusal {
  return { refused: true, rule, values, status, ...(ground && { ground: { basis: ground.basis, certainty: ground.certainty } }) };
}

export const isRefusal = (x: unknown): x is Refusal => typeof x === 'object' && x !== null && 'refused' in x && x.refused === true;

/** An organisation and the province it belongs to, as a position is held there. */
export type Office = { organisationId: string; provinceId: string | null };
/**
 * A position that somebody holds now. `formerly`: organisations that were merged into it, whose files it holds. `delegated`: types of documents
 * that it lets sign by a written authority, where the office itself is another's.
 */
export type HeldPosition = Office & { role: string; title: string; formerly?: Office[]; delegated?: string[] };
/** Who gives a command. The process itself is the actor 'process'. */
export type Actor = { id: string; name: string; positions: HeldPosition[] };
/** The actor as permitted by the chart: in which role, in which capacity. */
export type ActingActor = Actor & { role: string; as: string | null };

export type OrganisationView = {
  id: string;
  name: string;
  shortName: string;
  kind: string;
  provinceId: string | null;
  parentId: string | null;
  heading: string[];
  place: string;
  code: string | null;
  /** Its last day, and who came after it. */
  toDate?: string | null;
  successorId?: string | null;
};
export type PersonView = { id: string; name: string; positions: HeldPosition[] };
/** Another thing as it stands, read without a lock. */
export type ThingView = {
  id: string;
  kind: ThingKind;
  pack: string;
  state: string;
  seq: number;
  route: string;
  data: unknown;
  readers?: string[];
};
/** đồng in each column of a fund. */
export type FundView = {
  id: string;
  ceiling: number;
  reserved: number;
  allocated: number;
  contracted: number;
  advanced: number;
  paid: number;
  settled: number;
  returned: number;
};
export type RegisterKey = { issuerId: string; series: string; year: number };

/** What a rule needs to know beyond its own thing; commit loads it inside the transaction. */
export type Needs = {
  things?: string[];
  organisations?: string[];
  persons?: string[];
  /** All organisations, where a rule looks one up by kind and province, or follows their tree; `ended-too` where one may have been merged since. */
  allOrganisations?: boolean | 'ended-too';
  /** Everybody holding one of these roles today, for signing and delivery. */
  holdersOf?: string[];
  funds?: string[];
  /** Written authorities given for this organisation, and for whoever stands in its place, whether in force or not. */
  delegationsOf?: string;
  /** Locked until the commit ends: the next number is this one's alone. Where the issuer has ended, that of whoever stands in its place. */
  register?: RegisterKey;
  /** Treasury slips that may have been recorded already. */
  slips?: { year: number; number: string }[];
};
export type Situation = {
  things: Record<string, ThingView>;
  organisations: Record<string, OrganisationView>;
  persons: Record<string, PersonView>;
  funds: Record<string, FundView>;
  delegations?: Delegation[];
  /** Last number given in the register asked for, 0 for a new one. */
  registerLast: number;
  usedSlips: string[];
};

/** What decide is given. `state` is the fold of the thing's facts so far; `stateName` its place in the chart. */
export type Question<S, I> = {
  input: I;
  id: string;
  state: S;
  stateName: string;
  pack: RegulationPack;
  /** The programme's time, an instant. */
  now: string;
  /** The programme's day, Asia/Ho_Chi_Minh. */
  today: string;
  actor: ActingActor;
  commandId: string;
  situation: Situation;
};
export type Decision<F extends FactBase> = F[] | Refusal | { facts: F[]; result: Record<string, Json> };

/** Everything about one command: what it takes, what it needs to know, and the rule. When and from whom is in the chart. */
export type CommandDefinition<S, F extends FactBase, I = never> = {
  name: string;
  input: z.ZodType<I>;
  /** The first command of a thing: there is no state before it. */
  creates?: true;
  /** Parts of the thing to load; none if left out. */
  parts?: (input: I) => string[] | 'all';
  needs?: (question: Pick<Question<S, I>, 'input' | 'state' | 'pack' | 'today' | 'id'> & { actor: Actor }) => Needs;
  decide(question: Question<S, I>): Decision<F>;
};

/** The command maker of one kind of thing: fixes its state and its facts, infers the input. */
export const commandOf =
  <S, F extends FactBase>() =>
  <I>(name: string, rest: Omit<CommandDefinition<S, F, I>, 'name'>): CommandDefinition<S, F, I> => ({ name, ...rest });

/** An effect of the chart made concrete: what is owed, to be carried out by the thing's workflow. */
export type Effect = { what: string; params: Record<string, Json> };

/** Money moved in a fund by a fact: đồng, negative where money comes free. */
export type Movement = {
  fund: { programme: string; year: number; source: string; ownerId: string };
  kind: 'ceiling' | 'reserved' | 'allocated' | 'contracted' | 'advanced' | 'paid' | 'settled' | 'returned';
  amountDong: number;
};
export type Slip = { number: string; year: number; kind: string; amountDong: number; date: string };

/** What one kind of thing is, for the kernel: pure functions over its state and facts. */
export type Kind<S extends object, F extends FactBase> = {
  kind: ThingKind;
  initial: S;
  evolve(state: S, fact: F, at: { seq: number; now: string; today: string; actor: string }): S;
  /** Id of a thing that a command creates, where it follows from what the thing is; without one it follows from the command. */
  idOf?(input: unknown, actor: Actor, situation: Situation): string | null;
  /** Property of the state that is kept apart, a row a key, and loaded only on demand. */
  partsIn?: keyof S & string;
  // biome-ignore lint/suspicious/noExplicitAny: each command has an input of its own; the registry holds them all
  commands: Record<string, CommandDefinition<S, F, any>>;
  /** Which organisation or province stands behind each relation, or which several: { host: 'org:vecom', province: 'province:…' }. */
  relations(state: S, pack: RegulationPack): Record<string, string | string[]>;
  /** Roles that go by name, from an appointment or from a document: { chair: ['council-1'] }. */
  roster?(state: S): Record<string, string[]>;
  /** Who may know of the thing: org:ID, province:ID, person:ID, role:ROLE. */
  readers(state: S, stateName: string, pack: RegulationPack): string[];
  /** Makes an effect of the chart concrete for a fact; without an entry the effect stands as the chart has it. */
  effects?: Record<string, (params: Record<string, Json>, fact: F, state: S, pack: RegulationPack) => Effect[]>;
  /** Money that a fact moves. */
  movements?(fact: F, before: S, after: S, pack: RegulationPack): Movement[];
  slips?(fact: F): Slip[];
};
