import type { Request } from 'express';
import { z } from 'zod';
import type { Input } from './endpoint.ts';
import type { Language } from './language.ts';
import { type FieldError, ProblemError } from './problem.ts';
import { unstorableAt, unstorableText } from './storable.ts';

type Place = FieldError['in'];
const messages = { vi: z.locales.vi().localeError, en: z.locales.en().localeError };

const escaped = (step: PropertyKey) => String(step).replaceAll('~', '~0').replaceAll('/', '~1');
const pointerOf = (path: readonly PropertyKey[]) => path.map((step) => `/${escaped(step)}`).join('');

/** Reads one part of a request, or says what is wrong with each field of it. */
function read(schema: z.ZodType, value: unknown, place: Place, language: Language): { value: unknown } | { errors: FieldError[] } {
  const strange = unstorableAt(value);
  if (strange) {
    return { errors: [{ in: place, pointer: pointerOf(strange.path), code: strange.code, message: unstorableText(strange, language) }] };
  }
  const parsed = schema.safeParse(value, { error: messages[language] });
  return parsed.success ? { value: parsed.data } : { errors: parsed.error.issues.flatMap((issue) => fieldErrors(issue, place)) };
}

function fieldErrors(issue: z.core.$ZodIssue, place: Place): FieldError[] {
  const { code = 'invalid', message } = issue;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ in: place, pointer: pointerOf([...issue.path, key]), code, message }));
  }
  return [{ in: place, pointer: pointerOf(issue.path), code, message }];
}

/** Reads one value by its schema. @throws ProblemError 400 naming every field that cannot be read */
export function readFields<Schema extends z.ZodType>(schema: Schema, value: unknown, language: Language): z.infer<Schema> {
  const outcome = read(schema, value, 'body', language);
  if ('errors' in outcome) throw new ProblemError('malformed', { errors: outcome.errors });
  return outcome.value as z.infer<Schema>;
}

/** Reads what the endpoint takes. @throws ProblemError 400 naming every field that cannot be read. */
export function readInput(input: Input, request: Request, language: Language) {
  const errors: FieldError[] = [];
  const take = (schema: z.ZodType | undefined, value: unknown, place: Place): unknown => {
    if (!schema) return undefined;
    const outcome = read(schema, value, place, language);
    if ('value' in outcome) return outcome.value;
    errors.push(...outcome.errors);
    return undefined;
  };
  const params = take(input.params, request.params, 'path');
  // Nobody is told which form an unknown address should have had: it is simply not there.
  if (errors.length > 0) throw new ProblemError('not-found');
  const query = take(input.query, { ...request.query }, 'query');
  const headers = take(input.headers, namedHeaders(input.headers, request), 'header');
  const body = take(input.body, request.body, 'body');
  if (errors.length > 0) throw new ProblemError('malformed', { errors });
  return { params, query, headers, body };
}

function namedHeaders(schema: z.ZodObject | undefined, request: Request): Record<string, string | string[]> {
  const names = Object.keys(schema?.shape ?? {});
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = request.headers[name.toLowerCase()];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
