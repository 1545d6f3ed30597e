import type { Block, Point } from '../../../../domain/document/block.ts';
import type { Found } from '../../../../domain/document/format/finding.ts';
import { lawValue } from '../../../../domain/regulation/law-value.ts';
import { face } from './boxes.ts';
import { folded } from './read-structure.ts';
import { type Line, type Look, mmOf, ownBlocks, rounded, type Sheet, type Shown, short } from './sheet.ts';

/** A paragraph of the body as it is printed, with the pointer to its data. */
type Paragraph = { pointer: string; block: Shown };
/** Height of a line of Times New Roman, as a share of the size. */
const single = 1.15;

/** Box 6: size, first line, line spacing, space between paragraphs, both margins straight (Annex I, II.6). */
export const paragraphs: Look = (sheet) => {
  const found = paragraphsOf(sheet);
  const law = lawValue(sheet.context.pack, 'format.paragraph', { on: sheet.context.on }).value;
  const page = lawValue(sheet.context.pack, 'format.page', { on: sheet.context.on, orientation: 'portrait' }).value;
  const left = leftEdge(found, page.leftMm[0]);
  const pitch = usualPitch(found);
  return found.flatMap(({ pointer, block }, at): Found[] => {
    const [first] = block.lines;
    const size = block.pieces[0]?.sizePt ?? 14;
    const values = { text: short(block.text) };
    if (!first) return [];
    const wrong: Found[] = face(sheet, { part: 'body', pointer, block });
    const indent = first.left - left;
    if (!law.firstLineMm.some((asked) => Math.abs(indent - asked) < 0.8))
      wrong.push({ rule: 'page.first-line', pointer, page: first.page, values: { ...values, found: rounded(indent) } });
    const lines = spacingOf(block.lines).map((gap) => gap / mmOf(size * single));
    const odd = lines.find((one) => one < law.lines[0] - 0.06 || one > law.lines[1] + 0.04);
    if (odd !== undefined)
      wrong.push({
        rule: 'page.line-spacing',
        pointer,
        page: first.page,
        values: { ...values, found: rounded(odd), low: law.lines[0], high: law.lines[1] },
      });
    const before = found[at - 1]?.block.lines.at(-1);
    if (
      before &&
      follows(sheet, found[at - 1]?.block, block) &&
      before.page === first.page &&
      first.y - before.y < pitch + mmOf(law.betweenPt) - 0.25
    )
      wrong.push({ rule: 'page.paragraph-spacing', pointer, page: first.page, values: { ...values, low: law.betweenPt } });
    if (!/\S{30}/u.test(block.text) && isRagged(block.lines)) wrong.push({ rule: 'page.justified', pointer, page: first.page, values });
    return wrong;
  });
};

/** Whether nothing is printed between two paragraphs. */
function follows({ blocks }: Sheet, before: Shown | undefined, block: Shown): boolean {
  return before !== undefined && blocks.indexOf(block) === blocks.indexOf(before) + 1;
}

function paragraphsOf(sheet: Sheet): Paragraph[] {
  const blocks = ownBlocks(sheet);
  let from = 0;
  return printed(sheet.document.body, '/body').flatMap(({ pointer, text }) => {
    const at = blocks.findIndex((block, index) => index >= from && block.text === folded(text));
    const block = blocks[at];
    if (!block) return [];
    from = at + 1;
    return [{ pointer, block }];
  });
}

/** Articles, points and plain paragraphs as the layout prints them. */
function printed(body: readonly Block[], pointer: string): { pointer: string; text: string }[] {
  return body.flatMap((block, at) => {
    const where = `${pointer}/${at}`;
    if (block.kind === 'article') {
      const own = block.title
        ? [`Điều ${block.number}. ${block.title}`, ...(block.text ? [block.text] : [])]
        : [`Điều ${block.number}.${block.text ? ` ${block.text}` : ''}`];
      return [...own.map((text) => ({ pointer: where, text })), ...ofPoints(block.points, `${where}/points`)];
    }
    if (block.kind === 'list') return ofPoints(block.points, `${where}/points`);
    if (block.kind === 'paragraph' && block.style === 'plain')
      return [{ pointer: where, text: block.lead === undefined ? block.text : `${block.lead} ${block.text}` }];
    return [];
  });
}

const ofPoints = (points: readonly Point[], pointer: string): { pointer: string; text: string }[] =>
  points.flatMap((point, at) => [
    { pointer: `${pointer}/${at}`, text: point.mark === '' ? point.text : `${point.mark} ${point.text}` },
    ...ofPoints(point.points, `${pointer}/${at}/points`),
  ]);

/** Where the second lines of paragraphs begin, millimetres: the left edge of the text. */
function leftEdge(found: readonly Paragraph[], margin: number): number {
  const edges = found.flatMap(({ block }) => block.lines.slice(1).map(({ left }) => left));
  return edges.length > 0 ? Math.min(...edges) : margin;
}

/** Distances between the lines of a paragraph, millimetres, page by page. */
function spacingOf(lines: readonly Line[]): number[] {
  return lines.flatMap((line, at) => {
    const before = lines[at - 1];
    return before && before.page === line.page ? [line.y - before.y] : [];
  });
}

/** The smallest distance that lines have within paragraphs: how far apart two are where no space was added. */
function usualPitch(found: readonly Paragraph[]): number {
  const gaps = found.flatMap(({ block }) => spacingOf(block.lines)).filter((gap) => gap > 3);
  return gaps.length > 0 ? Math.min(...gaps) : mmOf(14 * single);
}

/** All lines but the last end at one edge. */
function isRagged(lines: readonly Line[]): boolean {
  const full = lines.slice(0, -1).map(({ right }) => right);
  return full.length > 1 && Math.max(...full) - Math.min(...full) > 3;
}
