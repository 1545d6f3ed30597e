import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ThingKind } from '../../domain/process/chart.ts';
import { readerKeys } from '../../domain/process/permit.ts';
import { whereDone } from '../../server/pages/where-done.ts';
import { collectionOf } from '../../server/things/kinds.ts';
import { type Served, serve } from '../api/server.ts';
import { everybody } from '../permissions/persons.ts';
import { manyLives } from '../support/lives.ts';
import { type Act, freshWorld } from '../support/world.ts';

/** One of each role, and one who holds the same role elsewhere. */
const persons = ['vecom', 'binh-dinh', 'dak-nong', '']
  .flatMap((place) => everybody.filter(({ id }) => (place === '' ? !id.includes('.') : id.endsWith(`.${place}`))))
  .filter(({ id }) => !/^council-[2-8]$|-2$/.test(id));
/** Commands that are about one or more of a round's schemes: they are offered where there is one. */
const ofSchemes = new Set(['rank-schemes', 'promote-from-waiting-list', 'propose-decision', 'propose-allocation', 'call-session']);
/** Where something new is begun. */
const beginning = /^\/\w+\/new$/;
const sideEffectFree = /^\/(?!api\/|assets\/|sign-in|language|events)/;

/** What was found wrong: by whom, on which page, what. */
const wrong: string[] = [];
/** Kind, route and state of every thing that was looked at, in the state in which it was. */
const seen = new Set<string>();
/** Pages below a thing's own, by kind: who may not see the thing sees none of them. */
const below = new Map<string, Set<string>>();
let pagesOpened = 0;

let world: Awaited<ReturnType<typeof freshWorld>>;
let served: Served;

/** Opens a page. One that leads on to another of the same matter is followed; one that says that the thing has moved on is not. */
async function look(path: string, person: string): Promise<{ status: number; html: string; to: string | null }> {
  const first = await opened(path, person);
  const leadsOn = first.status === 303 && !first.told && first.to?.startsWith('/') && !first.to.startsWith('/sign-in');
  return leadsOn && first.to ? opened(first.to, person) : first;
}

async function opened(path: string, person: string): Promise<{ status: number; html: string; to: string | null; told: boolean }> {
  pagesOpened += 1;
  const response = await fetch(served.url + path, {
    headers: { cookie: `session=${await served.token(person)}` },
    redirect: 'manual',
  });
  const isPage = response.headers.get('content-type')?.includes('html');
  const text = await response.text();
  return {
    status: response.status,
    html: isPage ? text : '',
    to: response.headers.get('location'),
    told: response.headers.get('set-cookie')?.includes('flash=') ?? false,
  };
}

