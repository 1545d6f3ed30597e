import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Json } from '../../domain/command.ts';
import { fill } from './fill.ts';
import type { Language } from './language.ts';

const Both = z.object({ vi: z.string(), en: z.string() });
const Errors = z.record(z.string(), z.object({ title: Both, detail: Both }));
const Refusals = z.record(z.string(), Both);

const folder = fileURLToPath(new URL('../../templates/locales/', import.meta.url));
const read = (name: string): unknown => JSON.parse(readFileSync(folder + name, 'utf8'));

const errors = Errors.parse(read('errors.json'));
const refusals = new Map(
  readdirSync(`${folder}refusals`)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => Object.entries(Refusals.parse(read(`refusals/${name}`)))),
);

/** Title and explanation of a general problem, such as `not-found`. */
export function errorText(code: string, language: Language, values: Record<string, Json> = {}): { title: string; detail: string } {
  const text = errors[code];
  if (!text) throw new Error(`templates/locales/errors.json has no text for "${code}".`);
  return { title: text.title[language], detail: fill(text.detail[language], values, language) };
}

/** What a rule that says no tells: what, why, and how to go on. */
export function refusalText(rule: string, language: Language, values: Record<string, Json>): string {
  const text = refusals.get(rule);
  return text ? fill(text[language], values, language) : errorText('rule-refuses', language, { rule }).detail;
}
