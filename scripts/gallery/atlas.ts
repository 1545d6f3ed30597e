import type { Page } from 'puppeteer';

const leadsAway = /^\/(?:api|assets|sign-in|language|events)\b|[./](?:xlsx|csv|pdf|svg|json)(?:\?|$)|[?&](?:format|download)=/;
const ids = /\/(?:[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64}|\d{3}-[\d-]+(?:\.[\w-]+)+|\d+)(?=\/|$|\?)/g;

/** Addresses that end in a name: one of each kind is enough. */
const named = /^(\/(?:admin\/(?:organisations|persons)|verify|money\/slips\/\d+))\/(?!new\b)[^/]+/;

/** An address without which thing it is of and what was asked for: `/schemes/{id}/timeline?on`. */
export function patternOf(path: string): string {
  const [bare = '', query = ''] = path.split('?');
  const asked = [...new URLSearchParams(query)].filter(([, value]) => value !== '').map(([name]) => name);
  return `${bare.replace(named, '$1/{name}').replace(ids, '/{id}')}${asked.length > 0 ? `?${[...new Set(asked)].toSorted().join('&')}` : ''}`;
}

/** The addresses that a page leads to, menu and main part. */
const linksOf = (page: Page): Promise<string[]> =>
  page.$$eval('nav.menu a[href^="/"], main a[href^="/"]', (all) => all.map((one) => one.getAttribute('href') ?? ''));

/** What a page is made of, without its words and without how many rows it has: pages alike in that are alike to whoever cannot see them. */
export const skeletonOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const walk = (element: Element): string => {
      const marks = ['role', 'type', 'scope', 'aria-current', 'aria-invalid'].map((name) => element.getAttribute(name) ?? '').join();
      const inner: string[] = [];
      for (const child of element.children) {
        const one = walk(child);
        if (!inner.includes(one)) inner.push(one);
      }
      return `${element.tagName}.${[...element.classList].toSorted().join('.')}(${marks})[${inner.join('')}]`;
    };
    return walk(document.body);
  });

/** The status with which a page is answered; null for a file that is saved instead of shown. */
async function opened(page: Page, address: string): Promise<number | null> {
  try {
    return (await page.goto(address, { waitUntil: 'load' }))?.status() ?? 0;
  } catch (error) {
    if (error instanceof Error && error.message.includes('ERR_ABORTED')) return null;
    throw error;
  }
}

/** Walks through all pages that whoever is signed in can reach, each kind of address a few times at most, and tells of each. */
export async function walk(
  page: Page,
  base: string,
  of: { times: number; most: number },
  tell: (path: string, status: number) => Promise<void>,
): Promise<void> {
  const times = new Map<string, number>();
  const known = new Set(['/']);
  const open = ['/'];
  let walked = 0;
  for (let path = open.shift(); path !== undefined && walked < of.most; path = open.shift()) {
    walked += 1;
    const status = await opened(page, base + path);
    if (status === null) continue;
    await tell(path, status);
    for (const href of await linksOf(page)) {
      const target = href.split('#')[0] ?? '';
      if (target === '' || known.has(target) || leadsAway.test(target)) continue;
      known.add(target);
      const pattern = patternOf(target);
      const before = times.get(pattern) ?? 0;
      if (before >= of.times) continue;
      times.set(pattern, before + 1);
      open.push(target);
    }
  }
}
