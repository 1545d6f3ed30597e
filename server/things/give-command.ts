import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { commit, type Order } from '../../commit/commit.ts';
import type { Outcome } from '../../commit/outcome.ts';
import { etagOf, seqOf } from '../http/common.ts';
import type { Answer } from '../http/endpoint.ts';
import { isAway } from '../http/failure.ts';
import type { Language } from '../http/language.ts';
import { waitOf } from '../http/prefer.ts';
import { refusalBody } from '../http/problem.ts';
import type { Parts } from '../parts.ts';
import { waitUntilNothingOwed } from './owed.ts';

const retriesMs = [100, 400];

/** Commits, and tries again while the database is away for a moment: the command's id makes that safe. Wakes the thing's workflow, not awaited. */
export async function give(order: Order, { committing, waker, metrics }: Parts): Promise<Outcome> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      const outcome = await commit(committing, order);
      metrics.decided(order.kind, order.name, outcome.status);
      if (outcome.wakes && !outcome.replayed) waker.wake(outcome.kind, outcome.id, outcome.seq);
      return outcome;
    } catch (error) {
      const wait = retriesMs[attempt];
      if (wait === undefined || !isAway(error)) throw error;
      await pause(wait);
    }
  }
}

export type CommandHeaders = { 'Idempotency-Key'?: string | undefined; 'If-Match'?: string | undefined; Prefer?: string | undefined };

/** The order that a request makes. Without an Idempotency-Key the server makes one, and the command cannot be repeated safely. */
export function orderOf(headers: CommandHeaders, order: Omit<Order, 'id' | 'ifSeq'>): Order {
  const { tokenHash: _, ...actor } = order.actor as Order['actor'] & { tokenHash?: string };
  const id = headers['Idempotency-Key']?.toLowerCase() ?? randomUUID();
  const match = headers['If-Match'];
  return { ...order, actor, id, ...(match !== undefined && match !== '*' && { ifSeq: seqOf(match) }) };
}

/** Gives a command and answers: 200 or 201 with sequence, state and result; a refusal as a problem with its rule. */
export async function answerCommand(
  order: Order,
  headers: CommandHeaders,
  language: Language,
  instance: string,
  parts: Parts,
): Promise<Answer> {
  const outcome = await give(order, parts);
  if (outcome.refused) {
    return {
      status: outcome.status,
      type: 'application/problem+json',
      body: JSON.stringify(refusalBody(outcome.refused, outcome.status, instance, language)),
    };
  }
  const { seq, state, applied } = await held(outcome, headers, parts);
  const created = outcome.status === 201;
  return {
    status: outcome.status,
    body: { ...(created && { id: outcome.id }), seq, state, result: outcome.result },
    headers: {
      ETag: etagOf(seq),
      ...(created && { Location: `${instance}/${outcome.id}` }),
      ...(applied && { 'Preference-Applied': applied }),
      ...(outcome.replayed && { 'Idempotency-Replayed': 'true' }),
    },
  };
}

/** Where the thing stands when nothing is owed any more, if the caller wants to wait for that. */
async function held(
  outcome: Outcome,
  headers: CommandHeaders,
  parts: Parts,
): Promise<{ seq: number; state: string; applied: string | null }> {
  const seconds = waitOf(headers.Prefer);
  if (seconds === null) return { seq: outcome.seq, state: outcome.state, applied: null };
  const now = await lookAfter(outcome.id, seconds, parts).catch((error: unknown) => {
    if (isAway(error)) return null; // the command is in the database, whatever befell it since: the answer is what it was
    throw error;
  });
  return { seq: now?.seq ?? outcome.seq, state: now?.state ?? outcome.state, applied: `wait=${seconds}` };
}

async function lookAfter(id: string, seconds: number, parts: Parts): Promise<{ seq: number; state: string } | null> {
  await waitUntilNothingOwed(id, seconds, parts);
  return parts.reader.thing.findUnique({ where: { id }, select: { seq: true, state: true } });
}
