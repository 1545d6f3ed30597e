import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import Handlebars from 'handlebars';
import { formatDong } from '../domain/money/format.ts';
import { icon } from './icons.ts';
import { type Language, pageText } from './page-texts.ts';
import { shownDay, shownInstant, shownNumber } from './shown-values.ts';

const folder = join(import.meta.dirname, 'pages');

type Data = { data: { language: Language } };
const languageOf = ({ data }: Data): Language => data.language;

const handlebars = Handlebars.create();
handlebars.registerHelper({
  /** A text of the locale files, with its places filled from the named values: `{{t "inbox.count" count=items.length}}`. */
  t: (key: string, options: Handlebars.HelperOptions & Data) => pageText(key, languageOf(options), options.hash),
  /** What exists in both languages, as the reader's: `{{say stateTitle}}`. */
  say: (text: Record<Language, string> | string | undefined, options: Data) =>
    typeof text === 'object' && text !== null ? text[languageOf(options)] : (text ?? ''),
  /** đồng, grouped the Vietnamese way, without the word. */
  dong: (value: unknown) => (typeof value === 'number' ? formatDong(value) : '–'),
  number: (value: unknown, options: Data) => (typeof value === 'number' ? shownNumber(value, languageOf(options)) : '–'),
  /** `2022-03-31` as 31/03/2022. */
  day: (value: unknown) => (typeof value === 'string' ? shownDay(value) : '–'),
  /** An instant in the programme's time zone: 31/03/2022 14:05. */
  instant: (value: unknown, options: Data) => (typeof value === 'string' ? shownInstant(value, languageOf(options)) : '–'),
  icon: (name: string) => new Handlebars.SafeString(icon(name)),
  same: (one: unknown, other: unknown) => one === other,
  or: (...all: unknown[]) => all.slice(0, -1).some(Boolean),
  concat: (...all: unknown[]) => all.slice(0, -1).join(''),
  /** Data for a script, inside `<script type="application/json">`: nothing in it can end the element. */
  json: (value: unknown) => new Handlebars.SafeString(JSON.stringify(value ?? null).replace(/[<>&\u2028\u2029]/g, unicode)),
});

const unicode = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
const read = (path: string): string => readFileSync(path, 'utf8').normalize('NFC');

const templates = new Map<string, Handlebars.TemplateDelegate>();
for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !entry.name.endsWith('.hbs')) continue;
  const path = join(entry.parentPath, entry.name);
  const name = relative(folder, path).replace(/\.hbs$/, '');
  const text = read(path);
  if (name.startsWith('partials/')) handlebars.registerPartial(name.slice('partials/'.length), text);
  else templates.set(name, handlebars.compile(text));
}

/** One view (`schemes/show`) with its model, as HTML. A model holds what is shown, ready: a template computes nothing. */
export function renderView(view: string, model: object, language: Language): string {
  const template = templates.get(view);
  if (!template) throw new Error(`templates/pages has no view "${view}".`);
  return template(model, { data: { language } });
}

/** The frame of every page around its content. */
export function renderPage(shell: object, content: string, language: Language): string {
  return renderView('layout', { ...shell, content: new Handlebars.SafeString(content) }, language);
}
