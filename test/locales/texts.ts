import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const languages = ['vi', 'en'] as const;
export type Both = Record<(typeof languages)[number], string>;

export const read = (path: string): unknown => JSON.parse(readFileSync(`${root}/${path}`, 'utf8'));

/** All texts of refusals by rule, with the file each stands in. */
export function refusalTexts(): Map<string, Both & { file: string }> {
  const folder = 'templates/locales/refusals';
  const found = new Map<string, Both & { file: string }>();
  for (const file of readdirSync(`${root}/${folder}`)) {
    for (const [rule, text] of Object.entries(read(`${folder}/${file}`) as Record<string, Both>)) {
      const earlier = found.get(rule);
      if (earlier) throw new Error(`${rule} stands in ${earlier.file} and in ${file}.`);
      found.set(rule, { ...text, file });
    }
  }
  return found;
}

/** The places that a text wants filled: `asked` of `{{asked}}` and of `{{dong asked}}`. */
export const placesOf = (text: string): string[] =>
  [...text.matchAll(/\{\{([^}]*)\}\}/g)].map(([, inner = '']) => /^(?:(?:dong|percent|date) )?([\w-]+)$/.exec(inner)?.[1] ?? `?${inner}`);
