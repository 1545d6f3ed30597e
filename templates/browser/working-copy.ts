/**
 * Keeps what is typed into a form: at once in this browser, every few seconds on the server, so that a closed tab or an expired sign-in loses
 * nothing. What this browser has and the server has not is offered when the form is opened again. Leaving the form by a link gives it first.
 */

type Copy = { at: number; base: number; body: string; given?: true };

const sendAfterMs = 2_000;
const noteAfterMs = 250;
const form = document.querySelector<HTMLFormElement>('form[data-working-copy]');
if (form) keep(form, form.dataset.workingCopy ?? '');

function keep(it: HTMLFormElement, url: string): void {
  const key = `working-copy:${it.dataset.person}:${url}`;
  const base = Number(it.dataset.base);
  const status = document.getElementById('kept');
  const found = document.getElementById('found-copy');
  const signedOut = document.getElementById('signed-out');
  let dirty = it.dataset.typed !== undefined;
  let leaving = false;
  let sending: ReturnType<typeof setTimeout> | undefined;
  let noting: ReturnType<typeof setTimeout> | undefined;
  const first = bodyOf(it);

  const note = (given?: true): void => {
    try {
      localStorage.setItem(key, JSON.stringify({ at: Date.now(), base, body: bodyOf(it), ...(given && { given }) } satisfies Copy));
    } catch {
      // No room, or not allowed: the server keeps it all the same.
    }
  };
  const send = async (): Promise<void> => {
    sending = undefined;
    const body = bodyOf(it);
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'HX-Request': 'true' },
        body: `${body}&_base=${base}`,
      });
      if (signedOut) signedOut.hidden = answer.status !== 401;
      if (answer.ok && status) {
        status.innerHTML = await answer.text();
        if (bodyOf(it) === body) localStorage.removeItem(key);
      } else if (status) status.textContent = status.dataset.away ?? '';
    } catch {
      if (status) status.textContent = status.dataset.away ?? '';
    }
  };
  const typed = (): void => {
    dirty = true;
    if (noting === undefined)
      noting = setTimeout(() => {
        noting = undefined;
        note();
      }, noteAfterMs);
    if (sending === undefined) sending = setTimeout(() => void send(), sendAfterMs);
  };

  it.addEventListener('input', typed);
  it.addEventListener('change', typed);
  it.addEventListener('submit', () => {
    leaving = true;
    note(true);
  });
  addEventListener('pagehide', () => {
    if (!dirty || leaving) return;
    note();
    navigator.sendBeacon(url, new URLSearchParams(`${bodyOf(it)}&_base=${base}`));
  });
  document.querySelector('main')?.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const plain = event instanceof MouseEvent && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (
      !link ||
      !plain ||
      !dirty ||
      link.closest('#signed-out') ||
      link.origin !== location.origin ||
      link.hash !== '' ||
      link.hasAttribute('download') ||
      link.target !== ''
    )
      return;
    event.preventDefault();
    const next = document.createElement('input');
    next.type = 'hidden';
    next.name = '_next';
    next.value = link.pathname + link.search;
    it.append(next);
    it.requestSubmit();
  });

  const copy = read(key);
  if (copy?.given && copy.base < base) localStorage.removeItem(key);
  else if (copy && (copy.body === first || it.dataset.typed !== undefined)) localStorage.removeItem(key);
  else if (copy && found) {
    found.hidden = false;
    found.querySelector('[data-forget]')?.addEventListener('click', () => {
      localStorage.removeItem(key);
      found.hidden = true;
    });
    found.querySelector('[data-restore]')?.addEventListener('click', () => restore(it, copy));
  }
  if (it.dataset.typed !== undefined) typed();
}

/** What stands in the form, without the form's own running. */
function bodyOf(it: HTMLFormElement): string {
  it.dispatchEvent(new Event('serialising'));
  const values = [...new FormData(it)].filter(([name, value]) => !name.startsWith('_') && typeof value === 'string') as [string, string][];
  return new URLSearchParams(values).toString();
}

function read(key: string): Copy | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Copy | null;
  } catch {
    return null;
  }
}

/** Has the server show the form again with what this browser kept. */
function restore(it: HTMLFormElement, copy: Copy): void {
  const again = document.createElement('form');
  again.method = 'post';
  again.action = it.action;
  for (const [name, value] of [
    ...new URLSearchParams(copy.body),
    ['_base', String(copy.base)],
    ['_restore', '1'],
    ['_command', commandOf(it)],
  ]) {
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = String(name);
    field.value = String(value);
    again.append(field);
  }
  document.body.append(again);
  again.submit();
}

const commandOf = (it: HTMLFormElement): string => it.querySelector<HTMLInputElement>('[name=_command]')?.value ?? '';
