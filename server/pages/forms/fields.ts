import { findPageText } from '../../../templates/page-texts.ts';
import type { Language } from '../../http/language.ts';
import type { FieldError } from '../../http/problem.ts';
import { discriminatorOf, isGroup, isHash, type JsonSchema, waysOf } from './json-schema.ts';

export type Choice = { value: string; text: string; chosen?: boolean };
/** One thing that a form asks for, ready to be shown. `path` is its name in the form, `pointer` its place in the command's input. */
export type Field = {
  kind:
    | 'text'
    | 'long'
    | 'number'
    | 'money'
    | 'day'
    | 'time'
    | 'tick'
    | 'choice'
    | 'choices'
    | 'file'
    | 'files'
    | 'group'
    | 'rows'
    | 'fixed';
  path: string;
  pointer: string;
  id: string;
  label: string;
  help: string | null;
  required: boolean;
  value: string;
  error: string | null;
  choices: Choice[];
  fields: Field[];
  /** Of rows: each with its own fields; `add` is the name of the button that asks for one more without a script. */
  rows: { no: number; fields: Field[] }[];
  /** An empty row, for the script that adds one. */
  blank: Field[];
  kept: { sha256: string; name: string }[];
  maxLength: number | null;
};

/** What may be chosen in a field, by its place (`members.personId`); undefined where anything may be written. */
export type Choices = (place: string) => Choice[] | undefined;
export type FormInput = {
  /** The command, or another name under which the texts of its fields are kept. */
  name: string;
  schema: JsonSchema;
  values: unknown;
  errors: FieldError[];
  choices: Choices;
  language: Language;
  /** One more empty row in these lists, by path. */
  more?: string[];
  /** What is known of files that are already kept. */
  files?: Map<string, string>;
};
type Here = FormInput & { path: string; place: string; pointer: string; required: boolean };

const longText = 300;
const rowsAtFirst = 1;

/** The fields of a form, from the schema of what it makes. */
export function fieldsOf(input: FormInput): Field[] {
  return propertiesOf(input.schema, { ...input, path: '', place: '', pointer: '', required: true });
}

function propertiesOf(schema: JsonSchema, here: Here): Field[] {
  const values = isGroup(here.values) ? here.values : {};
  return Object.entries(schema.properties ?? {}).map(([name, property]) =>
    fieldOf(property, {
      ...here,
      values: values[name],
      path: here.path === '' ? name : `${here.path}[${name}]`,
      place: here.place === '' ? name : `${here.place}.${name}`,
      pointer: `${here.pointer}/${name}`,
      required: schema.required?.includes(name) ?? false,
    }),
  );
}

function fieldOf(property: JsonSchema, here: Here): Field {
  const { ways, nullable } = waysOf(property, here.schema);
  const told = discriminatorOf(ways);
  if (told) return unionOf(ways, told, here);
  const schema = ways.find(({ type }) => type !== 'object') ?? ways[0] ?? {};
  const base = bare(here, nullable);
  const shown = here.values ?? schema.default ?? property.default;
  const choices = here.choices(here.place);
  const type = [schema.type].flat()[0];
  if (type === 'array') return arrayOf(schema, base, here);
  if (type === 'object') return { ...base, kind: 'group', fields: propertiesOf(schema, { ...here, values: here.values }) };
  if (type === 'boolean') return { ...base, kind: 'tick', value: shown === true ? 'on' : '' };
  if (schema.const !== undefined) return { ...base, kind: 'fixed', value: String(schema.const) };
  if (choices) return { ...base, kind: 'choice', choices: chosen(choices, [shown]), value: text(shown) };
  const listed =
    schema.enum ?? (ways.length > 1 && ways.every((way) => way.const !== undefined) ? ways.map((way) => String(way.const)) : undefined);
  if (listed)
    return {
      ...base,
      kind: 'choice',
      choices: chosen(
        listed.map((value) => choiceOf(String(value), here)),
        [shown],
      ),
      value: text(shown),
    };
  if (isHash(schema)) return { ...base, kind: 'file', kept: keptOf([shown], here) };
  if (type === 'integer' || type === 'number')
    return { ...base, kind: /Dong$|^amount|price$/i.test(lastOf(here.place)) ? 'money' : 'number', value: numeral(shown, here.language) };
  if (schema.format === 'date') return { ...base, kind: 'day', value: text(shown) };
  if (schema.format === 'date-time') return { ...base, kind: 'time', value: text(shown) };
  const maxLength = schema.maxLength ?? null;
  return { ...base, kind: maxLength === null || maxLength > longText ? 'long' : 'text', value: text(shown), maxLength };
}

