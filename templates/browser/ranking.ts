/** The ranking under one's hands: rows move by dragging or by their arrows, sums and the line where the money ends follow. Nothing is saved until the form is sent. */
type Rules = { free: number; others: { source: string; free: number }[] };

function follow(form: HTMLFormElement): void {
  const rules = JSON.parse(form.querySelector('[data-rules]')?.textContent ?? 'null') as Rules | null;
  const body = form.querySelector('tbody');
  if (!rules || !body) return;
  const again = () => addUp(form, rules);
  form.addEventListener('input', again);
  form.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>('[data-move]') : null;
    const row = button?.closest('tr');
    if (!button || !row) return;
    event.preventDefault();
    move(row, Number(button.dataset.move));
    again();
    announce(form, row);
    (button.disabled ? row.querySelector<HTMLElement>('[data-move]:not([disabled])') : button)?.focus();
  });
  dragging(body, (row) => {
    again();
    announce(form, row);
  });
}

const rowsOf = (form: Element): HTMLTableRowElement[] => [...form.querySelectorAll<HTMLTableRowElement>('tr[data-row]')];

function move(row: HTMLTableRowElement, by: number): void {
  if (by < 0) row.previousElementSibling?.before(row);
  else row.nextElementSibling?.after(row);
}

function dragging(body: HTMLElement, done: (row: HTMLTableRowElement) => void): void {
  let held: HTMLTableRowElement | null = null;
  body.addEventListener('dragstart', (event) => {
    held = event.target instanceof Element ? event.target.closest('tr') : null;
    held?.classList.add('dragged');
    event.dataTransfer?.setData('text/plain', held?.dataset.row ?? '');
  });
  body.addEventListener('dragover', (event) => {
    const over = event.target instanceof Element ? event.target.closest('tr') : null;
    if (!held || !over) return;
    event.preventDefault();
    if (over === held) return;
    const { top, height } = over.getBoundingClientRect();
    if (event.clientY < top + height / 2) over.before(held);
    else over.after(held);
  });
  body.addEventListener('drop', (event) => event.preventDefault());
  body.addEventListener('dragend', () => {
    held?.classList.remove('dragged');
    if (held) done(held);
    held = null;
  });
}

/** đồng, as typed with dots between thousands. */
const dongIn = (text: string): number => Number(text.replace(/[^\d]/g, ''));
const dong = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, '.');

/** From the first that does not fit the rest waits, so that nobody is overtaken for being cheaper: as the command itself places them. */
function addUp(form: HTMLFormElement, rules: Rules): void {
  const rows = rowsOf(form);
  const left = new Map(rules.others.map(({ source, free }) => [source, free]));
  let free = rules.free;
  let lasts = true;
  let sum = 0;
  let ranked = 0;
  for (const [index, row] of rows.entries()) {
    const amount = dongIn(row.querySelector<HTMLInputElement>('[data-amount]')?.value ?? '');
    const others = JSON.parse(row.dataset.others ?? '{}') as Record<string, number>;
    const fits = amount <= free && [...left].every(([source, has]) => (others[source] ?? 0) <= has);
    const begins = lasts && !fits;
    lasts = lasts && fits;
    sum += amount;
    if (lasts) {
      free -= amount;
      ranked += amount;
      for (const [source, has] of left) left.set(source, has - (others[source] ?? 0));
    }
    show(form, row, { index, last: index === rows.length - 1, sum, waits: !lasts, begins });
  }
  const total = form.querySelector('[data-total]');
  if (total) total.textContent = dong(ranked);
}

type Shown = { index: number; last: boolean; sum: number; waits: boolean; begins: boolean };

function show(form: HTMLFormElement, row: HTMLTableRowElement, { index, last, sum, waits, begins }: Shown): void {
  const put = (where: string, text: string) => {
    const element = row.querySelector(where);
    if (element) element.textContent = text;
  };
  put('[data-place]', String(index + 1));
  put('[data-sum]', dong(sum));
  row.classList.toggle('waits', waits);
  row.classList.toggle('cut', begins);
  const chip = form.querySelector<HTMLTemplateElement>(`template[data-chip=${waits ? 'waiting' : 'main'}]`);
  const list = row.querySelector('[data-list]');
  if (chip && list) list.replaceChildren(chip.content.cloneNode(true));
  for (const field of row.querySelectorAll<HTMLInputElement>('[name^="schemes["]')) {
    field.name = field.name.replace(/^schemes\[\d+\]/, `schemes[${index}]`);
  }
  const [up, down] = row.querySelectorAll<HTMLButtonElement>('[data-move]');
  if (up) up.disabled = index === 0;
  if (down) down.disabled = last;
}

/** Says to who cannot see it where the row now stands. */
function announce(form: HTMLFormElement, row: HTMLTableRowElement): void {
  const said = form.querySelector<HTMLElement>('[data-said]');
  if (!said) return;
  const title = row.querySelector('th')?.querySelector('a')?.textContent ?? '';
  const place = row.querySelector('[data-place]')?.textContent ?? '';
  said.textContent = (said.dataset.says ?? '').replace('…', title).replace('#', place);
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-ranking]')) follow(form);
