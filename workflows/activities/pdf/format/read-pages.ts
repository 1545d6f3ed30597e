import { type PDFDocument, PDFName, type PDFPage } from '@cantoo/pdf-lib';
import { contentOf, type Glyphs, glyphsOf } from './glyphs.ts';
import { type Operand, operators } from './operators.ts';

/** A piece of text shown at one place. Places are in millimetres from the left and upper edge of the page; `y` is the base line. */
export type Piece = {
  text: string;
  x: number;
  y: number;
  width: number;
  sizePt: number;
  family: string;
  bold: boolean;
  italic: boolean;
  /** "#000000" where it is black. */
  colour: string;
  /** The marked sequence that it belongs to; undefined for what is no content (page numbers, repeated heads, marks). */
  sequence: number | undefined;
};
/** A horizontal line or a narrow bar. */
export type Stroke = { x: number; y: number; width: number };
export type PageRead = { number: number; widthMm: number; heightMm: number; pieces: Piece[]; strokes: Stroke[] };

type Matrix = readonly [number, number, number, number, number, number];
const identity: Matrix = [1, 0, 0, 1, 0, 0];
const times = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + b * i,
  a * h + b * j,
  c * g + d * i,
  c * h + d * j,
  e * g + f * i + k,
  e * h + f * j + l,
];
const mm = 25.4 / 72;

type Graphics = { matrix: Matrix; colour: string; stroke: string };
type TextState = {
  font: Glyphs | undefined;
  size: number;
  spacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
};

/** Reads the text of all pages with its places, fonts and colours, and the horizontal lines. Bounded: throws for contents that are no page of ours. */
export function readPages(doc: PDFDocument): PageRead[] {
  if (doc.getPageCount() > 2_000) throw new Error('too many pages');
  return doc.getPages().map((page, at) => readPage(doc, page, at + 1));
}

