import { derivedId } from '../../commit/home.ts';
import type { ThingKind } from '../../domain/process/chart.ts';
import { pageText } from '../../templates/page-texts.ts';
import type { Language } from '../http/language.ts';
import { ProblemError, problemBody } from '../http/problem.ts';
import type { Caller } from '../identity/caller.ts';
import type { WaitingThing } from '../inbox/waiting-of.ts';
import type { Parts } from '../parts.ts';
import { commandTitle } from '../things/kinds.ts';
import { knownThing } from '../things/known-thing.ts';
import { titleOf } from '../things/title-of.ts';
import type { Choice } from './forms/fields.ts';
import { giveForm } from './forms/give-form.ts';
import { handlersIn } from './forms/handlers.ts';
import { page } from './page.ts';
import { addressOfThing } from './where-done.ts';

/** What is chosen once for all; `among` finds what there is to choose from. */
type BulkField = {
  name: string;
  label: string;
  required: boolean;
  among(things: WaitingThing['thing'][], parts: Parts): Promise<Choice[]>;
};
/** A command that may be given to several things with one press: it judges nothing of its own, and takes at most what is the same for all. */
type Bulk = { command: string; kind: ThingKind; fields: BulkField[] };
const handler: BulkField = {
  name: 'handler',
  label: 'label.handler',
  required: true,
  among: (things, parts) => handlersIn([...new Set(things.map(({ data }) => String(data.ownerId)))], parts),
};
export const bulkCommands: Bulk[] = [
  { command: 'issue', kind: 'document', fields: [] },
  { command: 'confirm-receipt', kind: 'document', fields: [] },
  { command: 'assign-incoming', kind: 'incoming', fields: [handler] },
  { command: 'close-scheme', kind: 'scheme', fields: [] },
  { command: 'archive-scheme', kind: 'scheme', fields: [] },
];
export const bulkOf = (command: string): Bulk | null => bulkCommands.find((one) => one.command === command) ?? null;

/** The fields of a command for these things, with their choices. */
export const bulkFields = ({ fields }: Bulk, waiting: readonly WaitingThing[], parts: Parts) =>
  Promise.all(
    fields.map(async ({ among, ...field }) => ({
      ...field,
      choices: await among(
        waiting.map(({ thing }) => thing),
        parts,
      ),
    })),
  );

const atMost = 200;
type Done = { href: string; title: string; done: boolean; why: string | null; basis: string | null };

/** Gives one command to every thing that was ticked, each by itself: what one is refused holds up none of the others. */
export const doBulk = page({
  method: 'post',
  path: '/inbox/do',
  input: {},
  async run({ posted, caller, language }, parts) {
    const bulk = bulkOf(String(posted.command));
    if (!bulk) throw new ProblemError('not-found');
    const ticked = [posted.things ?? []].flat().map(String).slice(0, atMost);
    const back = `/?do=${bulk.command}`;
    if (ticked.length === 0) return { redirect: back, flash: { kind: 'warning', key: 'inbox.bulk.none' } };
    const input = Object.fromEntries(bulk.fields.map(({ name }) => [name, String(posted[name] ?? '').trim()]));
    if (bulk.fields.some(({ name, required }) => required && input[name] === ''))
      return { redirect: back, flash: { kind: 'warning', key: 'inbox.bulk.empty-field' } };
    const results: Done[] = [];
    for (const id of [...new Set(ticked)]) {
      const given = { _id: derivedId(`${String(posted._id)}/${id}`) };
      results.push(await doOne(bulk, id, input, given, caller, language, parts));
    }
    const title = commandTitle(bulk.kind, bulk.command, parts.committing.packs.values());
    return {
      view: 'inbox-done',
      title: title[language],
      nav: 'inbox',
      crumbs: [{ text: pageText('inbox.title', language), href: '/' }, { text: title[language] }],
      model: { done: results.filter(({ done }) => done), refused: results.filter(({ done }) => !done), back },
    };
  },
});

async function doOne(
  { kind, command }: Bulk,
  id: string,
  input: Record<string, string>,
  posted: Record<string, unknown>,
  caller: Caller,
  language: Language,
  parts: Parts,
): Promise<Done> {
  const href = addressOfThing(kind, id);
  try {
    const thing = await knownThing(kind, id, caller, parts);
    const title = titleOf(thing.data, id);
    const { problem } = await giveForm({ kind, thing: id, command, posted, caller, language, input }, parts);
    if (!problem) return { href, title, done: true, why: null, basis: null };
    const why = problem.detail ?? (problem.errors.map(({ message }) => message).join(' ') || problem.title);
    return { href, title, done: false, why, basis: problem.basis };
  } catch (error) {
    if (!(error instanceof ProblemError) || error.status >= 500) throw error;
    const { title, detail } = problemBody(error, '', language);
    return { href, title: id, done: false, why: detail ?? title, basis: null };
  }
}
