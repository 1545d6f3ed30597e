/** A cell's place among the rows and fields of the grid, from 0. */
export type Place = { row: number; column: number };
/** What a grid holds, as its texts: of every row the number of the stored line behind it, then its fields. */
export type State = string[][];

export type GridTable = ReturnType<typeof gridTable>;

/** The rows and fields of the budget table, whatever comes, goes or moves. */
export function gridTable(grid: HTMLTableElement) {
  const body = grid.tBodies[0] as HTMLTableSectionElement;
  const blank = document.querySelector<HTMLTemplateElement>('template[data-blank]') as HTMLTemplateElement;
  const fieldsOf = new WeakMap<HTMLTableRowElement, HTMLInputElement[]>();
  let stale = false;

  const rows = (): HTMLTableRowElement[] => [...body.rows];
  const nameOf = (field: HTMLInputElement): string => /\[(\w+)\]$/.exec(field.name)?.[1] ?? 'amount';
  const fields = (row: HTMLTableRowElement): HTMLInputElement[] => {
    const found = fieldsOf.get(row) ?? [...row.querySelectorAll<HTMLInputElement>('td input')];
    fieldsOf.set(row, found);
    return found;
  };
  const fieldAt = ({ row, column }: Place): HTMLInputElement | undefined => {
    const found = body.rows[row];
    return found && fields(found)[column];
  };
  const columns = (): number => fields(body.rows[0] as HTMLTableRowElement).length;
  const placeOf = (field: HTMLInputElement): Place => {
    const row = field.closest('tr') as HTMLTableRowElement;
    return { row: row.sectionRowIndex, column: fields(row).indexOf(field) };
  };

  function newRow(): HTMLTableRowElement {
    const row = (blank.content.querySelector('tr') as HTMLTableRowElement).cloneNode(true) as HTMLTableRowElement;
    dress(row);
    return row;
  }
  /** Roles and the order of tabbing of a row's cells. */
  function dress(row: HTMLTableRowElement): void {
    row.setAttribute('role', 'row');
    for (const cell of row.cells) cell.setAttribute('role', cell.tagName === 'TH' ? 'rowheader' : 'gridcell');
    for (const field of fields(row)) field.tabIndex = -1;
    for (const button of row.querySelectorAll('button')) button.tabIndex = -1;
  }
  /** After rows came, went or moved they are numbered anew. Names of fields follow when they are read. */
  function renumber(): void {
    rows().forEach((row, i) => {
      const no = row.querySelector('th span');
      if (no && no.textContent !== String(i + 1)) no.textContent = String(i + 1);
    });
    grid.setAttribute('aria-rowcount', String(body.rows.length + 1));
    stale = true;
  }
  /** Gives the fields the names of their rows' places, as a form sends them. */
  function rename(): void {
    if (!stale) return;
    rows().forEach((row, i) => {
      for (const field of row.querySelectorAll<HTMLInputElement>('input[name]'))
        field.name = field.name.replace(/^lines\[\d+\]/, `lines[${i}]`);
      for (const button of row.querySelectorAll('button')) button.value = String(i);
    });
    stale = false;
  }

  const state = (): State =>
    rows().map((row) => [row.querySelector<HTMLInputElement>('th input')?.value ?? '', ...fields(row).map((field) => field.value)]);
  /** Puts a state back into the table. */
  function restore(state: State): void {
    while (body.rows.length > state.length) body.deleteRow(-1);
    while (body.rows.length < state.length) body.append(newRow());
    rows().forEach((row, i) => {
      const [was = '', ...values] = state[i] ?? [];
      const hidden = row.querySelector<HTMLInputElement>('th input');
      if (hidden) hidden.value = was;
      fields(row).forEach((field, column) => {
        if (field.value !== values[column]) field.value = values[column] ?? '';
      });
    });
  }

  /** Says to whoever does not see it that the table is a grid, and lets one field alone be reached by Tab. */
  function dressAll(): void {
    grid.setAttribute('role', 'grid');
    grid.setAttribute('aria-multiselectable', 'true');
    grid.setAttribute('aria-describedby', 'grid-help');
    grid.setAttribute('aria-rowcount', String(body.rows.length + 1));
    for (const cell of grid.tHead?.rows[0]?.cells ?? []) cell.setAttribute('role', 'columnheader');
    grid.tHead?.rows[0]?.setAttribute('role', 'row');
    for (const section of [grid.tHead, body]) section?.setAttribute('role', 'rowgroup');
    for (const row of rows()) dress(row);
    const first = fieldAt({ row: 0, column: 0 });
    if (first) first.tabIndex = 0;
  }

  return { body, rows, nameOf, fields, fieldAt, columns, placeOf, newRow, renumber, rename, state, restore, dressAll };
}
