import type { RowAmounts } from './amounts.ts';
import type { SourceBook } from './by-source.ts';
import { breakdownKeys, sourceBook } from './by-source.ts';
import { cellName } from './cell.ts';
import type { Finding } from './difference.ts';
import type { Ledger, Year } from './ledger.ts';
import { lineRole, roleOf, sumKnown, tellsAmounts } from './ledger.ts';
import type { Line, Node, Outline, Total } from './outline.ts';
import { sortTotals } from './outline.ts';

type Book = Ledger & { sources: SourceBook };
/** Cells named in a difference at most. */
const mostCells = 100;

/** Downwards: an item is the sum of its funding lines, a section of its items, a total of the sections, a source's total of its lines; per year and in total. */
export function checkSums(ledger: Ledger, outline: Outline): Finding[] {
  const tops = outline.nodes.filter((node) => node.parent === null);
  const { grand, subtotals } = sortTotals(outline);
  const book: Book = { ...ledger, sources: sourceBook(ledger) };
  return [
    ...outline.nodes.flatMap((node) => [...itemLines(book, node), ...sectionItems(book, node), ...sectionSources(book, node)]),
    ...grand.flatMap((total) => [...totalOf(book, total, tops, 'grand-total'), ...totalSources(book, total, tops)]),
    ...subtotals.flatMap(({ total, section }) => {
      const parts = section === null ? [] : section.children.length > 0 ? section.children : [section];
      return parts.length === 0 ? [] : [...totalOf(book, total, parts, 'subtotal'), ...totalSources(book, total, parts)];
    }),
  ];
}

/** What a row prints in a column against what it is computed to; nothing if the row prints no amounts of that layer, or nobody can compute them. */
function against(
  book: Book,
  amounts: RowAmounts,
  own: Pick<Finding, 'rule' | 'row' | 'number' | 'label'>,
  year: Year,
  sum: number | null,
  parts: number[],
  source: number | null = null,
  withItems?: number | null,
): Finding[] {
  const column = book.column(source, year);
  if (column === undefined || sum === null) return [];
  const printed = amounts.get(column.index) ?? null;
  if ((printed ?? 0) === sum) return [];
  const rows = new Set(parts.slice(0, mostCells).filter((row) => row !== own.row));
  const cells = [...rows].map((row) => cellName(column.index, row));
  return [
    {
      ...own,
      column,
      printed,
      computed: sum,
      cells,
      ...(withItems !== undefined && { agreesWithItems: printed !== null && printed === withItems }),
    },
  ];
}

const printsAny = (book: Book, amounts: RowAmounts): boolean =>
  book.columns.amounts.some(({ source, index }) => source === null && amounts.has(index));

function itemLines(book: Book, node: Node): Finding[] {
  if (!printsAny(book, node.amounts)) return restatedLines(book, node);
  const own = { rule: 'item-lines', row: node.row, number: node.number, label: node.label } as const;
  return [...book.years.flatMap((year) => linesAgainst(book, node, node.amounts, own, year)), ...restatedLines(book, node)];
}

function restatedLines(book: Book, node: Node): Finding[] {
  return node.restated.flatMap(({ row, label, amounts }) =>
    book.years.flatMap((year) => {
      const own = { rule: 'item-lines', row, number: node.number, label } as const;
      if (tellsAmounts(node.lines)) return linesAgainst(book, node, amounts, own, year);
      return against(book, amounts, own, year, book.value(node, year), [node.row]);
    }),
  );
}

/** Rows of funding lines and columns of sources each make up the whole sum. */
function linesAgainst(
  book: Book,
  holder: Node | Total,
  amounts: RowAmounts,
  own: Pick<Finding, 'rule' | 'row' | 'number' | 'label'>,
  year: Year,
): Finding[] {
  const role = roleOf(holder);
  if (!book.prints(role, year)) return [];
  const rows = holder.lines.filter((line) => line.column === null);
  const columns = book.columns.amounts.filter(
    (column) => column.source !== null && column.year === year && book.prints(`${role}-column-${column.source}`, year),
  );
  const sum = (lines: Line[]) => sumKnown(lines.map((line) => book.lineValue(line, holder, year)));
  const complete =
    tellsAmounts(rows) && (!('rank' in holder) || holder.children.length === 0 || book.sources.coversAll(rows, holder.children));
  const down = complete
    ? against(
        book,
        amounts,
        own,
        year,
        sum(rows),
        rows.map((line) => line.row),
      )
    : [];
  const across =
    columns.length === 0 ? [] : against(book, amounts, own, year, sum(holder.lines.filter((line) => line.column !== null)), []);
  return [...down, ...across.map((found) => ({ ...found, cells: columns.map(({ index }) => cellName(index, own.row)) }))];
}

function sectionItems(book: Book, node: Node): Finding[] {
  if (node.children.length === 0 || !printsAny(book, node.amounts)) return [];
  const own = { rule: 'section-items', row: node.row, number: node.number, label: node.label } as const;
  const rows = rowsOf(node.children);
  return book.years.flatMap((year) => {
    if (!book.prints('section', year)) return [];
    const sum = book.valueOfAll(node.children, year);
    const nested = node.children.some((child) => child.children.length > 0);
    return against(book, node.amounts, own, year, sum, rows, null, nested ? book.fromItems(node.children, year) : undefined);
  });
}

/** The sources that a section breaks its sum down to, each against that source's lines below. */
function sectionSources(book: Book, node: Node): Finding[] {
  return node.children.length === 0 ? [] : sourcesAgainst(book, node, node.children, 'section-items');
}

function totalOf(book: Book, total: Total, parts: Node[], rule: 'grand-total' | 'subtotal'): Finding[] {
  if (!printsAny(book, total.amounts)) return [];
  const own = { rule, row: total.row, number: null, label: total.label };
  return book.years.flatMap((year) => {
    if (!book.prints('total', year)) return [];
    const sum = book.valueOfAll(parts, year);
    return against(book, total.amounts, own, year, sum, rowsOf(parts), null, book.fromItems(parts, year));
  });
}

function totalSources(book: Book, total: Total, parts: Node[]): Finding[] {
  const own = { rule: 'total-sources', row: total.row, number: null, label: total.label } as const;
  const rows = total.lines.filter((line) => line.column === null);
  const complete = rows.length === 0 || book.sources.coversAll(rows, parts);
  const whole =
    printsAny(book, total.amounts) && complete ? book.years.flatMap((year) => linesAgainst(book, total, total.amounts, own, year)) : [];
  return [...sourcesAgainst(book, total, parts, 'source-total'), ...whole];
}

function sourcesAgainst(book: Book, holder: Node | Total, parts: Node[], columnRule: 'section-items' | 'source-total'): Finding[] {
  const keys = breakdownKeys(holder.lines);
  return holder.lines.flatMap((line, at): Finding[] => {
    if (line.amounts.size === 0 || !book.sources.namesAny(parts)) return [];
    const key = keys[at]!;
    const byColumn = line.column !== null;
    const own = {
      rule: byColumn ? columnRule : ('source-total' as const),
      row: line.row,
      number: 'rank' in holder ? holder.number : null,
      label: byColumn ? holder.label : line.named.label,
    };
    return book.years.flatMap((year) => {
      if (!book.prints(lineRole(line, holder), year)) return [];
      const sum = book.sources.sum(parts, key, year);
      const rows = byColumn ? rowsOf(parts) : book.sources.rows(parts, key);
      return against(book, line.amounts, own, year, sum === undefined ? 0 : sum, rows, line.column);
    });
  });
}

const rowsOf = (nodes: Node[]): number[] => nodes.slice(0, mostCells).map(({ row }) => row);
