import { randomUUID } from 'node:crypto';
import type { Outcome } from '../../../commit/outcome.ts';
import type { ThingKind } from '../../../domain/process/chart.ts';
import type { Language } from '../../http/language.ts';
import { type FieldError, ProblemError, refusalBody } from '../../http/problem.ts';
import { readFields } from '../../http/read-input.ts';
import type { Caller } from '../../identity/caller.ts';
import type { Parts } from '../../parts.ts';
import { objectionTo } from '../../signing/objection.ts';
import { actionsOf } from '../../things/actions.ts';
import { give, orderOf } from '../../things/give-command.ts';
import { inputSchema } from '../../things/input-schema.ts';
import { kindOf } from '../../things/kinds.ts';
import { type KnownThing, knownThing } from '../../things/known-thing.ts';
import { isKept, type Posted } from '../page.ts';
import type { JsonSchema } from './json-schema.ts';
import { readForm } from './read-form.ts';

/** Why a form was not taken: fields that cannot be read, or a rule that says no. */
export type FormProblem = {
  title: string;
  detail: string | null;
  basis: string | null;
  certainty: string | null;
  errors: FieldError[];
  status: number;
  values: Record<string, unknown>;
  /** Nothing is wrong: the form was not given because it only stands there again with what was kept of it. */
  kept?: true;
};
/** What became of a form: done, or not, with what was typed as the command would take it. */
export type Given = { outcome: Outcome; problem: null } | { outcome: null; problem: FormProblem; input: unknown };

type Order = {
  kind: ThingKind;
  thing: string | null;
  command: string;
  posted: Posted;
  caller: Caller;
  language: Language;
  input?: unknown;
};

/** What stands for a problem where a form was not given since it was only kept. */
export const keptOnly: FormProblem = {
  title: '',
  detail: null,
  basis: null,
  certainty: null,
  errors: [],
  status: 200,
  values: {},
  kept: true,
};
const Uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Gives the command that a form makes, under the id that the form was shown with, so that a form sent twice is done once. `_seq` is where the
 * thing stood when the form was shown: what was changed since is told instead of overwritten, unless the form says `_anyway`. What was kept
 * while somebody signed in again is not given. @throws ProblemError 404 then, if they may not give it any more
 */
export async function giveForm({ kind, thing, command, posted, caller, language, input: made }: Order, parts: Parts): Promise<Given> {
  const definition = kindOf(kind).commands[command];
  if (!definition) throw new ProblemError('not-found');
  const typed = made ?? readForm(inputSchema(definition.input) as JsonSchema, posted);
  if (isKept(posted)) {
    if (thing !== null) await assertOpen(await knownThing(kind, thing, caller, parts), command, caller, parts);
    return { outcome: null, problem: keptOnly, input: typed };
  }
  try {
    const input = readFields(definition.input, typed, language);
    const objection = thing === null ? undefined : await objectionTo({ kind, name: command, thing, input }, caller, parts);
    const id = typeof posted._id === 'string' && Uuid.test(posted._id) ? posted._id : randomUUID();
    const guarded = thing !== null && /^\d{1,9}$/.test(String(posted._seq)) && posted._anyway === undefined;
    const headers = { 'Idempotency-Key': id, ...(guarded && { 'If-Match': `"${posted._seq}"` }) };
    const order = orderOf(headers, { kind, thing, name: command, input, actor: caller, ...(objection && { objection }) });
    const outcome = await give(order, parts);
    if (!outcome.refused) return { outcome, problem: null };
    const body = refusalBody(outcome.refused, outcome.status, '', language);
    const { title, detail, status } = body;
    const problem = {
      title,
      detail,
      basis: body.legalBasis ?? null,
      certainty: body.certainty ?? null,
      errors: [],
      status,
      values: body.values ?? {},
    };
    return { outcome: null, problem, input: typed };
  } catch (error) {
    if (!(error instanceof ProblemError) || error.code !== 'malformed') throw error;
    const { errors = [] } = error.extra;
    return {
      outcome: null,
      problem: { title: '', detail: null, basis: null, certainty: null, errors, status: 400, values: {} },
      input: typed,
    };
  }
}

async function assertOpen(thing: KnownThing, command: string, caller: Caller, { time }: Parts): Promise<void> {
  const open = actionsOf(thing, caller, await time.now());
  if (!open.some((one) => one.command === command)) throw new ProblemError('not-found');
}
