/**
 * Hears from the server what has changed. A part of a page that says what it shows (`id` and `data-live="thing:ID"`, `inbox`, or `kind:KIND` for
 * a list; several by spaces; `data-seq` where it is known) is asked for again. Where nothing says that it shows the thing of the page's address,
 * the whole content is, if it may be (`data-live="page"`). Where somebody is typing, reading with the keyboard or marking text, the page only
 * says that it has changed. A page that nobody looks at has no line open.
 */
type Inbox = { count: number; mark: string; changed?: boolean };
type Htmx = { ajax(verb: string, path: string, how: { target: Element; select: string; swap: string }): Promise<void> };

const badge = document.querySelector<HTMLElement>('[data-live="inbox-count"]');
const ofThing = /^\/(?:rounds|schemes|councils|documents|incoming|plans)\/([A-Za-z0-9][A-Za-z0-9._-]{5,99})/.exec(location.pathname)?.[1];
const atMost = 60;
const pauseMs = 800;
/** Nothing is exchanged under a hand that is on its way to press something. */
const handMs = 400;
/** Lists change with everything that happens anywhere: they follow at a calmer pace. */
const listPauseMs = 2_000;
const countedUpTo = 99;

const seqs = new Map<string, number>();
const pending = new Set<Element>();
let mark = '';
let source: EventSource | null = null;
let isOver = false;
let isWaiting = false;
let wasOpen = false;
let listsWait = false;
let handAt = Number.NEGATIVE_INFINITY;

const partsOf = (what: string) => [...document.querySelectorAll(`[data-live~="${CSS.escape(what)}"]`)];
const idsIn = (part: Element) => [...(part.getAttribute('data-live') ?? '').matchAll(/(?:^|\s)thing:(\S+)/g)].map(([, id = '']) => id);

const seqOfContent = () => Number(document.getElementById('content')?.dataset.seq ?? 0);

/** What the page shows, each with the sequence that it knows: 0 where it does not. */
function shown(): Map<string, number> {
  const all = new Map<string, number>(ofThing && ofThing !== 'new' ? [[ofThing, seqOfContent()]] : []);
  for (const part of document.querySelectorAll('[data-live]')) {
    const seq = Number(part.getAttribute('data-seq') ?? 0);
    for (const id of idsIn(part)) all.set(id, Math.max(seq, all.get(id) ?? 0));
  }
  for (const [id, seq] of seqs) if (all.has(id)) all.set(id, Math.max(seq, all.get(id) ?? 0));
  return new Map([...all].slice(0, atMost));
}

function open(): void {
  if (source || isOver || document.hidden || !badge) return;
  const things = [...shown()].map(([id, seq]) => `${id}:${seq}`).join(',');
  const kinds = kindsShown().join(',');
  const query = new URLSearchParams({ ...(things && { things }), ...(kinds && { kinds }), ...(mark && { mark }) });
  source = new EventSource(`/events?${query}`);
  source.addEventListener('hello', ({ data }) => {
    hearInbox(JSON.parse(data) as Inbox);
    // While no line was open, nobody told what the lists have missed.
    if (wasOpen) hearKinds(kindsShown());
    wasOpen = true;
  });
  source.addEventListener('inbox', ({ data }) => hearInbox({ ...(JSON.parse(data) as Inbox), changed: true }));
  source.addEventListener('things', ({ data }) => hearThings(JSON.parse(data) as Record<string, number>));
  source.addEventListener('kinds', ({ data }) => hearKinds(JSON.parse(data) as string[]));
  source.addEventListener('enough', close);
  source.addEventListener('ended', () => {
    isOver = true;
    close();
    say('live-ended');
  });
  // A line that breaks is opened by the browser, with what the page knew when it was opened: by ours, with what it knows now.
  source.addEventListener('error', () => {
    close();
    setTimeout(open, 3_000 + Math.random() * 2_000);
  });
}

function close(): void {
  source?.close();
  delete document.documentElement.dataset.live;
  source = null;
}

function hearInbox({ count, mark: now, changed = false }: Inbox): void {
  mark = now;
  // From now on nothing is missed.
  document.documentElement.dataset.live = 'on';
  const number = badge?.querySelector('[data-count]');
  if (badge && number) {
    number.textContent = count > countedUpTo ? `${countedUpTo}+` : String(count);
    badge.hidden = count === 0;
  }
  if (changed) for (const part of partsOf('inbox')) later(part);
}

