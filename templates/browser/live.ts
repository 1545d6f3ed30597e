/**
 * Hears from the server what has changed. A part of a page that says what it shows (`id` and `data-live="thing:ID"`, or `inbox`, several by
 * spaces; `data-seq` where it is known) is asked for again. Where somebody is typing, or nothing says that it shows the thing of the page's
 * address, the page says that it has changed. A page that nobody looks at has no line open.
 */
type Inbox = { count: number; mark: string; changed?: boolean };
type Htmx = { ajax(verb: string, path: string, how: { target: Element; select: string; swap: string }): Promise<void> };

const badge = document.querySelector<HTMLElement>('[data-live="inbox-count"]');
const ofThing = /^\/(?:rounds|schemes|councils|documents|incoming|plans)\/([A-Za-z0-9][A-Za-z0-9._-]{5,99})/.exec(location.pathname)?.[1];
const atMost = 60;
const pauseMs = 800;
const countedUpTo = 99;

const seqs = new Map<string, number>();
const pending = new Set<Element>();
let mark = '';
let source: EventSource | null = null;
let isOver = false;
let isWaiting = false;

const partsOf = (what: string) => [...document.querySelectorAll(`[data-live~="${CSS.escape(what)}"]`)];
const idsIn = (part: Element) => [...(part.getAttribute('data-live') ?? '').matchAll(/(?:^|\s)thing:(\S+)/g)].map(([, id = '']) => id);

/** What the page shows, each with the sequence that it knows: 0 where it does not. */
function shown(): Map<string, number> {
  const all = new Map<string, number>(ofThing && ofThing !== 'new' ? [[ofThing, 0]] : []);
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
  const query = new URLSearchParams({ ...(things && { things }), ...(mark && { mark }) });
  source = new EventSource(`/events?${query}`);
  source.addEventListener('hello', ({ data }) => hearInbox(JSON.parse(data) as Inbox));
  source.addEventListener('inbox', ({ data }) => hearInbox({ ...(JSON.parse(data) as Inbox), changed: true }));
  source.addEventListener('things', ({ data }) => hearThings(JSON.parse(data) as Record<string, number>));
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
    if (parts.length === 0 && id === ofThing) say('live-changed');
  }
}

/** Several changes in a moment are asked for once. */
function later(part: Element): void {
  pending.add(part);
  if (isWaiting) return;
  isWaiting = true;
  setTimeout(askAgain, 50);
}

function askAgain(): void {
  const { htmx } = window as unknown as { htmx?: Htmx };
  for (const part of pending) {
    if (!part.isConnected) continue;
    if (!htmx || part.id === '' || isTypedIn(part)) say('live-changed');
    else void htmx.ajax('GET', location.pathname + location.search, { target: part, select: `#${CSS.escape(part.id)}`, swap: 'outerHTML' });
  }
  pending.clear();
  // What comes within a moment after that waits for its end.
  setTimeout(() => {
    isWaiting = pending.size > 0;
    if (isWaiting) askAgain();
  }, pauseMs);
}

const isField = (element: Element | null): boolean =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement;

/** Whether somebody is typing there, or has left something that was not sent yet. */
function isTypedIn(part: Element): boolean {
  if (part.contains(document.activeElement) && isField(document.activeElement)) return true;
  return [
    ...part.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(
      'form:not([method=get]) :is(input, textarea, select)',
    ),
  ].some((field) => {
    if (field instanceof HTMLSelectElement) return [...field.options].some((option) => option.selected !== option.defaultSelected);
    if (field instanceof HTMLInputElement && /^(?:checkbox|radio)$/.test(field.type)) return field.checked !== field.defaultChecked;
    return field.type !== 'hidden' && field.value !== field.defaultValue;
  });
}

function say(what: 'live-changed' | 'live-ended'): void {
  const note = document.getElementById('live-note');
  const template = document.getElementById(what);
  if (!note || !(template instanceof HTMLTemplateElement) || note.dataset.said === what) return;
  note.dataset.said = what;
  note.replaceChildren(template.content.cloneNode(true));
}

document.addEventListener('visibilitychange', () => (document.hidden ? close() : open()));
window.addEventListener('pagehide', close);
window.addEventListener('pageshow', open);
open();
