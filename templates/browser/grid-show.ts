import { type Cells, type GridData, type RowSums, type rowSummer, shown } from './grid-sums.ts';
import type { GridTable } from './grid-table.ts';

/** Shows what rows come to: amount, share and ceiling in the row, sums by year and source below, and what has to be mended. */
export function gridShower({ rows, fields, nameOf }: GridTable, data: GridData, { sums, fill }: ReturnType<typeof rowSummer>) {
  const problemBox = document.querySelector<HTMLElement>('[data-problems]');
  const sumsTable = document.querySelector<HTMLTableElement>('table[data-sums]');
  const known = new WeakMap<HTMLTableRowElement, RowSums>();
  const totals = new Map<string, number[]>();

  function cellsOf(row: HTMLTableRowElement): Cells {
    const cells: Cells = {};
    for (const field of fields(row)) cells[nameOf(field)] = field.value;
    return cells;
  }

  function addTo(row: RowSums, sign: 1 | -1): void {
    if (row.blank) return;
    const sum = totals.get(row.year) ?? data.sources.map(() => 0);
    totals.set(
      row.year,
      sum.map((one, i) => one + sign * (row.bySource[i] ?? 0)),
    );
  }

  /** Computes a row, and says whether anything of it has changed. */
  function computeRow(row: HTMLTableRowElement): boolean {
    const old = known.get(row);
    const now = sums(cellsOf(row));
    if (old) addTo(old, -1);
    addTo(now, 1);
    known.set(row, now);
    const amount = fields(row).find((field) => field.readOnly && field.classList.contains('computed'));
    const amountText = now.amount > 0 ? shown(now.amount) : '';
    if (amount && amount.value !== amountText) amount.value = amountText;
    if (!old || old.share !== now.share || old.ceiling !== now.ceiling || old.over !== now.over) {
      const cell = row.querySelector<HTMLElement>('[data-share]');
      if (cell) {
        cell.textContent = now.share + (now.ceiling === '' ? '' : ` / ${now.ceiling}`) + (now.over ? ' ⚠' : '');
        cell.classList.toggle('breach', now.over);
      }
    }
    const changed = !old || old.problems.join() !== now.problems.join();
    if (changed) row.classList.toggle('has-problem', now.problems.length > 0);
    return changed;
  }

  function showSums(): void {
    const tbody = sumsTable?.tBodies[0];
    const tfoot = sumsTable?.tFoot;
    if (!tbody || !tfoot) return;
    const years = [...new Set(rows().flatMap((row) => (known.get(row)?.blank === false ? [known.get(row)?.year ?? ''] : [])))].toSorted();
    for (const year of totals.keys()) if (!years.includes(year)) totals.delete(year);
    while (tbody.rows.length > years.length) tbody.deleteRow(-1);
    while (tbody.rows.length < years.length) {
      const line = tbody.insertRow();
      line.innerHTML = `<th scope="row"></th>${'<td class="amount"></td>'.repeat(data.sources.length + 1)}`;
    }
    years.forEach((year, i) => {
      const amounts = totals.get(year) ?? [];
      const target = data.targets.find((one) => String(one.year) === year);
      const difference = target ? (amounts[0] ?? 0) - target.amountDong : 0;
      const note = target
        ? `${fill('grid.sum.target', { amount: shown(target.amountDong) })}${difference === 0 ? ' ✓' : ` – ${fill('grid.sum.target-differs', { amount: shown(Math.abs(difference)) })}`}`
        : '';
      setRow(tbody.rows[i], [
        year + (note === '' ? '' : ` (${note})`),
        ...amounts.map(shown),
        shown(amounts.reduce((sum, one) => sum + one, 0)),
      ]);
    });
    const all = data.sources.map((_, i) => years.reduce((sum, year) => sum + (totals.get(year)?.[i] ?? 0), 0));
    setRow(tfoot.rows[0], [fill('grid.sum.all'), ...all.map(shown), shown(all.reduce((sum, one) => sum + one, 0))]);
  }

  function setRow(row: HTMLTableRowElement | undefined, texts: string[]): void {
    if (!row) return;
    texts.forEach((text, i) => {
      const cell = row.cells[i];
      if (cell && cell.textContent !== text) cell.textContent = text;
    });
  }

  function showProblems(): void {
    const list = problemBox?.querySelector('ul');
    if (!problemBox || !list) return;
    const lines = rows().flatMap((row, i) => (known.get(row)?.problems ?? []).map((text) => ({ no: i + 1, text })));
    problemBox.hidden = lines.length === 0;
    list.replaceChildren(
      ...lines.map(({ no, text }) => {
        const item = document.createElement('li');
        const go = document.createElement('a');
        go.href = '#grid-problems';
        go.textContent = fill('grid.line', { no: String(no) });
        go.dataset.go = String(no - 1);
        const words = document.createElement('span');
        words.append(go, `: ${text}`);
        item.append(words);
        return item;
      }),
    );
  }

  /** After a row was typed in. */
  function compute(row: HTMLTableRowElement): void {
    if (computeRow(row)) showProblems();
    showSums();
  }

  /** After rows came, went or moved. */
  function computeAll(): void {
    totals.clear();
    for (const row of rows()) {
      known.delete(row);
      computeRow(row);
    }
    showProblems();
    showSums();
  }

  return { compute, computeAll };
}
