/** What spreadsheets put on the clipboard, and take from it: blocks of cells as text. */

/** The cells of a table that was copied as HTML (Excel, LibreOffice, Google); null if there is none. Exact numbers are read where the program gives them. */
export function blockOfHtml(html: string): string[][] | null {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
  if (!table) return null;
  const rows = [...table.querySelectorAll('tr')].map((row) => {
    const cells: string[] = [];
    for (const cell of row.querySelectorAll<HTMLTableCellElement>('td,th')) {
      cells.push(textOf(cell));
      for (let covered = 1; covered < cell.colSpan; covered += 1) cells.push('');
    }
    return cells;
  });
  return rows.length > 0 ? rows : null;
}

const decimals = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 6 });

function textOf(cell: HTMLTableCellElement): string {
  const exact = cell.getAttribute('sdval') ?? cell.getAttribute('x:num');
  const text = (cell.textContent ?? '').replace(/[\s\u00a0]+/g, ' ').trim();
  if (exact !== null && exact !== '' && /\d/.test(text) && Number.isFinite(Number(exact)) && !text.endsWith('%'))
    return /^\d{4}$/.test(text) ? text : decimals.format(Number(exact));
  return text;
}

/** The cells of text with tabs; a cell in quotes may hold tabs and lines. */
export function blockOfText(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  for (let i = 0; i < source.length; i += 1) {
    const sign = source[i] ?? '';
    if (quoted) {
      if (sign === '"' && source[i + 1] === '"') {
        cell += '"';
        i += 1;
      } else if (sign === '"') quoted = false;
      else cell += sign;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === '\t' || sign === '\n') {
      rows.at(-1)?.push(cell.trim());
      cell = '';
      if (sign === '\n') rows.push([]);
    } else cell += sign;
  }
  rows.at(-1)?.push(cell.trim());
  return rows.map((row) => row.map((one) => one.replace(/\s*\n\s*/g, ' ')));
}

/** A block as spreadsheets read it from text. */
export const textOfBlock = (block: readonly (readonly string[])[]): string =>
  block.map((row) => row.map((cell) => (/["\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t')).join('\n');

/** The same as an HTML table, which keeps cells apart whatever stands in them. */
export const htmlOfBlock = (block: readonly (readonly string[])[]): string =>
  `<table>${block.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('')}</table>`;

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