const mainOf = (html: string): string => html.slice(html.indexOf('<main'), html.indexOf('</main>'));
const unescaped = (text: string): string => text.replaceAll('&amp;', '&').replaceAll('&#x3D;', '=').replaceAll('&quot;', '"');
const linksIn = (html: string): string[] => [
  ...new Set(
    [...mainOf(html).matchAll(/<a\s[^>]*?href="(\/[^"#]*)/g)]
      .map(([, href = '']) => unescaped(href))
      .filter((href) => sideEffectFree.test(href)),
  ),
];
const formsIn = (html: string): string[] => [...mainOf(html).matchAll(/action="(\/[^"]*)"/g)].map(([, action = '']) => unescaped(action));

/** A thing in the state in which it stands, before everybody's eyes. */
async function everybodyLooks({ id, kind, readers }: { id: string; kind: string; readers: string[] }): Promise<void> {
  const collection = collectionOf(kind as ThingKind);
  if (!collection) return;
  const own = `/${collection}/${id}`;
  const pages = below.get(kind) ?? new Set<string>();
  below.set(kind, pages);
  await Promise.all(
    persons.map(async ({ id: person, actor }) => {
      const keys = readerKeys(actor);
      const may = readers.some((reader) => reader === 'all' || keys.includes(reader));
      const first = await look(own, person);
      if (first.status !== (may ? 200 : 404))
        wrong.push(`${person} opens ${own} (${kind}): ${first.status}, ${may ? 'may' : 'may not'} see it`);
      if (first.status !== 200) {
        for (const page of pages) {
          const { status } = await look(own + page, person);
          if (status !== 404 && status !== 403) wrong.push(`${person}, who may not see ${own}, opens ${page}: ${status}`);
        }
        return;
      }
      const actions = new Set((await served.send('GET', `/api${own}`, { as: person })).body.actions.map(({ command }) => command));
      for (const command of [...actions].filter((one) => ofSchemes.has(one))) {
        const { html } = await look(whereDone(kind as ThingKind, id, command), person);
        if (!formsIn(html).includes(`${own}/do/${command}`))
          wrong.push(`${person}, ${kind} ${await world.stateOf(id)}: is offered ${command}, for which there is nothing`);
      }
      const open = [own];
      const known = new Set(open);
      for (let path = open.shift(); path !== undefined; path = open.shift()) {
        const { status, html, to } = path === own ? first : await look(path, person);
        if (status !== 200)
          wrong.push(`${person}, ${kind} ${await world.stateOf(id)}: the link ${path} leads to ${status}${to ? ` → ${to}` : ''}`);
        for (const action of formsIn(html)) {
          const command = new RegExp(`^${own}/do/([a-z-]+)`).exec(action)?.[1];
          if (command && !actions.has(command))
            wrong.push(`${person}, ${kind} ${await world.stateOf(id)}: ${path} offers ${command}, which is not open`);
        }
        for (const href of linksIn(html)) {
          const [bare = ''] = href.split('?');
          if (!bare.startsWith(`${own}/`) || known.has(bare)) continue;
          known.add(bare);
          open.push(href);
          if (!/\/(do|proposal|versions)\/.+/.test(bare.slice(own.length))) pages.add(bare.slice(own.length));
        }
      }
    }),
  );
}

async function beforeEach({ thing }: Act): Promise<void> {
  if (thing === null) return;
  const { rows } = await world.database.query<{ id: string; kind: string; route: string; state: string; readers: string[] }>(
    'SELECT id, kind, route, state, readers FROM thing WHERE id = $1',
    [thing],
  );
  for (const row of rows) {
    const key = `${row.kind} ${row.route} ${row.state}`;
    if (seen.has(key)) continue;
    seen.add(key);
    await everybodyLooks(row);
  }
}

beforeAll(async () => {
  world = await freshWorld({ before: beforeEach });
  served = await serve({ DATABASE_URL: world.url, RATE_LIMIT: '10000000' });
  await manyLives(world);
  const { rows } = await world.database.query<{ id: string; kind: string; route: string; state: string; readers: string[] }>(
    'SELECT DISTINCT ON (kind, route, state) id, kind, route, state, readers FROM thing',
  );
  for (const row of rows.filter(({ kind, route, state }) => !seen.has(`${kind} ${route} ${state}`))) {
    seen.add(`${row.kind} ${row.route} ${row.state}`);
    await everybodyLooks(row);
  }
}, 600_000);
afterAll(async () => {
  await served.close();
  await world.close();
});

describe('every role before every page of everything in every state', () => {
  test('sees what it may know of and nothing else, and no link or button leads to a no that could have been known', () => {
    expect([...new Set(wrong)].toSorted()).toEqual([]);
  });

  test('and all of that was looked at', () => {
    expect(pagesOpened).toBeGreaterThan(2_000);
    expect([...seen].filter((key) => key.startsWith('scheme')).length).toBeGreaterThan(35);
  });

  test.each(persons.map(({ id }) => id))('%s: every entry of the menu and every link of its page opens', async (person) => {
    const failed: string[] = [];
    const known = new Set<string>(['/']);
    const open = ['/'];
    for (let path = open.shift(); path !== undefined && known.size < 150; path = open.shift()) {
      const { status, html } = await look(path, person);
      if (status !== 200) failed.push(`${path}: ${status}`);
      if (beginning.test(path) && !formsIn(html).includes(path)) failed.push(`${path} is offered, and nothing can be begun there`);
      const nav = html.slice(html.indexOf('<nav class="menu"'), html.indexOf('</nav>'));
      const menu = [...nav.matchAll(/href="(\/[^"#]*)/g)].map(([, href = '']) => href);
      const hrefs = path === '/' ? [...linksIn(html), ...menu] : linksIn(html).filter((href) => beginning.test(href));
      for (const href of hrefs) {
        if (known.has(href)) continue;
        known.add(href);
        open.push(href);
      }
    }
    expect(failed).toEqual([]);
  });
});
