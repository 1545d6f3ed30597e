import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Json } from '../../domain/command.ts';
import { formatRules } from '../../domain/document/format/rules.ts';
import { fill } from './fill.ts';
import type { Language } from './language.ts';

const Both = z.strictObject({ vi: z.string(), en: z.string() });
const Texts = z.record(z.enum(formatRules), z.strictObject({ message: Both, mend: Both }));

const file = fileURLToPath(new URL('../../templates/locales/findings.json', import.meta.url));
const texts = Texts.parse(JSON.parse(readFileSync(file, 'utf8')));

/** What the checker looks for by a rule of form, its places not filled; undefined where there is no such rule. */
export const ruleTexts = (rule: string): { message: Record<Language, string>; mend: Record<Language, string> } | undefined =>
  (texts as Record<string, { message: Record<Language, string>; mend: Record<Language, string> }>)[rule];

/** What a finding of the format checker says, and how it is mended. */
export function findingText(
  rule: (typeof formatRules)[number],
  language: Language,
  values: Record<string, Json>,
): { message: string; mend: string } {
  const { message, mend } = texts[rule];
  return { message: fill(message[language], values, language), mend: fill(mend[language], values, language) };
}
