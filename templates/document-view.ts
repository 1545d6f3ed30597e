import type { Block } from '../domain/document/block.ts';
import { type Annex, drafterMarkShown, type OfficialDocument, type SignatureBlock, urgencyShown } from '../domain/document/model.ts';
import { type Cell, type Column, columnsOf, type Row, type Table } from '../domain/document/table.ts';
import { formatDong } from '../domain/money/format.ts';
import { balancedWidth, lineWidth } from './line-width.ts';
import { qrSquares } from './qr.ts';

/** What the templates of official documents are given: the document, arranged for printing. */
export type DocumentView = Omit<OfficialDocument, 'body' | 'annexes' | 'lookup'> & {
  body: object[];
  annexes: (Omit<Annex, 'blocks'> & { index: number; landscape: boolean; blocks: object[] })[];
  oneAddressee: string | undefined;
  oneSignature: SignatureBlock | undefined;
  /** The recipients may go on on another page: they would hardly fit on one beside the signature. */
  manyRecipients: boolean;
  /** "HỎA TỐC" */
  urgent: string | undefined;
  /** "PTMN.(03)" */
  drafted: string | undefined;
  lookedUp: OfficialDocument['lookup'];
  qr: { size: number; squares: string; picture: string } | undefined;
  /** What stands beside the QR code: the code, then the address after `lookupPlace`. */
  lookupLine: string;
  lookupPlace: string;
  addressLine: string;
  /** The address where it is one of the web, and may be followed. */
  lookupLink: string | undefined;
  /** Rules under the issuer's name and under the abstract, in millimetres: as long as a third to a half of the line above. */
  rules: { issuer: string; abstract: string };
  /** What each page says at its foot of a sample or a rehearsal. */
  mark: string | undefined;
  /** Whether it is shown on a screen, which has no margins of pages to show anything in. */
  screen: boolean;
  /** Address of the links that hold the places of the signature fields; undefined where there shall be none. */
  fieldAddress: string | undefined;
};

export type ViewOptions = { withFields: boolean; screen?: boolean };

/** A link to this address and the name of a field stands where the field's widget comes to stand. It leads nowhere. */
export const fieldAddress = 'https://ky.invalid/';

export function documentView(document: OfficialDocument, { withFields, screen = false }: ViewOptions): DocumentView {
  return {
    ...document,
    body: blockViews(document.body, portrait),
    annexes: document.annexes.map((annex, index) => ({
      ...annex,
      index: index + 1,
      landscape: annex.orientation === 'landscape',
      blocks: blockViews(annex.blocks, annex.orientation === 'landscape' ? landscape : portrait),
    })),
    oneAddressee: document.addressees.length === 1 ? document.addressees[0] : undefined,
    oneSignature: document.signatures.length === 1 ? document.signatures[0] : undefined,
    manyRecipients: document.recipients.join().length > 1_200 || document.recipients.length > 25,
    urgent: document.urgency && urgencyShown(document.urgency),
    drafted: document.drafterMark && drafterMarkShown(document.drafterMark),
    lookedUp: document.lookup,
    qr: document.lookup && qrOf(document.lookup.url),
    lookupLine: `${lookupCaption}${document.lookup?.code ?? ''}`,
    lookupPlace,
    addressLine: `${lookupPlace}${document.lookup?.url ?? ''}`,
    lookupLink: /^https?:/i.test(document.lookup?.url ?? '') ? document.lookup?.url : undefined,
    rules: {
      issuer: ruleUnder(lineWidth(document.issuer.lines.at(-1) ?? '', 13)),
      abstract: ruleUnder(balancedWidth(document.abstract, 14, abstractRoom)),
    },
    mark: mark(document),
    screen,
    fieldAddress: withFields ? fieldAddress : undefined,
  };
}

/** How the two lines beside the QR code begin; what the page has in its margin is found again by them. */
export const lookupCaption = 'Mã tra cứu: ';
export const lookupPlace = 'Tra cứu tại: ';

/** Width between margins less the abstract's own, in millimetres (document.css). */
const abstractRoom = 165 - 2 * 6;

/** Decree 30/2020/NĐ-CP, Annex I, II.2 and II.5: from a third to a half of the line. */
const ruleUnder = (line: number): string => `${(line * 0.42).toFixed(1)}mm`;

function mark({ sample, rehearsal }: OfficialDocument): string | undefined {
  const marks = [sample ? 'MẪU THỬ – KHÔNG CÓ GIÁ TRỊ' : '', rehearsal ? 'VĂN BẢN LẬP TRONG DIỄN TẬP' : ''].filter((text) => text !== '');
  return marks.length === 0 ? undefined : marks.join(' · ');
}

/** How much of a table a page holds: columns before it is set smaller, and em of its own size for columns of sums. */
type Room = { columns: number; em: number };
const portrait: Room = { columns: 6, em: 24 };
const landscape: Room = { columns: 8, em: 44 };

