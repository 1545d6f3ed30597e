import { lookupCaption, lookupPlace } from '../../../templates/document-view.ts';
import type { Marks } from './mend-structure.ts';
import { charactersOf, type PageFont } from './page-fonts.ts';

/** A piece of text shown on one line: what it shows last, how wide that is from where it starts, and where its ET stands. */
type Run = { font: PageFont | undefined; size: number; y: string; before: string; last: string; codes: string; end: number };

/** A box on the page in points: left, bottom, right, top. */
export type Box = [number, number, number, number];
/** What stands in the margin of the first page and is no decoration: the QR code and the lines beside it, by the marked sequences that they became. */
export type LookupMarks = { code: { id: number; box: Box } | undefined; lines: { id: number; text: string; box: Box }[] };

/** The scale and offset from the units in use to points. */
type Frame = { a: number; d: number; e: number; f: number };

/** A text put into the contents, in place of what stands there up to `until`. */
type Edit = [at: number, text: string, until?: number];

/** A QR code has more squares than any border has strokes. */
const leastSquares = 60;

/**
 * Mends the contents of one page. What is painted outside any tag (page numbers, rules, table borders) becomes an artifact, but for the look-up
 * code and its lines, which are numbered from `firstFree`. A justified line ends without its space, so that the next word is glued on in the
 * tagged text ("giaiđoạn"): the space is put back, not after a hyphen inside a word. Lines that are not justified keep theirs, so that one which
 * ends without is broken inside a long word. All that this relies on is that the browser writes one operator a line. Returns the contents and the text that readers now find in them, each tagged sequence on a line of its own.
 */
export function mendContent(
  source: string,
  fonts: Map<string, PageFont>,
  marks: Marks,
  firstFree: number,
): { contents: string; text: string; lookup: LookupMarks } {
  const edits: Edit[] = [];
  const lookup: LookupMarks = { code: undefined, lines: [] };
  const frames: Frame[] = [];
  let frame: Frame = { a: 1, d: 1, e: 0, f: 0 };
  let text = '';
  let said = '';
  let ends: { run: Run; at: number }[] = [];
  let untagged = '';
  let nextId = firstFree;
  let depth = 0;
  let sequence = -1;
  let outer = 1;
  let begin = -1;
  let squares = 0;
  let run: Run | undefined;
  let previous: Run | undefined;
  let startsAt = '';
  let artifact = false;

  /** Puts back the spaces that the lines of a justified sequence have lost, and adds what it says to the text. */
  const finish = (): void => {
    const kept = ends.some(({ run }) => run.last === ' ');
    for (const { run, at } of kept || !said.includes(' ') ? [] : ends.toReversed()) {
      if (putSpace(edits, run)) said = `${said.slice(0, at)} ${said.slice(at)}`;
    }
    text += `\n${said}`;
    said = '';
    ends = [];
  };
  const close = (tag: string, at: number): void => {
    edits.push([begin, `${tag} BDC\n`], [at, 'EMC\n']);
    begin = -1;
    squares = 0;
  };
  const taggedAs = (kind: string): string => {
    nextId += 1;
    return `/${kind} <</MCID ${nextId - 1}>>`;
  };

  for (let from = 0, to = 0; from < source.length; from = to + 1) {
    to = source.indexOf('\n', from);
    if (to < 0) to = source.length;
    const last = source.charCodeAt(to - 1);
    const other = source.charCodeAt(to - 2);
    if (other === 0x54 && last === 0x6a) {
      // Tj
      if (!run) continue;
      const open = source.lastIndexOf('<', to);
      const codes = source.slice(open + 1, to - 4);
      const shown = charactersOf(codes, run.font);
      run.codes = codes;
      run.before = shown.length > 1 ? (shown.at(-2) ?? '') : run.last;
      run.last = shown.at(-1) ?? run.last;
      if (depth === 0) untagged += shown;
      else if (!artifact) said += shown;
    } else if (other === 0x54 && last === 0x6d) {
      // Tm
      if (!run) continue;
      startsAt = source.slice(from, to);
      run.y = startsAt.split(' ', 6)[5] ?? '';
      if (previous && depth > 0 && previous.y !== run.y) ends.push({ run: previous, at: said.length });
    } else if (other === 0x54 && last === 0x66) {
      // Tf
      if (!run) continue;
      const [name = '', size] = source.slice(from, to).split(' ', 2);
      run.font = fonts.get(name);
      run.size = Number(size);
    } else if (other === 0x42 && last === 0x54) {
      // BT
      run = { font: undefined, size: 0, y: '', before: previous?.before ?? '', last: previous?.last ?? '', codes: '', end: -1 };
      if (depth === 0) {
        begin = from;
        untagged = '';
      }
    } else if (other === 0x45 && last === 0x54) {
      // ET
      if (!run) continue;
      run.end = from;
      if (depth === 0 && begin >= 0) {
        if (untagged.startsWith(lookupCaption) || untagged.startsWith(lookupPlace)) {
          text += `\n${untagged}`;
          lookup.lines.push({ id: nextId, text: untagged, box: boxOf(startsAt, untagged, run, frame) });
          close(taggedAs('P'), to + 1);
        } else close('/Artifact <</Type /Pagination /Subtype /Header>>', to + 1);
      }
      if (run.font) previous = run; // a pair of BT and ET may show nothing
      run = undefined;
    } else if (last === 0x43 && (other === 0x44 || other === 0x4d) && source.charCodeAt(to - 3) === 0x42) {
      // BDC, BMC
      depth += 1;
      const id = /\/MCID (\d+)/.exec(source.slice(from, to))?.[1];
      if (id === undefined) continue; // inside a sequence: what a no-break space stands for
      sequence = Number(id);
      outer = depth;
      artifact = marks.artifact.has(sequence);
      previous = undefined;
      if (artifact) edits.push([from, '/Artifact <</Type /Pagination>> BDC', to]);
    } else if (last === 0x43 && other === 0x4d && source.charCodeAt(to - 3) === 0x45) {
      // EMC
      depth -= 1;
      if (depth >= outer) continue;
      if (previous && marks.continued.has(sequence)) ends.push({ run: previous, at: said.length });
      finish();
    } else if (depth === 0 && !run) {
      const operator = source.slice(Math.max(from, source.lastIndexOf(' ', to - 1) + 1), to);
      if (operator === 'q') frames.push(frame);
      else if (operator === 'Q') frame = frames.pop() ?? frame;
      else if (operator === 'cm') frame = scaled(frame, source.slice(from, to));
      else if (operator === 'm') {
        if (begin < 0) begin = from;
        squares += 1;
      } else if (operator === 're' || operator === 'Do' || operator === 'sh') {
        if (begin < 0) begin = from;
        if (operator !== 're') close('/Artifact <</Type /Layout>>', to + 1);
      } else if (operator === 'n')
        begin = -1; // a clip paints nothing
      else if (begin >= 0 && /^[fFBbSs]\*?$/.test(operator)) {
        if (squares > leastSquares && lookup.code === undefined) {
          lookup.code = { id: nextId, box: boxOfPath(source.slice(begin, from), frame) };
          close(taggedAs('Figure'), to + 1);
        } else close('/Artifact <</Type /Layout>>', to + 1);
      }
    } else if (depth > 0 && !run && to - from === 1) {
      if (last === 0x71) frames.push(frame);
      else if (last === 0x51) frame = frames.pop() ?? frame;
    } else if (depth > 0 && !run && other === 0x63 && last === 0x6d) frame = scaled(frame, source.slice(from, to));
  }
  return { contents: applied(source, edits), text, lookup };
}

