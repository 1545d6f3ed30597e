/**
 * What was typed into a form that is sent after the sign-in has expired: kept in this tab while its writer signs in again, and put back where
 * it was. Another person who signs in at this tab is shown nothing of it.
 */

type Kept = { person: string; form: string; values: [string, string][]; signedOut?: true };

const key = 'kept-form';
const person = document.body.dataset.person;

/** Forms in which people write, but those that keep what is typed themselves and those that ask for a password. */
const writable = (): HTMLFormElement[] =>
  [...document.querySelectorAll<HTMLFormElement>('main form[method=post]')].filter(
    (form) => form.dataset.workingCopy === undefined && !form.querySelector('[type=password]'),
  );

/** A form by where it goes to, and which of those that go there it is. */
function nameOf(form: HTMLFormElement): string {
  const action = form.getAttribute('action') ?? '';
  return `${action} ${writable()
    .filter((other) => other.getAttribute('action') === action)
    .indexOf(form)}`;
}

document.addEventListener('submit', ({ target }) => {
  const form = target instanceof HTMLFormElement ? target : null;
  if (!form || !person || !writable().includes(form)) return;
  const values = [...new FormData(form)].filter((one): one is [string, string] => typeof one[1] === 'string' && !one[0].startsWith('_'));
  try {
    sessionStorage.setItem(key, JSON.stringify({ person, form: nameOf(form), values } satisfies Kept));
    sayKept(form);
  } catch {
    // No room, or not allowed: the form is sent all the same.
  }
});

/** The server, which keeps the forms of browsers without scripts, need not. */
function sayKept(form: HTMLFormElement): void {
  if (fieldsOf(form, '_in-tab').length > 0) return;
  const field = document.createElement('input');
  field.type = 'hidden';
  field.name = '_in-tab';
  field.value = '1';
  form.append(field);
}

// Rows are added by scripts of the page, which all have run when it has loaded.
addEventListener('load', () => {
  const kept = read();
  if (!kept) return;
  if (!person) {
    sessionStorage.setItem(key, JSON.stringify({ ...kept, signedOut: true } satisfies Kept));
    return;
  }
  sessionStorage.removeItem(key);
  const form = writable().find((one) => nameOf(one) === kept.form);
  if (form && kept.signedOut && kept.person === person) putBack(form, kept.values);
});

function read(): Kept | null {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') as Kept | null;
  } catch {
    return null;
  }
}

function putBack(form: HTMLFormElement, values: Kept['values']): void {
  const of = Map.groupBy(values, ([name]) => name);
  for (const name of of.keys()) if (!fieldsOf(form, name).length) addRowFor(form, name);
  for (const field of form.elements) {
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement)) continue;
    if (field.name === '' || field.name.startsWith('_') || field.type === 'hidden' || field.type === 'file') continue;
    const typed = of.get(field.name)?.map(([, value]) => value) ?? [];
    if (field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio'))
      field.checked = typed.includes(field.value);
    else if (typed[0] !== undefined) field.value = typed[0];
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }
  const note = document.getElementById('live-note');
  const text = document.getElementById('kept-typed');
  if (!note || !(text instanceof HTMLTemplateElement)) return;
  note.replaceChildren(text.content.cloneNode(true));
  // A row that was added has taken the focus: what happened is read first.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  note.scrollIntoView({ block: 'center' });
}

const fieldsOf = (form: HTMLFormElement, name: string): Element[] =>
  [...form.elements].filter((field) => field.getAttribute('name') === name);

/** Adds rows to the list that a field stands in, `list[3][field]`, until it is there. */
function addRowFor(form: HTMLFormElement, name: string): void {
  const at = /^(.+)\[(\d+)\]\[/.exec(name);
  if (!at) return;
  const add = form.querySelector<HTMLButtonElement>(
    `[data-rows] button[name=_add][value="${at[1]}"], button[data-add-to][value="${at[1]}"]`,
  );
  for (let rows = 0; add && rows <= Number(at[2]) && !fieldsOf(form, name).length; rows += 1) add.click();
}
