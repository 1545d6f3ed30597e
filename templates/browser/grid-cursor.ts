import type { GridTable, Place } from './grid-table.ts';

/** How one is in a cell: moving over it, replacing it by typing, or editing within it. */
export type Mode = 'move' | 'type' | 'edit';

/** Where one is in the grid, how one is there, and what is chosen. `before`: what stood in the field when one came to it. */
export function gridCursor({ body, fieldAt, columns }: GridTable) {
  const at = { active: { row: 0, column: 0 } as Place, anchor: { row: 0, column: 0 } as Place, mode: 'move' as Mode, before: '' };
  let selected: HTMLTableCellElement[] = [];

  /** Goes to a cell, or as near as there is one; `extend` chooses all from where one was. */
  function focusAt(place: Place, extend = false): void {
    const row = Math.max(0, Math.min(place.row, body.rows.length - 1));
    const column = Math.max(0, Math.min(place.column, columns() - 1));
    const field = fieldAt({ row, column });
    if (!field) return;
    const old = fieldAt(at.active);
    if (old) old.tabIndex = -1;
    at.active = { row, column };
    if (!extend) at.anchor = at.active;
    at.mode = 'move';
    field.tabIndex = 0;
    field.focus();
    field.select();
    at.before = field.value;
    showSelection();
  }
  function range(): { top: number; bottom: number; left: number; right: number } {
    return {
      top: Math.min(at.anchor.row, at.active.row),
      bottom: Math.max(at.anchor.row, at.active.row),
      left: Math.min(at.anchor.column, at.active.column),
      right: Math.max(at.anchor.column, at.active.column),
    };
  }
  function showSelection(): void {
    for (const cell of selected) {
      cell.classList.remove('chosen');
      cell.removeAttribute('aria-selected');
    }
    selected = [];
    const { top, bottom, left, right } = range();
    if (top === bottom && left === right) return;
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) {
        const cell = fieldAt({ row, column })?.closest('td');
        if (!cell) continue;
        cell.classList.add('chosen');
        cell.setAttribute('aria-selected', 'true');
        selected.push(cell);
      }
    }
  }
  return { at, focusAt, range };
}