/** The source with each text put in at its place; texts for the same place in the order given. */
function applied(source: string, edits: Edit[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const [at, text, until = at] of edits.toSorted(([a], [b]) => a - b)) {
    parts.push(source.slice(done, at), text);
    done = until;
  }
  parts.push(source.slice(done));
  return parts.join('');
}

/** How wide a string of glyph codes is, in units of the text. */
function widthOf(codes: string, { font, size }: Pick<Run, 'font' | 'size'>): number {
  let sum = 0;
  for (let at = 0; at < codes.length; at += 4) sum += font?.width.get(Number.parseInt(codes.slice(at, at + 4), 16)) ?? 0;
  return (sum * size) / 1000;
}

/** Puts a space glyph after what a line shows, where one is missing; says whether it did. */
function putSpace(edits: Edit[], run: Run): boolean {
  const insideWord = /[-/–—]/.test(run.last) && /\S/.test(run.before);
  if (run.font?.space === undefined || !/\S/.test(run.last) || insideWord) return false;
  edits.push([run.end, `${Number(widthOf(run.codes, run).toFixed(4))} 0 Td <${run.font.space}> Tj\n`]);
  return true;
}

/** `a 0 0 d e f cm`: the browser turns nothing round. */
function scaled({ a, d, e, f }: Frame, line: string): Frame {
  const [x = 1, , , y = 1, right = 0, up = 0] = line.split(' ').map(Number);
  return { a: a * x, d: d * y, e: e + a * right, f: f + d * up };
}

function boxOfPath(path: string, { a, d, e, f }: Frame): Box {
  const box: Box = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [, right, up] of path.matchAll(/^(\S+) (\S+) [ml]$/gm)) {
    const [x, y] = [e + a * Number(right), f + d * Number(up)];
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}

/** Where a line of text stands, roughly as high as its letters. */
function boxOf(matrix: string, shown: string, run: Run, { a, d, e, f }: Frame): Box {
  const [, , , , x = 0, y = 0] = matrix.split(' ').map(Number);
  const left = e + a * x;
  const base = f + d * y;
  const size = run.size * Math.abs(a);
  return [left, base - 0.25 * size, left + shown.length * 0.5 * size, base + 0.75 * size];
}
