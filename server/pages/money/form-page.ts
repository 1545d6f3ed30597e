import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Scheme } from '../../../domain/scheme/state.ts';
import { pageText } from '../../../templates/page-texts.ts';
import { Id } from '../../http/common.ts';
import type { Language } from '../../http/language.ts';
import type { FieldError } from '../../http/problem.ts';
import type { Caller } from '../../identity/caller.ts';
import type { Parts } from '../../parts.ts';
import { actionsOf } from '../../things/actions.ts';
import { inputSchema } from '../../things/input-schema.ts';
import { commandTitle, kindOf } from '../../things/kinds.ts';
import { type KnownThing, knownThing } from '../../things/known-thing.ts';
import { type FormProblem, giveForm } from '../forms/give-form.ts';
import type { JsonSchema } from '../forms/json-schema.ts';
import { readForm } from '../forms/read-form.ts';
import { ownPath } from '../own-path.ts';
import { type Page, type PageAnswer, type Posted, page } from '../page.ts';
import { formHead } from './form-head.ts';
import { schemeCrumbs } from './scheme-crumbs.ts';

/** A form of a scheme's command as it is shown: whose scheme, what was typed so far, and what is wrong with it. */
export type Shown = {
  thing: KnownThing;
  scheme: Scheme;
  caller: Caller;
  language: Language;
  today: string;
  /** The command's input as far as it was typed; `null` when the form is opened. What could not be read stays text. */
  values: Record<string, unknown> | null;
  problem: FormProblem | null;
  errors: FieldError[];
  posted: Posted;
  query: Record<string, unknown>;
};

export type FormGiven = {
  command: string;
  view: string;
  scripts?: string[];
  files?: boolean;
  wide?: boolean;
  /** Where one comes from, if it is not where one goes. */
  before?: 'carrying-out' | 'settlement';
  /** Where one goes once it is done, below the scheme; its carrying-out if left out. */
  after?: 'carrying-out' | 'settlement';
  /** The command's input from what was posted, where the form has another shape than the command. */
  read?(posted: Posted, shown: Omit<Shown, 'values' | 'problem' | 'errors'>): Record<string, unknown>;
  /** What a button other than the one that sends asks for: the form again with the values that this makes. Null: send. */
  again?(shown: Shown, parts: Parts): Promise<{ values: Record<string, unknown>; extra?: object } | null>;
  model(shown: Shown, parts: Parts): object | Promise<object>;
};

const Params = z.strictObject({ id: Id });
const asGroup = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/**
 * The pages of one command of a scheme whose form is made for it: shown and sent at the address of the plain form (`/schemes/{id}/do/{command}`),
 * so that every link to that leads here. Works without scripts.
 */
export function formPages(given: FormGiven): Page[] {
  const { command, files = false } = given;
  const path = `/schemes/{id}/do/${command}`;
  const titleOfCommand = (parts: Parts) => commandTitle('scheme', command, parts.committing.packs.values());

  const show = page({
    path,
    input: { params: Params, query: z.looseObject({}) },
    async run({ params: { id }, query, caller, language }, parts) {
      const thing = await knownThing('scheme', id, caller, parts);
      const open = actionsOf(thing, caller, await parts.time.now()).some((one) => one.command === command);
      if (!open)
        return {
          redirect: `/schemes/${id}/${given.after ?? 'carrying-out'}`,
          flash: { kind: 'warning', key: 'thing.not-open', values: { what: titleOfCommand(parts)[language] } },
        };
      const shown = await shownOf(thing, caller, language, {}, query, parts);
      return formAnswer(given, { ...shown, values: null, problem: null, errors: [] }, parts);
    },
  });

  const send = page({
    method: 'post',
    path,
    input: { params: Params, query: z.looseObject({}) },
    files,
    keeps: true,
    async run({ params: { id }, query, posted, caller, language }, parts) {
      const thing = await knownThing('scheme', id, caller, parts);
      const shown = await shownOf(thing, caller, language, posted, query, parts);
      const values = given.read
        ? given.read(posted, shown)
        : asGroup(readForm(inputSchema(kindOf('scheme').commands[command]!.input) as JsonSchema, posted));
      const again = await given.again?.({ ...shown, values, problem: null, errors: [] }, parts);
      if (again) return formAnswer(given, { ...shown, values: again.values, problem: null, errors: [] }, parts, again.extra);
      const outcome = await giveForm({ kind: 'scheme', thing: id, command, posted, caller, language, input: values }, parts);
      if (outcome.problem) return formAnswer(given, { ...shown, values, problem: outcome.problem, errors: outcome.problem.errors }, parts);
      return {
        redirect: typeof posted._next === 'string' ? ownPath(posted._next) : `/schemes/${id}/${given.after ?? 'carrying-out'}`,
        flash: { kind: 'success', key: 'thing.changed', values: { what: titleOfCommand(parts)[language] } },
      };
    },
  });

  return [show, send];
}

/** The page of a form as it stands. */
export async function formAnswer(given: FormGiven, shown: Shown, parts: Parts, extra: object = {}): Promise<PageAnswer> {
  const { thing, language, problem } = shown;
  const { command, view, after = 'carrying-out', scripts, wide, files = false } = given;
  const title = commandTitle('scheme', command, parts.committing.packs.values());
  const back = `/schemes/${thing.id}/${after}`;
  return {
    view,
    title: title[language],
    nav: 'schemes',
    crumbs: schemeCrumbs(thing, language, [{ text: pageText(`money.${after}`, language), href: back }, { text: title[language] }]),
    status: problem?.status ?? 200,
    ...(scripts && { scripts }),
    ...(wide && { wide }),
    model: {
      form: {
        ...formHead(problem, language),
        action: `/schemes/${thing.id}/do/${command}`,
        id: randomUUID(),
        seq: thing.seq,
        back: `/schemes/${thing.id}/${given.before ?? after}`,
        title,
        files,
      },
      ...(await given.model(shown, parts)),
      ...extra,
    },
  };
}

/** What every form of a scheme is shown with. */
export async function shownOf(
  thing: KnownThing,
  caller: Caller,
  language: Language,
  posted: Posted,
  query: Record<string, unknown>,
  parts: Parts,
) {
  return { thing, scheme: thing.data as unknown as Scheme, caller, language, today: await parts.time.today(), posted, query };
}
