/** What a form does beyond what a browser does by itself: rows are added and removed where one stands. Without it the server does the same. */

/** A number that no row of the list has, also after one in between was removed. */
function nextNumber(list: HTMLElement): number {
  const start = `${list.dataset.rows}[`;
  const taken = [...list.querySelectorAll<HTMLInputElement>('[name]')]
    .filter(({ name }) => name.startsWith(start))
    .map(({ name }) => Number.parseInt(name.slice(start.length), 10));
  return Math.max(-1, ...taken.filter(Number.isInteger)) + 1;
}

function addRow(list: HTMLElement): void {
  const template = list.querySelector<HTMLTemplateElement>(':scope > template');
  if (!template) return;
  const no = nextNumber(list);
  const holder = document.createElement('div');
  holder.innerHTML = template.innerHTML.replaceAll('__row__', String(no));
  const row = holder.firstElementChild;
  if (!row) return;
  template.before(row);
  row.querySelector<HTMLElement>('input,select,textarea')?.focus();
}

document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest('button') : null;
  if (!button) return;
  const list = button.closest<HTMLElement>('[data-rows]');
  if (button.name === '_add' && list) {
    event.preventDefault();
    addRow(list);
  } else if (button.dataset.removeRow !== undefined) {
    button.closest('[data-row]')?.remove();
  }
});

document.getElementById('problem')?.focus();
