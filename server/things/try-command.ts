import { load, nothing } from '../../commit/load.ts';
import { type FactBase, isRefusal, type Json, type Refusal, type Situation } from '../../domain/command.ts';
import { permit } from '../../domain/process/permit.ts';
import { dateOf } from '../../domain/time/programme-day.ts';
import type { Caller } from '../identity/caller.ts';
import type { Parts } from '../parts.ts';
import { kindOf } from './kinds.ts';
import type { KnownThing } from './known-thing.ts';

/** What the rules say to a command with this content as things stand: the facts that it would yield, or why not. */
export type Tried = { facts: FactBase[]; result: Record<string, Json>; situation: Situation; refusal: null } | { refusal: Refusal };

const unknown = new Proxy({}, { get: unseen, has: unseen });
function unseen(): never {
  throw new NotKnown('The rule asks for more than the thing itself.');
}
class NotKnown extends Error {}

/**
 * Asks the rules without giving the command; nothing is written. `input` has been parsed by the command's own schema.
 * @throws Error for a command that the caller does not hold
 */
export async function tryCommand(
  thing: KnownThing,
  command: string,
  input: unknown,
  caller: Caller,
  { committing, time }: Pick<Parts, 'committing' | 'time'>,
): Promise<Tried> {
  const now = await time.now();
  return decided(thing, command, input, caller, now, await situationFor(thing, command, input, caller, dateOf(now), committing));
}

/** What the rule of a command with this content would know beyond the thing itself. */
export async function situationFor(
  { id, kind, data, pack }: KnownThing,
  command: string,
  input: unknown,
  caller: Caller,
  today: string,
  committing: Parts['committing'],
): Promise<Situation> {
  const needs = kindOf(kind).commands[command]?.needs?.({ input: input as never, state: data, pack, today, id, actor: caller });
  return needs ? situationOf(needs, today, committing) : nothing;
}

/** Why a command with this content would be refused; null where it would not, or where that hangs on more than the thing itself. */
export function foreseenRefusal(thing: KnownThing, command: string, input: unknown, caller: Caller, now: string): Refusal | null {
  try {
    return decided(thing, command, input, caller, now, unknown as Situation).refusal;
  } catch (error) {
    if (error instanceof NotKnown) return null;
    throw error;
  }
}

async function situationOf(needs: Parameters<typeof load>[1], today: string, { database }: Parts['committing']): Promise<Situation> {
  const { register: _, ...readable } = needs; // a number is looked up only by who takes it, under a lock
  const client = await database.connect();
  try {
    return await load(client, readable, today);
  } finally {
    client.release();
  }
}

function decided(
  { id, kind, chart, state, data, pack, people }: KnownThing,
  command: string,
  input: unknown,
  caller: Caller,
  now: string,
  situation: Situation,
): Tried {
  const definition = kindOf(kind).commands[command];
  const holder = chart.commands[command] && permit(chart.commands[command], caller, people);
  if (!definition || !holder) throw new Error(`The command ${command} is not ${caller.id}'s.`);
  const actor = { id: caller.id, name: caller.name, positions: caller.positions, role: holder.role, as: holder.as ?? null };
  const answer = definition.decide({
    input: input as never,
    situation,
    id,
    state: data,
    stateName: state,
    pack,
    now,
    today: dateOf(now),
    actor,
    commandId: id,
  });
  if (isRefusal(answer)) return { refusal: answer };
  const { facts, result } = Array.isArray(answer) ? { facts: answer, result: {} } : answer;
  return { facts, result, situation, refusal: null };
}