/** What is one of several kinds: which kind first, then the fields of each; those of the others are let go when it is read. */
function unionOf(ways: JsonSchema[], told: { name: string; values: string[] }, here: Here): Field {
  const values = isGroup(here.values) ? here.values : {};
  const inner = {
    ...here,
    path: here.path === '' ? told.name : `${here.path}[${told.name}]`,
    place: `${here.place}.${told.name}`,
    pointer: `${here.pointer}/${told.name}`,
  };
  const which: Field = {
    ...bare({ ...inner, required: true }, false),
    kind: 'choice',
    choices: chosen(
      told.values.map((value) => choiceOf(value, inner)),
      [values[told.name]],
    ),
    value: text(values[told.name]),
  };
  const fields = new Map<string, Field>();
  for (const way of ways) {
    const { [told.name]: _, ...properties } = way.properties ?? {};
    for (const field of propertiesOf({ ...way, properties }, here)) {
      const known = fields.get(field.path);
      fields.set(
        field.path,
        known
          ? { ...known, required: known.required && field.required }
          : {
              ...field,
              required: field.required && ways.every((one) => one.required?.includes(lastOf(field.pointer.replaceAll('/', '.'))) ?? false),
            },
      );
    }
  }
  return { ...bare(here, false), kind: 'group', fields: [which, ...fields.values()] };
}

function arrayOf(schema: JsonSchema, base: Field, here: Here): Field {
  const given = Array.isArray(here.values) ? here.values : [];
  const { ways } = waysOf(schema.items ?? {}, here.schema);
  const item = ways[0] ?? {};
  if (isHash(item)) return { ...base, kind: 'files', kept: keptOf(given, here) };
  const isObject = item.type === 'object' || discriminatorOf(ways) !== null;
  const choices = here.choices(here.place) ?? (item.enum ? item.enum.map((value) => choiceOf(String(value), here)) : undefined);
  if (!isObject && choices) return { ...base, kind: 'choices', choices: chosen(choices, given) };
  const row = (value: unknown, no: number): Field[] => {
    const inRow = { ...here, values: value, path: `${here.path}[${no}]`, pointer: `${here.pointer}/${no}`, required: true };
    const whole = fieldOf(schema.items ?? {}, inRow);
    return whole.kind === 'group' ? whole.fields : [whole];
  };
  const wanted = Math.max(given.length, schema.minItems ?? 0, base.required ? rowsAtFirst : 0) + (here.more?.includes(here.path) ? 1 : 0);
  const rows = Array.from({ length: wanted }, (_, no) => ({ no: no + 1, fields: row(given[no], no) }));
  const blank = row(undefined, Number.NaN).map((field) => renamed(field));
  return { ...base, kind: 'rows', rows, blank };
}

/** The number of a row that is not there yet stands as `__row__`, for the script that adds it. */
const renamed = (field: Field): Field => ({
  ...field,
  path: field.path.replace('[NaN]', '[__row__]'),
  id: field.id.replace('NaN', '__row__'),
  fields: field.fields.map(renamed),
});

function bare(here: Here, nullable: boolean): Field {
  const error = here.errors.find(({ pointer, in: part }) => part === 'body' && pointer === here.pointer);
  return {
    kind: 'text',
    path: here.path,
    pointer: here.pointer,
    id: `f${here.path.replace(/[[\]]+/g, '-').replace(/-$/, '')}`,
    label: said('label', here) ?? lastOf(here.place),
    help: said('help', here) ?? null,
    required: here.required && !nullable,
    value: '',
    error: error?.message ?? null,
    choices: [],
    fields: [],
    rows: [],
    blank: [],
    kept: [],
    maxLength: null,
  };
}

/** The text of a field: of this command, or of every field of this name. */
function said(what: 'label' | 'help', { name, place, language }: Here): string | undefined {
  return findPageText(`${what}.${name}.${place}`, language) ?? findPageText(`${what}.${lastOf(place)}`, language);
}

/** What a listed value is called: in this place, or wherever it stands. */
function choiceOf(value: string, { name, place, language }: Here): Choice {
  const called =
    findPageText(`choice.${name}.${place}.${value}`, language) ??
    findPageText(`choice.${lastOf(place)}.${value}`, language) ??
    findPageText(`choice.${value}`, language);
  return { value, text: called ?? value };
}

const chosen = (choices: Choice[], values: unknown[]): Choice[] =>
  choices.map((one) => ({ ...one, chosen: values.map(String).includes(one.value) }));
const keptOf = (values: unknown[], { files }: Here): Field['kept'] =>
  values
    .filter((value): value is string => typeof value === 'string' && value !== '')
    .map((sha256) => ({ sha256, name: files?.get(sha256) ?? `${sha256.slice(0, 12)}…` }));
const lastOf = (place: string): string => place.split('.').at(-1) ?? place;
const text = (value: unknown): string => (typeof value === 'string' ? value : value === undefined || value === null ? '' : String(value));
const numerals = {
  vi: new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 6 }),
  en: new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 6 }),
};
const numeral = (value: unknown, language: Language): string =>
  typeof value === 'number' ? numerals[language].format(value) : text(value);
