import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { shownValue } from './shown-values.ts';

export type Language = 'vi' | 'en';

const folder = join(import.meta.dirname, 'locales', 'pages');
const Texts = z.record(z.string(), z.object({ vi: z.string().normalize('NFC'), en: z.string() }));

/** Every text of the pages, by key; a file of the folder holds the texts of one room. A key that two files have is refused. */
export const pageTexts: ReadonlyMap<string, Record<Language, string>> = readTexts();

function readTexts(): Map<string, Record<Language, string>> {
  const all = new Map<string, Record<Language, string>>();
  for (const name of readdirSync(folder)) {
    for (const [key, text] of Object.entries(Texts.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))))) {
      if (all.has(key)) throw new Error(`templates/locales/pages/${name}: the key "${key}" is taken by another file.`);
      all.set(key, text);
    }
  }
  return all;
}

/** A value of its own, `{{days}}`, or one of two words by whether it is one: `{{days|day|days}}`. */
const place = /\{\{(\w+)(?:\|([^{|}]*)\|([^{|}]*))?\}\}/g;

/** A text in the reader's language, its places filled from the values. @throws Error for a key without a text */
export function pageText(key: string, language: Language, values: Record<string, unknown> = {}): string {
  const text = pageTexts.get(key);
  if (!text) throw new Error(`templates/locales/pages has no text for "${key}".`);
  return text[language].replace(place, (_, name: string, one?: string, many?: string) =>
    one === undefined ? shownValue(values[name], language) : Number(values[name]) === 1 ? one : (many ?? one),
  );
}

/** The same where there may be none: undefined. */
export const findPageText = (key: string, language: Language): string | undefined => pageTexts.get(key)?.[language];