function hearThings(things: Record<string, number>): void {
  for (const [id, seq] of Object.entries(things)) {
    seqs.set(id, seq);
    const parts = partsOf(`thing:${id}`);
    for (const part of parts) later(part);
    if (parts.length > 0 || id !== ofThing) continue;
    const [whole] = partsOf('page');
    if (whole) later(whole);
    else say('live-changed');
  }
}

const kindsShown = () => [
  ...new Set(
    [...document.querySelectorAll('[data-live*="kind:"]')].flatMap((part) =>
      [...(part.getAttribute('data-live') ?? '').matchAll(/kind:(\w+)/g)].map(([, kind = '']) => kind),
    ),
  ),
];

function hearKinds(kinds: string[]): void {
  const parts = kinds.flatMap((kind) => partsOf(`kind:${kind}`));
  if (parts.length === 0 || listsWait) return;
  listsWait = true;
  setTimeout(() => {
    listsWait = false;
    for (const part of parts) later(part);
  }, listPauseMs);
}

/** Several changes in a moment are asked for once. */
function later(part: Element): void {
  pending.add(part);
  if (isWaiting) return;
  isWaiting = true;
  setTimeout(askAgain, 50);
}

function askAgain(): void {
  const restsInMs = handAt + handMs - performance.now();
  if (restsInMs > 0) {
    setTimeout(askAgain, restsInMs);
    return;
  }
  const { htmx } = window as unknown as { htmx?: Htmx };
  for (const part of pending) {
    if (!part.isConnected) continue;
    if (!htmx || part.id === '' || isTypedIn(part) || (isLarge(part) && isReadClosely(part))) say('live-changed');
    else {
      if (isLarge(part)) unsay();
      void htmx.ajax('GET', location.pathname + location.search, { target: part, select: `#${CSS.escape(part.id)}`, swap: 'outerHTML' });
    }
  }
  pending.clear();
  // What comes within a moment after that waits for its end.
  setTimeout(() => {
    isWaiting = pending.size > 0;
    if (isWaiting) askAgain();
  }, pauseMs);
}

/** What takes up the whole page: a list, or the content itself. */
const isLarge = (part: Element): boolean => /(?:^|\s)(?:page|kind:)/.test(part.getAttribute('data-live') ?? '');

/** Whether somebody stands in it with the keyboard, has opened something, marks text, or would have a form exchanged under their hands. */
function isReadClosely(part: Element): boolean {
  if (part.contains(document.activeElement) || getSelection()?.isCollapsed === false) return true;
  const held = part.querySelectorAll('details[open], dialog[open], form:not([method=get]) :is(input:not([type=hidden]), textarea, select)');
  return [...held].some((one) => one.checkVisibility());
}

const isField = (element: Element | null): boolean =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement;

/** Whether somebody is typing there, or has left something that was not sent yet. */
function isTypedIn(part: Element): boolean {
  if (part.contains(document.activeElement) && isField(document.activeElement)) return true;
  return [...part.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>('form :is(input, textarea, select)')].some(
    (field) => {
      if (field instanceof HTMLSelectElement) return isChosenAnew(field);
      if (field instanceof HTMLInputElement && /^(?:checkbox|radio)$/.test(field.type)) return field.checked !== field.defaultChecked;
      return field.type !== 'hidden' && field.value !== field.defaultValue;
    },
  );
}

/** Where no choice was made for them, a list of choices stands on its first. */
function isChosenAnew({ options, selectedIndex, multiple }: HTMLSelectElement): boolean {
  const all = [...options];
  if (!multiple && !all.some(({ defaultSelected }) => defaultSelected)) return selectedIndex > 0;
  return all.some(({ selected, defaultSelected }) => selected !== defaultSelected);
}

function say(what: 'live-changed' | 'live-ended'): void {
  const note = document.getElementById('live-note');
  const template = document.getElementById(what);
  if (!note || !(template instanceof HTMLTemplateElement) || note.dataset.said === what) return;
  note.dataset.said = what;
  note.replaceChildren(template.content.cloneNode(true));
}

function unsay(): void {
  const note = document.getElementById('live-note');
  if (note?.dataset.said !== 'live-changed') return;
  delete note.dataset.said;
  note.replaceChildren();
}

for (const what of ['pointermove', 'pointerdown', 'keydown']) {
  document.addEventListener(what, () => {
    handAt = performance.now();
  });
}
document.addEventListener('visibilitychange', () => (document.hidden ? close() : open()));
window.addEventListener('pagehide', close);
window.addEventListener('pageshow', open);
open();
