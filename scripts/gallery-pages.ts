import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'puppeteer';
import { environment } from '../config/environment.ts';
import { patternOf, walk } from './gallery/atlas.ts';
import { openPageBrowser } from './gallery/page-browser.ts';
import { findBrowser } from './setup/browser.ts';
import { explain, say, step } from './setup/progress.ts';

/**
 * `npm run gallery:pages`: every page that the sample persons reach in a running rehearsal (DEMO_URL, else http://127.0.0.1:3000; best after
 * `npm run demo`), as pictures at desktop and phone width in both languages, in var/gallery-pages with an index page.
 * `npm run gallery:pages -- --readme` makes the few pictures of the README instead, into docs/pictures.
 */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, 'var', 'gallery-pages');
const base = (process.env.DEMO_URL ?? 'http://127.0.0.1:3000').replace(/\/$/, '');
const persons = [
  'host-drafter.vecom',
  'host-head.vecom',
  'province-officer.binh-dinh',
  'province-head.binh-dinh',
  'local-finance.binh-dinh',
  'agency-officer',
  'agency-head',
  'format-checker',
  'signer',
  'clerk',
  'finance-officer',
  'finance-head',
  'council-1',
  'council-5',
  'auditor',
  'administrator',
];
const widths = { desktop: 1280, phone: 360 } as const;
type Shot = { person: string; path: string; title: string; files: string[] };

async function signIn(browser: Browser, person: string): Promise<Page> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.goto(`${base}/sign-in`);
  await page.evaluate((email) => {
    const forms = [...document.querySelectorAll<HTMLFormElement>('form[action="/sign-in/demo"]')];
    forms.find((form) => new FormData(form).get('email') === email)?.requestSubmit();
  }, `${person}@mau.test`);
  await page.waitForNavigation();
  return page;
}

async function speak(page: Page, language: string): Promise<void> {
  await page.setCookie({ name: 'language', value: language, url: base });
}

/** One page in both languages and widths. Only the first of its kind is taken in English too. */
async function take(page: Page, person: string, path: string, languages: string[]): Promise<Shot> {
  const files: string[] = [];
  const name = `${person}${path.replace(/[^\w-]+/g, '_')}`.slice(0, 120);
  let title = '';
  for (const language of languages) {
    await speak(page, language);
    for (const [look, width] of Object.entries(widths)) {
      await page.setViewport({ width, height: 900 });
      await page.goto(base + path, { waitUntil: 'load' });
      const file = `${name}.${language}.${look}.png`;
      await page.screenshot({ path: join(folder, file) as `${string}.png`, fullPage: true });
      files.push(file);
    }
    title ||= await page.title();
  }
  await speak(page, 'vi');
  await page.setViewport({ width: widths.desktop, height: 900 });
  return { person, path, title, files };
}

const shown = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
function indexPage(shots: Shot[]): string {
  const parts = shots.map(
    ({ person, path, title, files }) =>
      `<section><h2>${shown(title)}</h2><p>${shown(person)} · <code>${shown(path)}</code></p>${files.map((file) => `<a href="${file}"><img loading="lazy" alt="${shown(file)}" src="${file}"></a>`).join('')}</section>`,
  );
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Pages</title><style>body{font:14px sans-serif;margin:1rem}img{height:420px;border:1px solid #ccc;margin:4px;vertical-align:top}</style><h1>${shots.length} pages</h1>${parts.join('')}</html>`;
}

/** The few pages that the README shows: whose, where (the first link of this form on the way), and how the picture is called. */
const ofReadme = [
  { person: 'province-officer.binh-dinh', find: /^\/$/, name: 'inbox' },
  { person: 'host-head.vecom', find: /^\/$/, name: 'phone', width: widths.phone, height: 720 },
  { person: 'agency-officer', find: /^\/schemes\/[0-9a-f-]{36}$/, name: 'scheme' },
  { person: 'finance-officer', find: /^\/reports$/, name: 'reports' },
  { person: 'agency-head', find: /^\/rounds\/[^/]+\.central$/, name: 'round' },
];

async function pictures(browser: Browser): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const shots: Shot[] = [];
  const seen = new Set<string>();
  for (const person of persons) {
    await step(`pages of ${person}`, async () => {
      const page = await signIn(browser, person);
      const found: string[] = [];
      await walk(page, base, { times: 1, most: 90 }, async (path) => void found.push(path));
      for (const path of found) {
        const pattern = patternOf(path);
        shots.push(await take(page, person, path, seen.has(pattern) ? ['vi'] : ['vi', 'en']));
        seen.add(pattern);
      }
      await page.browserContext().close();
    });
    writeFileSync(join(folder, 'index.html'), indexPage(shots));
  }
  say(`${shots.length} pages: ${join(folder, 'index.html')}`);
}

async function readme(browser: Browser): Promise<void> {
  const target = join(root, 'docs', 'pictures');
  mkdirSync(target, { recursive: true });
  for (const { person, find, name, width = widths.desktop, height = 860 } of ofReadme) {
    const page = await signIn(browser, person);
    await speak(page, 'vi');
    const found: string[] = [];
    await walk(page, base, { times: 3, most: 40 }, async (one) => void found.push(one));
    const path = found.find((one) => find.test(one));
    if (path === undefined) throw new Error(`${person} finds no page ${find} at ${base}.`);
    await page.setViewport({ width, height });
    await page.goto(base + path, { waitUntil: 'load' });
    await page.screenshot({ path: join(target, `${name}.png`) as `${string}.png` });
    say(`docs/pictures/${name}.png: ${path}`);
    await page.browserContext().close();
  }
}

try {
  const told = { path: environment.chromiumPath, libraries: environment.chromiumLibraries, fonts: environment.chromiumFonts };
  const browser = await openPageBrowser(await step('browser', () => findBrowser(join(root, 'var', 'browser'), told)));
  try {
    await (process.argv.includes('--readme') ? readme(browser) : pictures(browser));
  } finally {
    await browser.close();
  }
} catch (error) {
  say(explain(error));
  process.exitCode = 1;
}
