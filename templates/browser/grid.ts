import { gridCursor, type Mode } from './grid-cursor.ts';
import { blockOfHtml, blockOfText, htmlOfBlock, textOfBlock } from './grid-sheet.ts';
import { gridShower } from './grid-show.ts';
import { type GridData, rowSummer } from './grid-sums.ts';
import { gridTable, type State } from './grid-table.ts';

/**
 * The budget table as a spreadsheet: keys, blocks copied and pasted, undo, and sums as one types (ARIA grid pattern). A cell is its field; a
 * focused field is either moved over (`move`), being replaced by typing (`type`), or edited within (`edit`). Only the row that changed is computed anew.
 */

const most = 500;
const undoDepth = 100;

const table = document.querySelector<HTMLTableElement>('table[data-grid]');
const form = table?.closest('form');
if (table && form) startGrid(table, form);

function startGrid(grid: HTMLTableElement, form: HTMLFormElement): void {
  const data = JSON.parse(document.getElementById('grid-data')?.textContent ?? '{}') as GridData;
  const summer = rowSummer(data);
  const { fill, kindTitle } = summer;
  const table = gridTable(grid);
  const { body, rows, nameOf, fields, fieldAt, columns, placeOf, newRow } = table;
  const { compute, computeAll } = gridShower(table, data, summer);
  const { at, focusAt, range } = gridCursor(table);
  const status = document.querySelector<HTMLElement>('[data-status]');
  const undoButton = document.querySelector<HTMLButtonElement>('[data-undo]');
  const redoButton = document.querySelector<HTMLButtonElement>('[data-redo]');
  const done: State[] = [];
  const undone: State[] = [];

  const tell = (key: string, values: Record<string, string> = {}): void => {
    if (status) status.textContent = fill(`grid.status.${key}`, values);
  };

  function remember(): void {
    done.push(table.state());
    if (done.length > undoDepth) done.shift();
    undone.length = 0;
    showUndo();
  }
  function showUndo(): void {
    if (undoButton) undoButton.disabled = done.length === 0;
    if (redoButton) redoButton.disabled = undone.length === 0;
  }
  function goBack(from: State[], to: State[], said: string): void {
    const state = from.pop();
    if (!state) return;
    to.push(table.state());
    table.restore(state);
    restructured();
    focusAt({ row: Math.min(at.active.row, state.length - 1), column: at.active.column });
    tell(said);
    showUndo();
  }

  /** After rows came, went or moved. */
  function restructured(): void {
    table.renumber();
    computeAll();
    changed();
  }
  function insertRow(no: number): void {
    if (body.rows.length >= most) {
      tell('full');
      return;
    }
    remember();
    body.insertBefore(newRow(), body.rows[no] ?? null);
    restructured();
    focusAt({ row: no, column: 0 });
    tell('added', { no: String(no + 1) });
  }
  function removeRow(no: number): void {
    remember();
    body.rows[no]?.remove();
    if (body.rows.length === 0) body.append(newRow());
    restructured();
    focusAt({ row: Math.min(no, body.rows.length - 1), column: at.active.column });
    tell('removed', { no: String(no + 1) });
  }
  function moveRow(no: number, by: 1 | -1): void {
    const row = body.rows[no];
    const other = body.rows[no + by];
    if (!row || !other) return;
    remember();
    if (by < 0) other.before(row);
    else other.after(row);
    restructured();
    focusAt({ row: no + by, column: at.active.column });
    tell('moved', { no: String(no + by + 1) });
  }

  /** Lets whoever keeps the form know that it has changed. */
  const changed = (): void => void form.dispatchEvent(new Event('change', { bubbles: true }));

  function startTyping(next: Mode): void {
    if (at.mode === 'move') {
      remember();
      at.before = fieldAt(at.active)?.value ?? '';
    }
    at.mode = next;
  }
  function leaveCell(): void {
    if (at.mode === 'move') return;
    at.mode = 'move';
    const field = fieldAt(at.active);
    if (!field) return;
    if (field.value === at.before) {
      done.pop();
      showUndo();
      return;
    }
    if (nameOf(field) === 'kind') field.value = kindTitle(field.value) ?? field.value;
  }
  function cancelTyping(): void {
    const field = fieldAt(at.active);
    if (!field) return;
    field.value = at.before;
    done.pop();
    showUndo();
    at.mode = 'move';
    field.select();
    compute(field.closest('tr') as HTMLTableRowElement);
    changed();
  }

  function blockChosen(): string[][] {
    const { top, bottom, left, right } = range();
    return Array.from({ length: bottom - top + 1 }, (_, r) =>
      Array.from({ length: right - left + 1 }, (_, c) => fieldAt({ row: top + r, column: left + c })?.value ?? ''),
    );
  }
  function clearChosen(): void {
    remember();
    const { top, bottom, left, right } = range();
    for (let row = top; row <= bottom; row += 1)
      for (let column = left; column <= right; column += 1) {
        const field = fieldAt({ row, column });
        if (field && !field.readOnly) field.value = '';
      }
    computeAll();
    changed();
  }
  function paste(block: string[][]): void {
    const { top, bottom, left, right } = range();
    const single = block.length === 1 && block[0]?.length === 1;
    const height = single ? bottom - top + 1 : block.length;
    const width = single ? right - left + 1 : Math.max(...block.map((row) => row.length));
    remember();
    while (body.rows.length < Math.min(top + height, most)) body.append(newRow());
    for (let r = 0; r < height; r += 1)
      for (let c = 0; c < width; c += 1) {
        const field = fieldAt({ row: top + r, column: left + c });
        const text = single ? block[0]?.[0] : block[r]?.[c];
        if (!field || field.readOnly || text === undefined) continue;
        field.value = nameOf(field) === 'kind' ? (kindTitle(text) ?? text) : nameOf(field) === 'year' ? text.replace(/[.\s]/g, '') : text;
      }
    restructured();
    at.anchor = { row: top, column: left };
    focusAt({ row: top + height - 1, column: Math.min(left + width, columns()) - 1 }, true);
    const unread = rows()
      .slice(top, top + height)
      .flatMap((row) => fields(row))
      .filter(
        (field) => field.classList.contains('right') && field.value.trim() !== '' && !/^[-+]?\d[\d.,\s]*$/.test(field.value.trim()),
      ).length;
    const size = { rows: String(height), columns: String(width), unread: String(unread) };
    tell(unread > 0 ? 'pasted-unread' : 'pasted', size);
  }

  function moveBy(down: number, right: number, extend: boolean): void {
    leaveCell();
    focusAt({ row: at.active.row + down, column: at.active.column + right }, extend);
  }
  /** To the next cell as a reader goes; false at the very end, where the browser goes on by itself. */
  function tab(backwards: boolean): boolean {
    leaveCell();
    const next = at.active.row * columns() + at.active.column + (backwards ? -1 : 1);
    if (next < 0 || next >= body.rows.length * columns()) return false;
    focusAt({ row: Math.floor(next / columns()), column: next % columns() });
    return true;
  }
  function leaveGrid(): void {
    const next = document.querySelector<HTMLElement>('.save-bar button, [data-leave]');
    next?.focus();
  }
  const arrows: Record<string, [number, number]> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

  function onKey(event: KeyboardEvent): void {
    const field = event.target;
    if (!(field instanceof HTMLInputElement) || event.isComposing) return;
    const command = event.ctrlKey || event.metaKey;
    const taken = handled(event, command, field);
    if (taken) event.preventDefault();
  }
  function handled(event: KeyboardEvent, command: boolean, field: HTMLInputElement): boolean {
    const { key, shiftKey, altKey } = event;
    const arrow = arrows[key];
    if (altKey && !command && (key === 'ArrowUp' || key === 'ArrowDown')) {
      leaveCell();
      moveRow(at.active.row, key === 'ArrowUp' ? -1 : 1);
      return true;
    }
    if (arrow && at.mode !== 'edit' && !altKey) {
      const far = command ? 1_000 : 1;
      moveBy(arrow[0] * far, arrow[1] * far, shiftKey);
      return true;
    }
    switch (key) {
      case 'Enter':
        if (command) {
          leaveCell();
          insertRow(at.active.row + 1);
        } else moveBy(shiftKey ? -1 : 1, 0, false);
        return true;
      case 'Tab':
        return tab(shiftKey);
      case 'F2':
        if (field.readOnly) return true;
        startTyping('edit');
        field.setSelectionRange(field.value.length, field.value.length);
        return true;
      case 'Escape':
        if (at.mode === 'move') leaveGrid();
        else cancelTyping();
        return true;
      case 'PageUp':
      case 'PageDown':
        moveBy(key === 'PageUp' ? -15 : 15, 0, shiftKey);
        return true;
      default:
        break;
    }
    if (command && key.toLowerCase() === 'z' && !shiftKey && at.mode === 'move') {
      goBack(done, undone, 'undone');
      return true;
    }
    if (command && (key.toLowerCase() === 'y' || (key.toLowerCase() === 'z' && shiftKey)) && at.mode === 'move') {
      goBack(undone, done, 'redone');
      return true;
    }
    if (at.mode === 'edit') return false;
    if (command && (key === 'Delete' || key === 'Backspace')) {
      leaveCell();
      removeRow(at.active.row);
      return true;
    }
    if (at.mode !== 'move') return false;
    if (key === 'Home' || key === 'End') {
      const row = command ? (key === 'Home' ? 0 : body.rows.length - 1) : at.active.row;
      focusAt({ row, column: key === 'Home' ? 0 : columns() - 1 }, shiftKey);
      return true;
    }
    if (key === 'Delete' || key === 'Backspace') {
      clearChosen();
      return true;
    }
    if (command && key.toLowerCase() === 'a') {
      at.anchor = { row: 0, column: 0 };
      focusAt({ row: body.rows.length - 1, column: columns() - 1 }, true);
      return true;
    }
    return false;
  }

  body.addEventListener('keydown', onKey);
  body.addEventListener('beforeinput', (event) => {
    if (event.target instanceof HTMLInputElement && !event.target.readOnly && at.mode === 'move') startTyping('type');
  });
  body.addEventListener('input', (event) => {
    if (event.target instanceof HTMLInputElement) compute(event.target.closest('tr') as HTMLTableRowElement);
  });
  body.addEventListener('focusin', (event) => {
    const field = event.target;
    if (!(field instanceof HTMLInputElement)) return;
    const place = placeOf(field);
    if (place.column < 0 || (place.row === at.active.row && place.column === at.active.column)) return;
    leaveCell();
    focusAt(place);
  });
  body.addEventListener('focusout', () => leaveCell());
  let dragging = false;
  body.addEventListener('mousedown', (event) => {
    const field = event.target;
    if (!(field instanceof HTMLInputElement)) return;
    const place = placeOf(field);
    if (place.row === at.active.row && place.column === at.active.column && document.activeElement === field) {
      startTyping('edit');
      return;
    }
    event.preventDefault();
    leaveCell();
    focusAt(place, event.shiftKey);
    dragging = true;
  });
  body.addEventListener('mouseover', (event) => {
    if (!dragging || !(event.target instanceof HTMLInputElement)) return;
    focusAt(placeOf(event.target), true);
  });
  addEventListener('mouseup', () => {
    dragging = false;
  });
  body.addEventListener('dblclick', (event) => {
    if (event.target instanceof HTMLInputElement && !event.target.readOnly && at.mode === 'move') startTyping('edit');
  });
  for (const name of ['copy', 'cut'] as const) {
    body.addEventListener(name, (event) => {
      if (at.mode !== 'move' || !event.clipboardData) return;
      const block = blockChosen();
      event.clipboardData.setData('text/plain', textOfBlock(block));
      event.clipboardData.setData('text/html', htmlOfBlock(block));
      event.preventDefault();
      tell('copied', { rows: String(block.length), columns: String(block[0]?.length ?? 0) });
      if (name === 'cut') clearChosen();
    });
  }
  body.addEventListener('paste', (event) => {
    if (at.mode === 'edit' || !event.clipboardData) return;
    const html = event.clipboardData.getData('text/html');
    const block = (html && blockOfHtml(html)) || blockOfText(event.clipboardData.getData('text/plain'));
    event.preventDefault();
    leaveCell();
    paste(block);
  });
  form.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>('button,a[data-go]') : null;
    if (!target) return;
    if (target.dataset.go !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      focusAt({ row: Number(target.dataset.go), column: 0 });
      return;
    }
    if (!(target instanceof HTMLButtonElement)) return;
    const row = target.closest('tr')?.sectionRowIndex ?? 0;
    const acts: Record<string, () => void> = {
      _add: () => insertRow(body.rows.length),
      _up: () => moveRow(row, -1),
      _down: () => moveRow(row, 1),
      _remove: () => removeRow(row),
    };
    const act = acts[target.name];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });
  undoButton?.addEventListener('click', () => goBack(done, undone, 'undone'));
  redoButton?.addEventListener('click', () => goBack(undone, done, 'redone'));
  form.addEventListener('serialising', table.rename);
  form.addEventListener('submit', table.rename);

  table.dressAll();

  for (const button of [undoButton, redoButton]) if (button) button.hidden = false;
  const keys = document.querySelector<HTMLElement>('[data-keys]');
  if (keys) keys.hidden = false;
  for (const plain of document.querySelectorAll<HTMLElement>('[data-plain]')) plain.hidden = true;
  showUndo();
  computeAll();
}
