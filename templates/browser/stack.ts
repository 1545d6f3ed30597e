/**
 * Tables on a narrow screen: where a row is wider than the screen nobody reads it. Each cell is told the heading of its column, and the style sheet
 * makes a small card of each row. Without it a table is pushed sideways; so is one whose cells span several rows.
 */

/** So many letters stand beside the heading of their column; more stand below it. */
const besideAtMost = 60;
const narrow = matchMedia('(max-width: 40rem)');

/** What a heading says, without the arrow of its order. */
function labelOf(head: HTMLElement): string {
  const words = head.cloneNode(true) as HTMLElement;
  for (const sign of words.querySelectorAll('[aria-hidden=true]')) sign.remove();
  for (const second of words.querySelectorAll('small, br')) second.before(' · ');
  return words.textContent.replace(/\s+/g, ' ').trim();
}

/** What stands below its heading instead of beside it: much to read, several things, or something to fill in. */
function isLong(cell: HTMLElement): boolean {
  const parts = [...cell.childNodes].filter((node) => (node.textContent ?? '').trim() !== '' || node instanceof HTMLInputElement);
  return parts.length > 1 || cell.textContent.trim().length > besideAtMost || cell.querySelector('input, select, textarea') !== null;
}

function stack(table: HTMLTableElement): void {
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
  if (table.tHead?.rows.length !== 1 || heads.length < 3) return;
  const rows = [...table.rows].filter((row) => row.parentElement !== table.tHead);
  if ([...heads, ...rows.flatMap((row) => [...row.cells])].some(({ rowSpan }) => rowSpan > 1) || heads.some(({ colSpan }) => colSpan > 1))
    return;
  const labels = heads.map(labelOf);
  for (const row of rows) {
    let column = 0;
    for (const cell of row.cells) {
      const label = labels[column];
      column += cell.colSpan;
      if (cell.tagName !== 'TD' || !label || cell.colSpan > 1 || cell.childNodes.length === 0) continue;
      cell.dataset.label = label;
      cell.classList.toggle('long', isLong(cell));
    }
  }
  if (table.classList.contains('stacked')) return;
  table.classList.add('stacked');
  // Rows that a script adds are told their headings too.
  new MutationObserver(() => stack(table)).observe(table, { childList: true, subtree: true });
}

function stackAll(): void {
  if (narrow.matches) for (const table of document.querySelectorAll<HTMLTableElement>('.table-responsive > table')) stack(table);
}

stackAll();
narrow.addEventListener('change', stackAll);
document.addEventListener('htmx:afterSettle', stackAll);

/** The entry where one is may stand beyond the edge of a menu that is pushed sideways. */
for (const here of document.querySelectorAll('.menu [aria-current], .tabs [aria-current]')) {
  const line = here.closest('nav');
  if (line && line.scrollWidth > line.clientWidth) line.scrollLeft = (here as HTMLElement).offsetLeft - line.clientWidth / 3;
}