/** Headings of the second level move up where there are none of the first: readers' outlines must not skip a level. */
function blockViews(blocks: readonly Block[], room: Room): object[] {
  const deep = blocks.some((block) => block.kind === 'heading' && block.level === 1);
  return blocks.map((block) => {
    if (block.kind === 'heading') return { ...block, top: block.level === 1 || !deep };
    if (block.kind === 'table') return { kind: 'table', ...tableView(block.table, room) };
    return block;
  });
}

/** A table of so few rows is not broken over pages. */
const rowsKeptTogether = 6;

/** Rows of many lines need not keep together to look well. */
const isTall = ({ cells }: Row): boolean => cells.some((cell) => typeof cell === 'string' && cell.length > 160);

type HeadCell = { title: string; scope: 'col' | 'colgroup'; colspan: number; rowspan: number; style: string | undefined };

function tableView(table: Table, room: Room) {
  const columns = columnsOf(table.head);
  return {
    unit: table.unit,
    dense: columns.length > room.columns,
    whole: table.rows.length <= rowsKeptTogether,
    headRows: headRows(table.head, columnStyles(columns, table.rows, room)),
    rows: table.rows.map((row) => ({ kind: row.kind, tall: isTall(row), cells: cellViews(row, columns, table.rowHead) })),
  };
}

type CellView = { value: Cell; align: string; head: boolean; colspan: number; breakable: boolean };

/** A word that may be broken anywhere, else it would make its column too wide for the page: addresses, file names. */
const longWord = /\S{22}/u;

/** The cells of a row; the name of a section or of a total stretches over the empty cells that follow it. */
function cellViews({ kind, cells }: Row, columns: Column[], rowHead: number): CellView[] {
  const stretches = kind === 'section' || kind === 'total';
  const filled = cells.findIndex((cell, at) => at > rowHead && cell !== '');
  const end = stretches && filled > rowHead ? filled : rowHead + 1;
  return cells.flatMap((value, at): CellView[] => {
    if (at > rowHead && at < end) return [];
    const head = at === rowHead;
    return [
      { value, align: columns[at]?.align ?? 'left', head, colspan: head ? end - rowHead : 1, breakable: longWord.test(String(value)) },
    ];
  });
}

/**
 * Columns of sums are as wide as their longest number, and no wider, so that the names get the room; the browser divides the
 * width where they would leave too little. Columns of names never shrink to a word.
 */
function columnStyles(columns: readonly Column[], rows: readonly Row[], { em }: Room): (string | undefined)[] {
  const sums = columns.map(({ align, share }, at) => (align === 'right' && share === undefined ? numberWidth(rows, at) : 0));
  const fitting = sums.reduce((sum, one) => sum + one, 0) <= em;
  return columns.map(({ align, share }, at) => {
    if (share !== undefined) return `width:${share}%`;
    if (align === 'left') return 'min-width:6.5em';
    return sums[at] && fitting ? `width:calc(${sums[at].toFixed(2)}em + 3mm)` : undefined;
  });
}

/** Width of the longest number in a column, in em: a digit is half an em, a dot a quarter. Never so narrow that its head would stand high. */
function numberWidth(rows: readonly Row[], at: number): number {
  const widths = rows.map(({ cells }) =>
    Array.from(printed(cells[at] ?? '')).reduce((sum, sign) => sum + (/[.,]/.test(sign) ? 0.25 : 0.5), 0),
  );
  return Math.max(5, ...widths);
}

const printed = (cell: Cell): string => (typeof cell === 'number' ? formatDong(cell) : cell);

/** One row of heads, or two where columns stand under a common head. */
function headRows(head: Table['head'], styles: readonly (string | undefined)[]): HeadCell[][] {
  const deep = head.some((part) => 'columns' in part);
  const inOrder = columnsOf(head);
  const single = (column: Column, rowspan: number): HeadCell => ({
    title: column.title,
    scope: 'col',
    colspan: 1,
    rowspan,
    style: styles[inOrder.indexOf(column)],
  });
  const first = head.map((part) =>
    'columns' in part
      ? { title: part.title, scope: 'colgroup' as const, colspan: part.columns.length, rowspan: 1, style: undefined }
      : single(part, deep ? 2 : 1),
  );
  const second = head.flatMap((part) => ('columns' in part ? part.columns.map((column) => single(column, 1)) : []));
  return deep ? [first, second] : [first];
}

/** The QR code of an address: so many squares a side, the dark ones as one path of bars, and the same as a picture for the margin of a page. */
function qrOf(text: string): { size: number; squares: string; picture: string } {
  const { size, squares } = qrSquares(text);
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${size} ${size}' shape-rendering='crispEdges'><path d='${squares}'/></svg>`;
  return { size, squares, picture: `data:image/svg+xml,${encodeURIComponent(svg)}` };
}
