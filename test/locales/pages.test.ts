import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { kinds } from '../../domain/kinds.ts';
import { inputSchema } from '../../server/things/input-schema.ts';
import { pageTexts } from '../../templates/page-texts.ts';

const filesIn = (folder: string, ends: RegExp): { path: string; text: string }[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ends.test(entry.name) && !/\.test\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

const views = filesIn('templates/pages', /\.hbs$/);
const code = [...filesIn('server', /\.ts$/), ...filesIn('templates/browser', /\.ts$/), ...filesIn('workflows', /\.ts$/)];

/** Keys that stand whole in templates: `{{t "inbox.title"}}`, `(t "…")`. */
const inViews = views.flatMap(({ path, text }) => [...text.matchAll(/[({]t "([^"]+)"/g)].map(([, key = '']) => ({ path, key })));
/** Keys that stand whole in the code, in what asks for a text. */
const inCode = code.flatMap(({ path, text }) =>
  [...text.matchAll(/\b(?:pageText|findPageText|t)\(\s*'([a-z][\w.-]+)'/g)].map(([, key = '']) => ({ path, key })),
);
/** Everything between quotes anywhere, and how keys that are put together begin. */
const quoted = new Set(
  [...views, ...code].flatMap(({ text }) => [...text.matchAll(/["'`]([a-z][\w-]*(?:\.[\w.-]+)+)["'`]/g)].map(([, key = '']) => key)),
);
/** A form looks for the words of its fields by the field's own name. */
const ofFields = ['label.', 'help.', 'choice.'];
const begun = [
  ...ofFields,
  ...new Set([
    ...code.flatMap(({ text }) => [...text.matchAll(/`([a-z][\w-]*(?:\.[\w-]+)*\.)\$\{/g)].map(([, start = '']) => start)),
    ...code.flatMap(({ text }) => [...text.matchAll(/'([a-z][\w-]*(?:\.[\w-]+)*\.)'\s*\+/g)].map(([, start = '']) => start)),
    ...views.flatMap(({ text }) => [...text.matchAll(/concat "([a-z][\w-]*(?:\.[\w-]+)*\.)"/g)].map(([, start = '']) => start)),
  ]),
];

describe('the texts of the pages', () => {
  test('every text that a page asks for is there', () => {
    expect([...inViews, ...inCode].filter(({ key }) => !pageTexts.has(key))).toEqual([]);
  });

  test('none is kept that no page asks for', () => {
    const used = (key: string) => quoted.has(key) || begun.some((start) => key.startsWith(start));
    expect([...pageTexts.keys()].filter((key) => !used(key))).toEqual([]);
  });

  test.each([...pageTexts])('%s: both languages, composed, with the same places', (_key, { vi, en }) => {
    const places = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).toSorted();
    expect(vi.trim()).not.toBe('');
    expect(en.trim()).not.toBe('');
    expect(vi).toBe(vi.normalize('NFC'));
    expect([...new Set(places(en))]).toEqual([...new Set(places(vi))]);
    expect(vi).not.toMatch(/(?:oà|oá|oả|oã|oạ|oè|oé|(?<!q)u[ỳýỷỹỵ])(?!\p{L})|\s{2}|^\s|\s$/iu);
  });

  test('no template holds words of its own', () => {
    const words = views.flatMap(({ path, text }) => {
      const bare = text
        .replace(/\{\{!--[\s\S]*?--\}\}|<!--[\s\S]*?-->|<script[\s\S]*?<\/script>|<code[\s\S]*?<\/code>|<pre[\s\S]*?<\/pre>/g, '')
        .replace(/\{\{\{?[\s\S]*?\}?\}\}/g, '')
        .replace(/<[^>]*>/g, '\n')
        .replace(/&\w+;/g, ' ')
        .replace(/[a-z-]+="[^"]*"|^ ?checked$/gm, '');
      return [...bare.matchAll(/\p{L}{2,}/gu)].map(([word]) => ({ path, word }));
    });
    expect(words).toEqual([]);
  });

  test('no value of a template is called like one of the words that templates have: it would not be shown', () => {
    const helpers = ['t', 'say', 'dong', 'number', 'day', 'instant', 'icon', 'same', 'or', 'concat', 'json'];
    const bare = new RegExp(`\\{\\{(${helpers.join('|')})\\}\\}`, 'g');
    expect(views.flatMap(({ path, text }) => [...text.matchAll(bare)].map(([written]) => ({ path, written })))).toEqual([]);
  });

  test('every field of a command that people give is called something', () => {
    const namesIn = (schema: unknown): string[] => {
      if (typeof schema !== 'object' || schema === null) return [];
      const { properties } = schema as { properties?: Record<string, unknown> };
      return [...(properties ? Object.keys(properties) : []), ...Object.values(schema).flatMap(namesIn)];
    };
    const given = (['round', 'scheme', 'council', 'incoming'] as const)
      .flatMap((kind) =>
        Object.values(kinds[kind].commands).filter(
          ({ name }) => !/^(note|begin|enter|put|return-to|conclude-appraisal|record-deposit|appoint|take-back)/.test(name),
        ),
      )
      .flatMap(({ input }) => namesIn(inputSchema(input)));
    const missing = [...new Set(given)].filter(
      (name) => !name.startsWith('$') && ![...pageTexts.keys()].some((key) => key.startsWith('label.') && key.endsWith(`.${name}`)),
    );
    expect(missing).toEqual([]);
  });
});
