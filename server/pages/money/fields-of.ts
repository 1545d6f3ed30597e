import { inputSchema } from '../../things/input-schema.ts';
import { kindOf } from '../../things/kinds.ts';
import { type Choice, type Field, fieldsOf } from '../forms/fields.ts';
import type { JsonSchema } from '../forms/json-schema.ts';
import type { Shown } from './form-page.ts';

/** The ordinary fields of a command by their names, in that order: what was typed, else what stands there at first. `choices` by field. */
export function commandFields(
  command: string,
  names: string[],
  { values, errors, language }: Pick<Shown, 'values' | 'errors' | 'language'>,
  first: Record<string, unknown> = {},
  choices: Record<string, Choice[]> = {},
): Field[] {
  const schema = inputSchema(kindOf('scheme').commands[command]!.input) as JsonSchema;
  const fields = fieldsOf({ name: command, schema, values: values ?? first, errors, choices: (place) => choices[place], language });
  return names.flatMap((name) => fields.find(({ path }) => path === name) ?? []);
}
