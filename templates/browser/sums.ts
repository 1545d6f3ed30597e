/**
 * Sums that follow what is typed: a field with `data-adds="a b"` counts to the sums a and b; `<output data-sum="a">` shows one,
 * `<output data-sum="a-b+c">` what they come to (`data-floor`: at least nothing). `data-adds-by="v"` counts to v and what is chosen in the
 * field of its row marked `data-key`; `data-fixed="a=5"` is a number that nobody types. `data-agrees="a=b"` marks an element by whether two sums are the same.
 */

/** 1.234.567 or 1234567; what is no number counts as nothing. */
function numberIn(text: string): number {
  const bare = text.replace(/[\s\u00a0\u202f.]/g, '').replace(',', '.');
  const value = Number(bare);
  return bare === '' || Number.isNaN(value) ? 0 : value;
}

const grouped = (value: number): string => `${value < 0 ? '-' : ''}${String(Math.abs(value)).replace(/\B(?=(\d{3})+$)/g, '.')}`;

function sumsOf(form: Element): Map<string, number> {
  const sums = new Map<string, number>();
  for (const field of form.querySelectorAll<HTMLInputElement>('[data-adds]')) {
    const value = numberIn(field.value);
    const key = field.closest('[data-row]')?.querySelector<HTMLSelectElement>('[data-key]')?.value ?? '';
    const names = [...(field.dataset.adds ?? '').split(' '), ...(field.dataset.addsBy ? [field.dataset.addsBy + key] : [])];
    for (const name of names) sums.set(name, (sums.get(name) ?? 0) + value);
  }
  for (const fixed of form.querySelectorAll<HTMLElement>('[data-fixed]')) {
    const [name = '', value = '0'] = (fixed.dataset.fixed ?? '').split('=');
    sums.set(name, (sums.get(name) ?? 0) + Number(value));
  }
  return sums;
}

function show(form: Element): void {
  const sums = sumsOf(form);
  const of = (expression: string): number =>
    [...expression.matchAll(/([-+]?)(\w+)/g)].reduce(
      (value, [, sign, name = '']) => value + (sign === '-' ? -1 : 1) * (sums.get(name) ?? 0),
      0,
    );
  for (const output of form.querySelectorAll<HTMLElement>('[data-sum]')) {
    const value = of(output.dataset.sum ?? '');
    output.textContent = grouped(output.dataset.floor === undefined ? value : Math.max(0, value));
  }
  for (const marked of form.querySelectorAll<HTMLElement>('[data-agrees]')) {
    const [one = '', other = ''] = (marked.dataset.agrees ?? '').split('=');
    const agrees = of(one) === of(other);
    marked.classList.toggle('sum-agrees', agrees);
    marked.classList.toggle('sum-differs', !agrees);
    const word = marked.querySelector<HTMLElement>('[data-word]');
    if (word) word.textContent = (agrees ? marked.dataset.yes : marked.dataset.no) ?? '';
  }
}

/** A row more: the button names the body of the table, whose template is the empty row. A number once used is not used again. */
function addRow(body: HTMLElement): void {
  const template = body.querySelector<HTMLTemplateElement>(':scope > template');
  const row = template?.content.firstElementChild;
  if (!template || !row) return;
  const no = Number(body.dataset.next ?? body.querySelectorAll(':scope > [data-row]').length);
  body.dataset.next = String(no + 1);
  const holder = document.createElement('tbody');
  const table = document.createElement('table');
  table.append(holder);
  holder.innerHTML = row.outerHTML.replaceAll('__row__', String(no)).replaceAll('__no__', String(no + 1));
  const made = holder.firstElementChild;
  if (!made) return;
  template.before(made);
  made.querySelector<HTMLElement>('input,select,textarea')?.focus();
}

document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest('button') : null;
  const form = button?.closest('form');
  if (!button || !form) return;
  const body = button.dataset.addTo ? document.getElementById(button.dataset.addTo) : null;
  if (body) {
    event.preventDefault();
    addRow(body);
  } else if (button.dataset.dropRow !== undefined) {
    event.preventDefault();
    const next = button.closest('[data-row]')?.nextElementSibling;
    button.closest('[data-row]')?.remove();
    next?.querySelector<HTMLElement>('input,select')?.focus();
  } else return;
  show(form);
});

document.addEventListener('input', (event) => {
  const form = event.target instanceof Element ? event.target.closest('form') : null;
  if (form?.querySelector('[data-sum]')) show(form);
});

for (const form of document.querySelectorAll('form')) if (form.querySelector('[data-sum]')) show(form);
