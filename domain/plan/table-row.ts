import type { Reading, RowAmounts } from './amounts.ts';
import { readAmounts } from './amounts.ts';
import type { Cell } from './cell.ts';
import { onOneLine, textOf } from './cell.ts';
import { ordinalBefore, ordinalIn } from './numbering.ts';
import type { PrintedShare, Remark } from './plan.ts';
import { remark } from './remark.ts';
import { looksLikeSource, readShare, splitSources } from './source.ts';

/** One row of a table as a person reads it. A cell that holds an item and its sources, line under line, gives several. */
export type TableRow = {
  /** 1-based row of the file. */
  row: number;
  number: string | null;
  /** On one line, without number and dash. */
  label: string;
  dash: '-' | '+' | null;
  /** "Nguồn kinh phí:" or "Trong đó:" stood before the label. */
  opens: 'funding' | 'breakdown' | null;
  amounts: RowAmounts;
  /** Printed in the columns for a source in words, and for its share. */
  source: string;
  share: PrintedShare | null;
  /** All that is printed in the row. */
  text: string;
};

const funding =
  /^[-–—•*+\s]*(?:(?:dự kiến )?(?:cơ cấu )?nguồn(?: kinh phí| vốn| tiền| tài chính)?(?: thực hiện| đảm bảo)?|kinh phí thực hiện từ|sources? of funds?|funding)\s*(?::|$)/iu;
const breakdown = /^[-–—•*+\s]*(?:trong đó|gồm|bao gồm|chia ra|of which)\s*(?:gồm\s*)?(?::|$|(?=[-–—]))/iu;

/** Reads a row of the table; an empty one gives nothing. */
export function readRow(cells: Cell[], row: number, reading: Reading, remarks: Remark[]): TableRow[] {
  const texts = cells.map(textOf);
  if (texts.every((text) => text === '')) return [];
  const { columns } = reading;
  const labels = columns.labels.map((index) => texts[index] ?? '').filter((text) => text !== '');
  const unheaded = columns.number === null && labels.length > 1 && ordinalIn(labels[0]) !== null;
  const printedNumber = unheaded ? labels[0]! : columns.number === null ? '' : (texts[columns.number] ?? '');
  const ordinal = ordinalIn(printedNumber);
  const printedLabel = labels[unheaded ? 1 : 0] ?? '';
  const misplaced = printedLabel === '' && ordinal === null ? printedNumber : '';
  const dash = printedLabel !== '' && /^[-–—•*+]$/.test(printedNumber) ? `${printedNumber} ` : '';
  const strange = ordinal === null && printedNumber !== '' && printedLabel !== '' && dash === '' ? printedNumber.slice(0, 30) : null;
  if (strange !== null) remarks.push(remark('number-not-understood', row, printedNumber));
  const pieces = takeApart(dash + (printedLabel || misplaced));
  const shared = {
    row,
    source: columns.sourceText === null ? '' : (texts[columns.sourceText] ?? ''),
    share: columns.share === null ? null : readShare(texts[columns.share] ?? ''),
    text: texts.filter((text) => text !== '').join(' | '),
  };
  const amounts = pieces.length === 1 ? [readAmounts(cells, row, reading, remarks)] : dealOut(cells, pieces, row, reading, remarks);
  return pieces.map((piece, at) => {
    const before = at === 0 && ordinal === null && strange === null ? ordinalBefore(piece) : null;
    const named = before ? before.label : piece;
    return {
      ...shared,
      ...opening(named),
      number: at === 0 ? (ordinal ?? strange ?? before?.number ?? null) : null,
      amounts: amounts[at]!,
    };
  });
}

function opening(piece: string): Pick<TableRow, 'opens' | 'dash' | 'label'> {
  const opens = funding.test(piece) ? 'funding' : breakdown.test(piece) ? 'breakdown' : null;
  const rest = piece.replace(opens === 'funding' ? funding : opens === 'breakdown' ? breakdown : /^/, '').trim();
  const mark = /^([-–—•*+])\s*/.exec(rest);
  return { opens, dash: mark === null ? null : mark[1] === '+' ? '+' : '-', label: onOneLine(mark ? rest.slice(mark[0].length) : rest) };
}

/** "Item ⏎ Nguồn kinh phí: ⏎ - A (30%) ⏎ - B (70%)" in one cell becomes its parts; any other cell stays whole. */
function takeApart(label: string): string[] {
  const lines = label.split('\n').map((line) => line.trim());
  const isStart = (line: string) => funding.test(line) || breakdown.test(line) || (/^[-–—•*+]/.test(line) && looksLikeSource(line));
  const start = lines.findIndex(isStart);
  if (start < 0) return [onOneLine(label)];
  const item = onOneLine(lines.slice(0, start).join(' '));
  const rest = lines.slice(start).join('\n');
  const head = funding.exec(rest)?.[0] ?? breakdown.exec(rest)?.[0] ?? '';
  const sources = splitSources(rest.slice(head.length));
  const opened = sources.length === 1 ? [onOneLine(`${head} ${sources[0]}`)] : head === '' ? sources : [onOneLine(head), ...sources];
  return item === '' ? opened : [item, ...opened];
}

/** Deals amounts that stand line under line in their cells out to the parts of the label; a single amount belongs to the first part. */
function dealOut(cells: Cell[], pieces: string[], row: number, reading: Reading, remarks: Remark[]): RowAmounts[] {
  const dealt = pieces.map((): Cell[] => cells.map(() => null));
  const everyPiece = pieces.map((_, at) => at);
  const withoutHead = pieces.flatMap((piece, at) => (opening(piece).label === '' ? [] : [at]));
  for (const { index } of [...reading.columns.amounts, ...reading.columns.groups]) {
    const cell = cells[index] ?? null;
    const lines = typeof cell === 'string' ? cell.split(/\r?\n/).map(textOf) : [textOf(cell)];
    const printed = lines.filter((line) => line !== '');
    const match = [lines, printed].flatMap((found) =>
      [everyPiece, withoutHead].filter((to) => to.length === found.length).map((to) => ({ found, to })),
    )[0];
    if (lines.length === 1 || match === undefined) dealt[0]![index] = cell;
    else for (const [at, piece] of match.to.entries()) dealt[piece]![index] = match.found[at]!;
  }
  return dealt.map((part) => readAmounts(part, row, reading, remarks));
}
