import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { registerIncoming } from '../../../domain/incoming/commands/register-incoming.ts';
import { pageText } from '../../../templates/page-texts.ts';
import type { Language } from '../../http/language.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Parts } from '../../parts.ts';
import { inputSchema } from '../../things/input-schema.ts';
import { mayCreate } from '../command-form.ts';
import { fieldsOf } from '../forms/fields.ts';
import { type FormProblem, giveForm } from '../forms/give-form.ts';
import type { JsonSchema } from '../forms/json-schema.ts';
import { problemView } from '../forms/problem-view.ts';
import { readForm } from '../forms/read-form.ts';
import { type Page, type PageAnswer, page } from '../page.ts';

/** What a clerk enters of a paper; what the exchange alone knows is left out. */
const asked = ['author', 'typeName', 'symbol', 'date', 'subject', 'signer', 'dueOn', 'files', 'again'];
const Files = z.toJSONSchema(z.array(z.hash('sha256')).max(50)) as JsonSchema;

/** The command's own fields, files simply as files: their names come with them. */
function formSchema(isDouble: boolean): JsonSchema {
  const { properties = {}, ...schema } = inputSchema(registerIncoming.input) as JsonSchema;
  const shown = asked.filter((name) => name !== 'again' || isDouble);
  return {
    ...schema,
    properties: Object.fromEntries(shown.flatMap((name) => (name === 'files' ? [[name, Files]] : [[name, properties[name] ?? {}]]))),
  };
}

function formPage(
  language: Language,
  values: Record<string, unknown> = {},
  problem: FormProblem | null = null,
  files = new Map<string, string>(),
): PageAnswer {
  // A paper that is in the register already is entered again only with a word why.
  const isDouble = problem?.values.number !== undefined || values.again !== undefined;
  const schema = formSchema(isDouble);
  const fields = fieldsOf({
    name: 'register-incoming',
    schema,
    values,
    errors: problem?.errors ?? [],
    choices: () => undefined,
    language,
    files,
  });
  const title = pageText('lists.create.incoming', language);
  return {
    view: 'registers/register',
    title,
    nav: 'registers',
    crumbs: [{ text: pageText('registers.title', language), href: '/registers' }, { text: title }],
    status: problem?.status ?? 200,
    model: { id: randomUUID(), fields, problem: problemView(problem, fields, language) },
  };
}

const show = page({
  path: '/incoming/new',
  input: { query: z.looseObject({}) },
  async run({ caller, language }, parts) {
    if (!mayCreate('incoming', caller, parts)) throw new ProblemError('forbidden');
    return formPage(language);
  },
});

const send = page({
  method: 'post',
  path: '/incoming/new',
  input: {},
  files: true,
  keeps: true,
  async run({ posted, caller, language }, parts) {
    if (!mayCreate('incoming', caller, parts)) throw new ProblemError('forbidden');
    const typed = readForm(formSchema(true), posted) as Record<string, unknown>;
    const names = await namesOf(typed.files, caller.id, parts);
    const files = ((typed.files ?? []) as string[]).map((sha256) => ({ sha256, name: names.get(sha256) ?? `${sha256.slice(0, 12)}.pdf` }));
    const input = { ...typed, files };
    const given = await giveForm({ kind: 'incoming', thing: null, command: 'register-incoming', posted, caller, language, input }, parts);
    if (given.problem) return formPage(language, typed, given.problem, names);
    const number = String((given.outcome.result as { number?: number }).number ?? '');
    return { redirect: `/incoming/${given.outcome.id}`, flash: { kind: 'success', key: 'registers.registered', values: { number } } };
  },
});

/** Under which names they handed their files in. */
async function namesOf(files: unknown, personId: string, { reader }: Pick<Parts, 'reader'>): Promise<Map<string, string>> {
  const hashes = Array.isArray(files) ? files.map(String) : [];
  const rows = await reader.upload.findMany({ where: { personId, sha256: { in: hashes } }, select: { sha256: true, name: true } });
  return new Map(rows.map(({ sha256, name }) => [sha256, name]));
}

/** A paper comes into the register of incoming documents, entered by the clerk (Decree 30/2020/NĐ-CP, Article 22). */
export const registerFormPages: Page[] = [show, send];
