import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import { officialDate } from '../domain/document/dates.ts';
import { DocumentForm, numberAndSymbol, type OfficialDocument } from '../domain/document/model.ts';
import type { Cell } from '../domain/document/table.ts';
import { formatDong } from '../domain/money/format.ts';
import { type DocumentView, documentView, type ViewOptions } from './document-view.ts';
import { shownText } from './shown-text.ts';

const forms = join(import.meta.dirname, 'documents');
const noBreak = '\u00a0';

const handlebars = Handlebars.create();
for (const file of readdirSync(join(forms, 'partials'))) {
  handlebars.registerPartial(file.replace(/\.hbs$/, ''), read(join(forms, 'partials', file)));
}
handlebars.registerHelper({
  /** Places for day and month are left open before the date is known. */
  dateOf: (date: string | undefined) =>
    date === undefined ? `ngày ${noBreak.repeat(6)} tháng ${noBreak.repeat(6)} năm ${noBreak.repeat(8)}` : officialDate(date),
  numberAndSymbol: (document: DocumentView) => numberAndSymbol(document) ?? `${noBreak.repeat(8)}/${document.symbol ?? ''}`,
  /** Chromium leaves an empty cell out of the structure tree, so that rows get unequal lengths: a no-break space keeps it. */
  /** Text inside a string of a style sheet: whatever could end the string or the sheet is written as a number. */
  cssText: (text: string) =>
    new Handlebars.SafeString(text.replace(/[^\p{L}\p{N} .:·–-]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)),
  /** What a paragraph must stay with: the list that it announces, or, where it is hardly a line long, the paragraph before it. Not justified where a word is as long as a line. */
  keeping: (text: string | undefined) =>
    `${/:$/.test(text ?? '') ? ' leads' : ''}${/\S{22}/u.test(text ?? '') ? ' ragged' : ''}${lengthClass(text?.length ?? 0)}`,
  cell: (value: Cell) => (typeof value === 'number' ? formatDong(value) : value === '' ? noBreak : value),
});

/** A line has about 90 characters. What is long may be broken before the signatures; what is brief takes what stands before it along. */
const lengthClass = (characters: number): string => (characters < 85 ? ' brief' : characters > 1_000 ? ' long' : '');

const templates = new Map(
  DocumentForm.options.map((form) => [form, handlebars.compile<DocumentView>(read(join(forms, `${form}.hbs`)), { preventIndent: true })]),
);

const faces = [
  { file: 'tinos-regular', weight: 400, style: 'normal' },
  { file: 'tinos-italic', weight: 400, style: 'italic' },
  { file: 'tinos-bold', weight: 700, style: 'normal' },
  { file: 'tinos-bold-italic', weight: 700, style: 'italic' },
];

/** Fonts and layout of official documents as one style sheet that loads nothing from anywhere. */
export const documentStyles: string = [
  ...faces.map(({ file, weight, style }) => {
    const data = readFileSync(join(import.meta.dirname, 'fonts', `${file}.woff2`)).toString('base64');
    return `@font-face{font-family:Tinos;font-weight:${weight};font-style:${style};src:url(data:font/woff2;base64,${data})}`;
  }),
  read(join(import.meta.dirname, 'styles', 'document.css')),
].join('\n');

/** What a page may load when it shows a document: styles, fonts and pictures that are part of it, nothing else. */
export const documentContentPolicy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:";

/**
 * The inside of `<body>`; preview and PDF draw the same. `withFields` puts a link where each signature field comes to stand, `screen`
 * shows in the text what stands in the margins of printed pages.
 */
export function documentBody(document: OfficialDocument, options: ViewOptions): string {
  const template = templates.get(document.form);
  if (!template) throw new Error(`no template for the form ${document.form}`);
  return shownText(template(documentView(document, options)));
}

/** A whole page with styles and fonts, around a body (empty: the shell that a warm browser page keeps). */
export function documentPage(body: string, title: string): string {
  return `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${documentContentPolicy}"><title>${Handlebars.escapeExpression(title)}</title><style>${documentStyles}</style></head><body>${body}</body></html>`;
}

/** A whole page that shows a document on a screen, by the same partials: it needs no script and loads nothing. */
export function documentPreview(document: OfficialDocument): string {
  const body = documentBody(document, { withFields: false, screen: true });
  // All of it is the page's main part, the mark and the annexes too; in the PDF the text alone is.
  const whole = `<main tabindex="0">${body.replace(/<(\/?)main\b/g, '<$1div')}</main>`;
  return documentPage(whole, documentTitle(document)).replace('<body>', '<body class="preview">');
}

/** Title of a document for lists and for the PDF: "Quyết định số 05/QĐ-BCT Về việc …". */
export function documentTitle(document: OfficialDocument): string {
  const kind = document.typeName ?? 'CÔNG VĂN';
  const number = numberAndSymbol(document);
  const name = kind.charAt(0) + kind.slice(1).toLocaleLowerCase('vi');
  return shownText(
    `${name}${number === undefined ? '' : ` số ${number}`}: ${document.abstract}${document.sample ? ' (MẪU THỬ – KHÔNG CÓ GIÁ TRỊ)' : ''}`,
  );
}

function read(path: string): string {
  return readFileSync(path, 'utf8').normalize('NFC');
}
