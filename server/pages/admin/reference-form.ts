import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Changed } from '../../../commit/reference/change.ts';
import { isRefusal, type Refusal } from '../../../domain/command.ts';
import type { RegulationPack } from '../../../domain/regulation/pack.ts';
import { ruleGround } from '../../../domain/regulation/rule-ground.ts';
import { pageText } from '../../../templates/page-texts.ts';
import type { Language } from '../../http/language.ts';
import { ProblemError, refusalBody } from '../../http/problem.ts';
import { readFields } from '../../http/read-input.ts';
import type { Caller } from '../../identity/caller.ts';
import type { Parts } from '../../parts.ts';
import { inputSchema } from '../../things/input-schema.ts';
import { type Choices, type Field, fieldsOf } from '../forms/fields.ts';
import type { FormProblem } from '../forms/give-form.ts';
import type { JsonSchema } from '../forms/json-schema.ts';
import { problemView } from '../forms/problem-view.ts';
import { readForm } from '../forms/read-form.ts';
import { type Crumb, type Flash, isKept, type Page, type PageAnswer, page } from '../page.ts';
import { assertKeeps } from './access.ts';

type Asked<P> = { params: P; caller: Caller; language: Language };
/** Who sends it, under the id with which the form was shown: sent twice it is done once. */
type By = { id: string; by: string };

/** A form that changes something of the reference data: what it takes, what may be chosen, and what is done with it. */
export type ReferenceForm<S extends z.ZodType, P> = {
  path: string;
  params?: z.ZodObject;
  /** Under which the form's own texts and those of its fields are kept: `admin.form.<name>` and `admin.why.<name>`, `label.<name>.<field>`. */
  name: string;
  schema: S;
  crumbs(asked: Asked<P>, parts: Parts): Promise<Crumb[]>;
  choices?(asked: Asked<P>, parts: Parts): Promise<Choices>;
  /** What stands in it at first; may throw where there is nothing to be changed. */
  begin?(asked: Asked<P>, parts: Parts): Promise<Record<string, unknown>>;
  back(params: P): string;
  run(input: z.infer<S>, by: By, asked: Asked<P>, parts: Parts): Promise<Changed | Refusal | null>;
  done(changed: Changed, params: P): { redirect: string; flash: Flash };
};

const Uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The two pages of a form: shown, and sent. For administrators. */
export function referenceForm<const S extends z.ZodType, P = Record<string, never>>(form: ReferenceForm<S, P>): Page[] {
  const { name, schema, params } = form;
  const json = inputSchema(schema) as JsonSchema;

  async function formPage(asked: Asked<P>, parts: Parts, values: unknown, problem: FormProblem | null): Promise<PageAnswer> {
    const { language } = asked;
    const choices = (await form.choices?.(asked, parts)) ?? (() => undefined);
    const fields = fieldsOf({ name, schema: json, values, errors: problem?.errors ?? [], choices, language }).map(optionalWhole);
    const title = pageText(`admin.form.${name}`, language);
    return {
      view: 'admin/form',
      title,
      nav: 'admin',
      crumbs: [...(await form.crumbs(asked, parts)), { text: title }],
      status: problem?.status ?? 200,
      model: {
        action: filled(form.path, asked.params),
        id: randomUUID(),
        back: form.back(asked.params),
        why: pageText(`admin.why.${name}`, language),
        title,
        fields,
        problem: problemView(problem, fields, language),
      },
    };
  }

  const input = params ? { params } : {};
  const show = page({
    path: form.path,
    input,
    async run({ caller, language, params: read }, parts) {
      assertKeeps(caller);
      const asked = { params: read as P, caller, language };
      return formPage(asked, parts, (await form.begin?.(asked, parts)) ?? {}, null);
    },
  });
  const send = page({
    method: 'post',
    path: form.path,
    input,
    keeps: true,
    async run({ caller, language, params: read, posted }, parts) {
      assertKeeps(caller);
      const asked = { params: read as P, caller, language };
      const typed = readForm(json, posted);
      if (isKept(posted)) return formPage(asked, parts, typed, null);
      try {
        const id = typeof posted._id === 'string' && Uuid.test(posted._id) ? posted._id.toLowerCase() : randomUUID();
        const changed = await form.run(readFields(schema, typed, language), { id, by: caller.id }, asked, parts);
        if (changed === null) throw new ProblemError('not-found');
        if (isRefusal(changed)) return formPage(asked, parts, typed, problemOf(changed, language, parts));
        // Whoever changed it sees it changed; other servers learn of it within a minute.
        parts.identity.forgetAll();
        parts.names.forget();
        return form.done(changed, asked.params);
      } catch (error) {
        if (!(error instanceof ProblemError) || error.code !== 'malformed') throw error;
        const { errors = [] } = error.extra;
        const problem = { title: '', detail: null, basis: null, certainty: null, errors, status: 400, values: {} };
        return formPage(asked, parts, typed, problem);
      }
    },
  });
  return [show, send];
}

/** What stands in a group that may be left out is asked for only where the group is given. */
const optionalWhole = (field: Field): Field =>
  field.kind === 'group' && !field.required ? { ...field, fields: field.fields.map((inner) => ({ ...inner, required: false })) } : field;

const filled = (path: string, params: unknown): string =>
  path.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent((params as Record<string, string>)[key] ?? ''));

/** The law by which administrators are judged: that of the latest programme. */
export function latestPack({ committing }: Pick<Parts, 'committing'>): RegulationPack {
  const pack = [...committing.packs.values()].toSorted((a, b) => a.valid.from.localeCompare(b.valid.from)).at(-1);
  if (!pack) throw new Error('There is no regulation pack.');
  return pack;
}

function problemOf({ rule, values, status, ground }: Refusal, language: Language, parts: Parts): FormProblem {
  const { basis, certainty } = ground ?? ruleGround(latestPack(parts), rule);
  const { title, detail } = refusalBody({ rule, values, legalBasis: basis, certainty }, status, '', language);
  return { title, detail, basis, certainty, errors: [], status, values };
}
