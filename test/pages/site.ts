import type { Browser, BrowserContext, HTTPResponse, Page } from 'puppeteer';
import { inject } from 'vitest';
import { openPageBrowser } from '../../scripts/gallery/page-browser.ts';
import { type Served, serve } from '../api/server.ts';
import type { World } from '../support/world.ts';

/** How somebody looks at the pages. */
type Look = { width?: number; height?: number; language?: 'vi' | 'en'; scripts?: boolean };

/** One person at a browser of their own, signed in, who reads and does what stands on the page. */
export type Visitor = {
  page: Page;
  /** Opens an address of the site; gives the answer's status. */
  open(path: string): Promise<number>;
  /** What stands in the main part of the page, as text. */
  text(): Promise<string>;
  heading(): Promise<string>;
  /** Path and query of the page. */
  at(): string;
  /** Puts a value into the field of this label: types it, chooses it, or ticks. Of several fields of the same label the one of this number, from 1. */
  fill(label: string, value: string | boolean, number?: number): Promise<void>;
  /** Presses the link or button of this name in the main part, and waits for the page that follows. What the world owes is then carried out. */
  press(name: string): Promise<void>;
  /** The names of the links and buttons that show in the main part. */
  offers(): Promise<string[]>;
  leave(): Promise<void>;
};

export type Site = {
  url: string;
  served: Served;
  /** Somebody at a browser; `-` for one who has not signed in. */
  visitor(person: string, look?: Look): Promise<Visitor>;
  close(): Promise<void>;
};

/** So long somebody looks for a button on a page that is brought up to date by what others do. */
const patienceMs = 5_000;

/** The pages of a world, served on a free port, and a real browser to look at them with. */
export async function openSite(world: World): Promise<Site> {
  const served = await serve({ DATABASE_URL: world.url });
  const browser: Browser = await openPageBrowser(inject('browser'));
  return {
    url: served.url,
    served,
    visitor: (person, look) => visit(browser, served, world, person, look),
    async close() {
      await browser.close();
      await served.close();
    },
  };
}

async function visit(browser: Browser, served: Served, world: World, person: string, look: Look = {}): Promise<Visitor> {
  const { width = 1280, height = 900, language = 'vi', scripts = true } = look;
  const context: BrowserContext = await browser.createBrowserContext();
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.setViewport({ width, height });
  await page.setJavaScriptEnabled(scripts);
  const cookies = [
    { name: 'language', value: language, url: served.url },
    ...(person === '-' ? [] : [{ name: 'session', value: await served.token(person), url: served.url }]),
  ];
  await page.setCookie(...cookies);
  const main = () => page.$eval('main', (element) => (element as HTMLElement).innerText);

  async function find(name: string) {
    const handle = await page.evaluateHandle((wanted) => {
      const clean = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();
      const all = [...document.querySelectorAll<HTMLElement>('main a, main button, main summary, main input[type=submit]')].filter(
        (element) => !element.closest('[hidden], [aria-hidden=true]'),
      );
      const label = (element: HTMLElement) => element.getAttribute('aria-label') ?? element.innerText ?? element.textContent;
      return (
        all.find((element) => clean(label(element)) === wanted) ?? all.find((element) => clean(label(element)).startsWith(wanted)) ?? null
      );
    }, name);
    return handle.asElement();
  }

  /** What is called so; a page that brings itself up to date is given the time for it. */
  async function named(name: string) {
    for (const until = Date.now() + (scripts ? patienceMs : 0); ; ) {
      const element = await find(name);
      if (element) return element;
      if (Date.now() >= until)
        throw new Error(`${page.url()} has no link or button “${name}”. It has: ${(await offers()).join(' | ')}\n${await main()}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** Presses, and once more where the page was brought up to date under the finger. */
  async function pressed(name: string, times = 5): Promise<void> {
    const element = await named(name);
    try {
      await (element as unknown as { click(): Promise<void> }).click();
    } catch (error) {
      if (times === 1 || !/not clickable|detached/.test(String(error))) throw error;
      await pressed(name, times - 1);
    }
  }

  const offers = () =>
    page.$$eval('main a, main button', (all) =>
      all
        .filter((one) => !one.closest('[hidden], [aria-hidden=true]'))
        .map((one) => (one.getAttribute('aria-label') ?? (one as HTMLElement).innerText ?? '').replace(/\s+/g, ' ').trim())
        .filter(Boolean),
    );

  return {
    page,
    async open(path) {
      served.parts.time.forget(); // a test moves the programme's clock behind the server's back
      const response: HTTPResponse | null = await page.goto(served.url + path, { waitUntil: 'load' });
      return response?.status() ?? 0;
    },
    text: main,
    heading: () => page.$eval('h1', (element) => (element as HTMLElement).innerText),
    at() {
      const { pathname, search } = new URL(page.url());
      return pathname + search;
    },
    async fill(label, value, number = 1) {
      const handle = await page.evaluateHandle(
        (wanted, at) => {
          const clean = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();
          const found = [...document.querySelectorAll('main label')].filter((one) => clean(one.textContent).startsWith(wanted));
          const exact = found.filter((one) => clean(one.textContent) === wanted);
          const labelled = (exact.length > 0 ? exact : found)[at - 1];
          if (labelled instanceof HTMLLabelElement) return labelled.control;
          return document.querySelectorAll(`main [aria-label="${wanted}"]`)[at - 1] ?? null;
        },
        label,
        number,
      );
      const element = handle.asElement();
      if (!element) throw new Error(`${page.url()} has no field “${label}” (${number}).\n${await main()}`);
      const kind = await page.evaluate(
        (field) => (field instanceof HTMLSelectElement ? 'select' : field instanceof HTMLInputElement ? field.type : 'text'),
        element,
      );
      if (kind === 'select') await choose(page, element as never, String(value));
      else if (kind === 'checkbox' || kind === 'radio') {
        const on = await page.evaluate((field) => (field as HTMLInputElement).checked, element);
        if (on !== value) await (element as unknown as { click(): Promise<void> }).click();
      } else {
        await page.evaluate(
          (field, text) => {
            const input = field as HTMLInputElement;
            input.focus();
            input.value = text;
            input.dispatchEvent(new Event('input', { bubbles: true }));
            input.dispatchEvent(new Event('change', { bubbles: true }));
          },
          element,
          String(value),
        );
      }
    },
    async press(name) {
      const arrived = page.waitForNavigation({ waitUntil: 'load' });
      arrived.catch(() => undefined);
      await pressed(name);
      await arrived;
      await world.carryOutOwed();
    },
    offers,
    leave: () => context.close(),
  };
}

/** Chooses by the value of an option, or by what it says. */
async function choose(page: Page, element: never, wanted: string): Promise<void> {
  await page.evaluate(
    (field, value) => {
      const select = field as HTMLSelectElement;
      const option = [...select.options].find((one) => one.value === value) ?? [...select.options].find((one) => one.text.includes(value));
      if (!option) throw new Error(`There is no choice “${value}”.`);
      select.value = option.value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    },
    element,
    wanted,
  );
}
