import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { holdsRole } from '../../domain/process/permit.ts';
import { pageText } from '../../templates/page-texts.ts';
import { Id } from '../http/common.ts';
import type { Language } from '../http/language.ts';
import { ProblemError } from '../http/problem.ts';
import type { Caller } from '../identity/caller.ts';
import type { Parts } from '../parts.ts';
import { actionsOf } from '../things/actions.ts';
import { inputSchema } from '../things/input-schema.ts';
import { type Collection, collectionNames, collections, commandTitle, kindOf } from '../things/kinds.ts';
import { type KnownThing, knownThing } from '../things/known-thing.ts';
import { aboutCommand } from './forms/about-command.ts';
import { beginningOf } from './forms/beginning.ts';
import { choicesFor } from './forms/choices.ts';
import { type Field, fieldsOf } from './forms/fields.ts';
import { type FormProblem, giveForm } from './forms/give-form.ts';
import type { JsonSchema } from './forms/json-schema.ts';
import { problemView } from './forms/problem-view.ts';
import { readForm } from './forms/read-form.ts';
import { isOwnPath } from './own-path.ts';
import { type Page, type PageAnswer, type Posted, page } from './page.ts';
import { personNames } from './schemes/person-names.ts';
import { titleOf } from './title-of.ts';

/** Any command as a form made from its own schema: whatever has no page of its own is done here, with or without scripts. */
type Shown = {
  collection: Collection;
  command: string;
  thing: KnownThing;
  caller: Caller;
  language: Language;
  values?: unknown;
  problem?: FormProblem | null;
  more?: string[];
  /** Who else prepared what stands in the form. */
  preparedBy?: string | null;
};

const Command = z.string().regex(/^[a-z][a-z-]{0,59}$/);

async function formPage(
  { collection, command, thing, caller, language, values = {}, problem = null, more = [], preparedBy = null }: Shown,
  parts: Parts,
): Promise<PageAnswer> {
  const kind = collections[collection];
  const definition = kindOf(kind).commands[command];
  if (!definition) throw new ProblemError('not-found');
  const schema = inputSchema(definition.input) as JsonSchema;
  const title = commandTitle(kind, command, parts.committing.packs.values());
  const choices = await choicesFor(command, { thing, caller, language }, parts);
  const fields = fieldsOf({ name: command, schema, values, errors: problem?.errors ?? [], choices, language, more });
  const here = `/${collection}/${thing.id}`;
  return {
    view: 'forms/command',
    title: title[language],
    nav: collection,
    crumbs: [
      { text: pageText(`shell.nav.${collection === 'incoming' ? 'registers' : collection}`, language), href: `/${collection}` },
      { text: titleOf(thing.data, thing.id), href: here },
      { text: title[language] },
    ],
    status: problem?.status ?? 200,
    model: {
      action: `${here}/do/${command}`,
      id: randomUUID(),
      seq: thing.seq,
      back: here,
      title,
      ...(await aboutCommand(command, thing, language, parts)),
      note: preparedBy === null || preparedBy === caller.id ? null : await preparedNote(preparedBy, language, parts),
      fields,
      hasFiles: holdsFiles(fields),
      problem: problemView(problem, fields, language),
    },
  };
}

async function preparedNote(by: string, language: Language, parts: Parts): Promise<string> {
  const names = await personNames([by], parts.reader);
  return pageText('form.prepared', language, { name: names.get(by) ?? by });
}

const holdsFiles = (fields: Field[]): boolean =>
  fields.some(({ kind, fields: inner, blank }) => kind === 'file' || kind === 'files' || holdsFiles(inner) || holdsFiles(blank));

function pagesOf(collection: Collection): Page[] {
  const kind = collections[collection];
  const Params = z.strictObject({ id: Id, command: Command });
  const allowed = async (id: string, command: string, caller: Caller, parts: Parts): Promise<KnownThing> => {
    const thing = await knownThing(kind, id, caller, parts);
    if (!kindOf(kind).commands[command]) throw new ProblemError('not-found');
    return thing;
  };
  const show = page({
    path: `/${collection}/{id}/do/{command}`,
    input: { params: Params },
    async run({ params: { id, command }, caller, language }, parts) {
      const thing = await allowed(id, command, caller, parts);
      const open = actionsOf(thing, caller, await parts.time.now()).some((one) => one.command === command);
      // What was open when its link was shown and no longer is: the thing itself says where it stands.
      if (!open)
        return {
          redirect: `/${collection}/${id}`,
          flash: {
            kind: 'warning',
            key: 'thing.not-open',
            values: { what: commandTitle(kind, command, parts.committing.packs.values())[language] },
          },
        };
      return formPage({ collection, command, thing, caller, language, ...beginningOf(command, thing, await parts.time.today()) }, parts);
    },
  });
  const send = page({
    method: 'post',
    path: `/${collection}/{id}/do/{command}`,
    input: { params: Params },
    files: true,
    keeps: true,
    async run({ params: { id, command }, posted, caller, language }, parts) {
      const thing = await allowed(id, command, caller, parts);
      const title = commandTitle(kind, command, parts.committing.packs.values())[language];
      const again = moreOf(posted);
      const shown = { collection, command, thing, caller, language };
      if (again) return formPage({ ...shown, values: typedIn(kind, command, posted), more: again }, parts);
      const given = await giveForm({ kind, thing: id, command, posted, caller, language }, parts);
      if (given.problem) return formPage({ ...shown, values: given.input, problem: given.problem }, parts);
      return {
        redirect: isOwnPath(posted._next) ? posted._next : `/${collection}/${id}`,
        flash: { kind: 'success', key: 'thing.changed', values: { what: title } },
      };
    },
  });
  return [show, send];
}

/** Which list is to have one more row, where that button was pressed. */
export const moreOf = (posted: Posted): string[] | null => (typeof posted._add === 'string' ? [posted._add] : null);
const typedIn = (kind: (typeof collections)[Collection], command: string, posted: Posted): unknown =>
  readForm(inputSchema(kindOf(kind).commands[command]!.input) as JsonSchema, posted);

/** The command by which a thing of a collection comes about, where people give one that is no upload. */
const creating: Partial<Record<Collection, string>> = {
  rounds: 'open-round',
  schemes: 'draft-scheme',
  councils: 'propose-council',
  incoming: 'register-incoming',
};

/** Whether somebody holds a role in which things of this collection are begun. */
export function mayCreate(collection: Collection, caller: Caller, parts: Pick<Parts, 'committing'>): boolean {
  const command = creating[collection];
  return [...parts.committing.packs.values()].some(({ processes }) =>
    Object.values(processes).some(
      (process) => command !== undefined && holdsRole(process[collections[collection]].commands[command], caller),
    ),
  );
}

export const commandFormPages: Page[] = collectionNames.flatMap(pagesOf);
