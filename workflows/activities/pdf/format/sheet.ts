import type { PDFDocument } from '@cantoo/pdf-lib';
import type { FormatContext, Found } from '../../../../domain/document/format/finding.ts';
import type { OfficialDocument } from '../../../../domain/document/model.ts';
import { type PageRead, type Piece, readPages } from './read-pages.ts';
import { blocksOf, type Element, folded, type Placed, readStructure, textOf } from './read-structure.ts';

/** A block of text as it is printed: its text, its lines by page and base line, and where it begins and ends. */
export type Shown = { kind: string; text: string; pieces: Placed[]; lines: Line[]; page: number; lastPage: number };
export type Line = { page: number; y: number; left: number; right: number; sizePt: number };
/** Pages that belong together: the document itself, or one annex. */
export type Section = { annex: number | null; first: number; last: number };

/** A finished PDF as it was read, beside the data that it shows. */
export type Sheet = {
  doc: PDFDocument;
  document: OfficialDocument;
  context: FormatContext;
  pages: PageRead[];
  tree: Element;
  blocks: Shown[];
  sections: Section[];
};

/** Judges one thing of a sheet. */
export type Look = (sheet: Sheet) => Found[];

export const mmOf = (points: number): number => (points * 25.4) / 72;

/** Reads a PDF for its checks. Throws where it is not tagged, too large, or no page of ours. */
export function readSheet(doc: PDFDocument, document: OfficialDocument, context: FormatContext): Sheet {
  const pages = readPages(doc);
  const tree = readStructure(doc, pages);
  const blocks = blocksOf(tree).map(shownOf);
  return { doc, document, context, pages, tree, blocks, sections: sectionsOf(document, blocks, pages.length) };
}

export function shownOf(element: Element): Shown {
  const pieces = element.pieces.filter(({ text }) => text.trim() !== '');
  const used = pieces.length > 0 ? pieces : element.pieces;
  return {
    kind: element.kind,
    text: textOf(element),
    pieces: used,
    lines: linesOf(used),
    page: used[0]?.page ?? 0,
    lastPage: used.at(-1)?.page ?? 0,
  };
}

/** Pieces on one base line, from left to right. */
export function linesOf(pieces: readonly Placed[]): Line[] {
  const lines: Line[] = [];
  for (const { page, y, x, width, sizePt } of pieces) {
    const line = lines.find((one) => one.page === page && Math.abs(one.y - y) < 0.6);
    if (!line) lines.push({ page, y, left: x, right: x + width, sizePt });
    else {
      line.left = Math.min(line.left, x);
      line.right = Math.max(line.right, x + width);
    }
  }
  return lines;
}

/** An annex begins where its heading stands before its title; the pages before the first are the document's own. */
function sectionsOf({ annexes }: OfficialDocument, blocks: readonly Shown[], count: number): Section[] {
  const starts: { annex: number; first: number }[] = [];
  let from = 0;
  annexes.forEach(({ heading, title }, annex) => {
    const at = blocks.findIndex(
      (block, index) => index >= from && block.text === folded(heading) && blocks[index + 1]?.text === folded(title),
    );
    const block = blocks[at];
    if (!block) return;
    starts.push({ annex, first: block.page });
    from = at + 1;
  });
  const own: Section = { annex: null, first: 1, last: Math.max(1, (starts[0]?.first ?? count + 1) - 1) };
  return [
    own,
    ...starts.map((start, at): Section => ({ ...start, last: Math.max(start.first, (starts[at + 1]?.first ?? count + 1) - 1) })),
  ];
}

/** Blocks of the document itself, annexes left out. */
export function ownBlocks({ blocks, sections, document }: Sheet): Shown[] {
  const heading = document.annexes[0]?.heading;
  const start = sections.find(({ annex }) => annex === 0)?.first;
  const at = start === undefined ? -1 : blocks.findIndex(({ page, text }) => page === start && text === folded(heading ?? ''));
  return at < 0 ? blocks : blocks.slice(0, at);
}

/** What is printed beside the contents of a page (numbers, marks, repeated heads), as lines. */
export function asides(page: PageRead): { text: string; pieces: Piece[]; y: number; left: number; right: number }[] {
  const lines: { pieces: Piece[]; y: number }[] = [];
  for (const piece of page.pieces) {
    if (piece.sequence !== undefined) continue;
    const line = lines.find(({ y }) => Math.abs(y - piece.y) < 0.6);
    if (line) line.pieces.push(piece);
    else lines.push({ pieces: [piece], y: piece.y });
  }
  return lines.map(({ pieces, y }) => {
    const sorted = pieces.toSorted((a, b) => a.x - b.x);
    const ends = sorted.map(({ x, width }) => x + width);
    return { text: folded(sorted.map(({ text }) => text).join('')), pieces: sorted, y, left: sorted[0]?.x ?? 0, right: Math.max(...ends) };
  });
}

/** The section that a page belongs to, and which page of it it is, from 1. */
export function placeOf({ sections }: Sheet, page: number): { section: Section; nth: number } {
  const section = sections.findLast(({ first, last }) => first <= page && page <= last) ?? { annex: null, first: 1, last: page };
  return { section, nth: page - section.first + 1 };
}

export const short = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);
export const rounded = (value: number): number => Math.round(value * 10) / 10;