function readPage(doc: PDFDocument, page: PDFPage, number: number): PageRead {
  const { width, height } = page.getMediaBox();
  const read: PageRead = { number, widthMm: width * mm, heightMm: height * mm, pieces: [], strokes: [] };
  const fonts = glyphsOf(doc, page.node.Resources());
  const source = contentOf(doc, page.node.lookup(PDFName.of('Contents')));
  const saved: Graphics[] = [];
  const marked: (number | 'artifact' | 'other')[] = [];
  let graphics: Graphics = { matrix: identity, colour: '#000000', stroke: '#000000' };
  let text: TextState = { font: undefined, size: 0, spacing: 0, wordSpacing: 0, scale: 1, leading: 0, rise: 0 };
  let [line, glyph]: [Matrix, Matrix] = [identity, identity];
  let path: { x: number; y: number; width: number; height: number }[] = [];
  let point: [number, number] = [0, 0];

  const n = (operand: Operand | undefined): number => (typeof operand === 'number' ? operand : 0);
  const move = (tx: number, ty: number): void => {
    line = times([1, 0, 0, 1, tx, ty], line);
    glyph = line;
  };
  const sequence = (): number | undefined => {
    if (marked.includes('artifact')) return undefined;
    return marked.findLast((one): one is number => typeof one === 'number');
  };

  function show(bytes: Operand | undefined): void {
    const { font } = text;
    if (!(bytes instanceof Uint8Array) || !font) return;
    const start = times([1, 0, 0, 1, 0, text.rise], times(glyph, graphics.matrix));
    let shown = '';
    let advance = 0;
    for (let at = 0; at + font.bytes <= bytes.length; at += font.bytes) {
      const code = font.bytes === 2 ? (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0) : (bytes[at] ?? 0);
      const character = font.text.get(code) ?? '\ufffd';
      shown += character;
      advance += ((font.width(code) / 1000) * text.size + text.spacing + (character === ' ' ? text.wordSpacing : 0)) * text.scale;
    }
    glyph = times([1, 0, 0, 1, advance, 0], glyph);
    const [a, b, c, d, e, f] = start;
    if (shown === '') return;
    read.pieces.push({
      text: shown,
      x: e * mm,
      y: (height - f) * mm,
      width: advance * Math.hypot(a, b) * mm,
      sizePt: text.size * Math.hypot(c, d),
      family: font.family,
      bold: font.bold,
      italic: font.italic,
      colour: graphics.colour,
      sequence: sequence(),
    });
  }

  function paint(): void {
    const [a, , , d, e, f] = graphics.matrix;
    for (const box of path) {
      const [w, h] = [Math.abs(box.width * a) * mm, Math.abs(box.height * d) * mm];
      const x = Math.min(box.x * a + e, (box.x + box.width) * a + e) * mm;
      const y = (height - Math.max(box.y * d + f, (box.y + box.height) * d + f)) * mm;
      if (w > 5 && h < 0.6) read.strokes.push({ x, y, width: w });
    }
    path = [];
  }

  for (const [operator, operands] of operators(source)) {
    const [a, b, c] = operands;
    switch (operator) {
      case 'q':
        if (saved.length > 200) throw new Error('a page nested too deep');
        saved.push(graphics);
        break;
      case 'Q':
        graphics = saved.pop() ?? graphics;
        break;
      case 'cm':
        graphics = { ...graphics, matrix: times(operands.map(n) as unknown as Matrix, graphics.matrix) };
        break;
      case 'rg':
      case 'sc':
      case 'scn':
        graphics = { ...graphics, colour: colourOf(operands.map(n)) };
        break;
      case 'g':
        graphics = { ...graphics, colour: colourOf([n(a), n(a), n(a)]) };
        break;
      case 'BT':
        line = identity;
        glyph = identity;
        break;
      case 'Tf':
        text = { ...text, font: fonts.get(String(a)), size: n(b) };
        break;
      case 'Tc':
        text = { ...text, spacing: n(a) };
        break;
      case 'Tw':
        text = { ...text, wordSpacing: n(a) };
        break;
      case 'Tz':
        text = { ...text, scale: n(a) / 100 };
        break;
      case 'TL':
        text = { ...text, leading: n(a) };
        break;
      case 'Ts':
        text = { ...text, rise: n(a) };
        break;
      case 'Tm':
        line = operands.map(n) as unknown as Matrix;
        glyph = line;
        break;
      case 'Td':
        move(n(a), n(b));
        break;
      case 'TD':
        text = { ...text, leading: -n(b) };
        move(n(a), n(b));
        break;
      case 'T*':
        move(0, -text.leading);
        break;
      case 'Tj':
        show(a);
        break;
      case "'":
        move(0, -text.leading);
        show(a);
        break;
      case '"':
        text = { ...text, wordSpacing: n(a), spacing: n(b) };
        move(0, -text.leading);
        show(c);
        break;
      case 'TJ':
        for (const part of Array.isArray(a) ? a : []) {
          if (typeof part === 'number') glyph = times([1, 0, 0, 1, (-part / 1000) * text.size * text.scale, 0], glyph);
          else show(part);
        }
        break;
      case 'BMC':
      case 'BDC':
        marked.push(markOf(a, b));
        break;
      case 'EMC':
        marked.pop();
        break;
      case 're':
        path.push({ x: n(a), y: n(b), width: n(c), height: n(operands[3]) });
        break;
      case 'm':
        point = [n(a), n(b)];
        break;
      case 'l':
        path.push({ x: point[0], y: point[1], width: n(a) - point[0], height: n(b) - point[1] });
        point = [n(a), n(b)];
        break;
      case 'f':
      case 'F':
      case 'f*':
      case 'S':
      case 's':
      case 'B':
      case 'B*':
      case 'b':
        paint();
        break;
      case 'n':
        path = [];
        break;
      default:
    }
  }
  return read;
}

function markOf(tag: Operand | undefined, properties: Operand | undefined): number | 'artifact' | 'other' {
  if (tag === '/Artifact') return 'artifact';
  const at = Array.isArray(properties) ? properties.indexOf('/MCID') : -1;
  const id = Array.isArray(properties) && at >= 0 ? properties[at + 1] : undefined;
  return typeof id === 'number' ? id : 'other';
}

function colourOf(parts: number[]): string {
  const [red = 0, green = red, blue = red] = parts;
  return `#${[red, green, blue]
    .map((part) =>
      Math.round(Math.min(1, Math.max(0, part)) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}
