import { readFileSync } from 'node:fs';
import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { browserEnvironment } from '../../../../config/browser-environment.ts';
import { loadPacks } from '../../../../config/regulations.ts';
import { defects } from '../../../../domain/document/format/defects/all.ts';
import { sample } from '../../../../domain/document/format/defects/spoil.ts';
import type { FormatContext } from '../../../../domain/document/format/finding.ts';
import type { OfficialDocument } from '../../../../domain/document/model.ts';
import { documentBody, documentTitle } from '../../../../templates/document.ts';
import { samples } from '../../../../templates/gallery.ts';
import { launchBrowser } from '../browser.ts';
import { prepare } from '../prepare.ts';
import { openWarmPage, type WarmPage } from '../warm-page.ts';
import { checkPdf } from './check-pdf.ts';
import { pageDefects } from './test-defects.ts';

const [pack] = loadPacks('regulations').values();
if (!pack) throw new Error('no pack');
const context: FormatContext = { pack, on: '2022-06-24' };
const created = new Date('2026-01-05T02:00:00Z');

let browser: Browser;
let page: WarmPage;
beforeAll(async () => {
  const { executablePath, libraries, fonts } = inject('browser');
  browser = await launchBrowser({ executablePath, env: browserEnvironment(libraries, fonts) });
  page = await openWarmPage(browser);
});
afterAll(() => browser.close());

async function printed(document: OfficialDocument, spoil: (html: string) => string = (html) => html): Promise<Uint8Array> {
  const body = spoil(documentBody(document, { withFields: true }).normalize('NFC'));
  return prepare(await page.print(body, documentTitle(document), 60_000), document, created);
}

const texts = JSON.parse(readFileSync('templates/locales/findings.json', 'utf8')) as Record<string, { message: { vi: string } }>;
/** What the text of a rule wants to be given. */
const placesOf = (rule: string): string[] => [...(texts[rule]?.message.vi ?? '').matchAll(/\{\{(\w+)\}\}/g)].map(([, place = '']) => place);

describe('the pages of the clean gallery are not accused', () => {
  test.each(samples())('$type ($size)', async ({ document }) => {
    expect(checkPdf(await printed(document), document, context)).toEqual([]);
  });
});

describe('seeded defects of pages', () => {
  const missed: string[] = [];

  test.each(pageDefects)('$name: $rule', async ({ name, type, size, rule, spoil }) => {
    const document = sample(type, size);
    const findings = checkPdf(await printed(document, spoil), document, context);
    const found = findings.map((finding) => finding.rule);
    if (!found.includes(rule)) missed.push(`${name}: ${rule}, found ${[...new Set(found)].join(', ')}`);
    expect(findings.every(({ basis, severity }) => basis !== '' && severity === 'error')).toBe(true);
    const unfilled = findings.flatMap((finding) => placesOf(finding.rule).filter((place) => !(place in finding.values)));
    expect(unfilled).toEqual([]);
  });

  test('of all seeded defects, of data and of pages, at least 95 in 100 are caught', () => {
    const all = defects.length + pageDefects.length;
    if (missed.length > 0) console.warn(`${missed.length} of ${all} seeded defects were missed:\n${missed.join('\n')}`);
    expect(all).toBeGreaterThanOrEqual(150);
    expect((all - missed.length) / all).toBeGreaterThanOrEqual(0.95);
  });
});

describe('a file that is none', () => {
  test.each([
    ['nothing', new Uint8Array()],
    ['noise', Buffer.from('%PDF-1.7\nnothing of the kind\n%%EOF')],
  ])('%s is a finding, not a crash', async (_what, file) => {
    expect(checkPdf(file, sample('reminder'), context)).toMatchObject([{ rule: 'page.unreadable', severity: 'error' }]);
  });
});
