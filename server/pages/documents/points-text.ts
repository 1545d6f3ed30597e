import type { Point } from '../../../domain/document/block.ts';

const indent = '   ';
/** "1.", "a)", "đ)", "-": what stands before a point, and what it says. A line that begins with none of them is a point without a mark. */
const marked = /^(\d{1,3}[.)]|\p{Ll}{1,2}\)|[-–+•*])\s+(.*)$/u;

/** Points as lines that a person edits: one a line, what belongs under another set in by three spaces. */
export const textOfPoints = (points: readonly Point[], depth = 0): string =>
  points
    .map(({ mark, text, points: inner }) => {
      const line = `${indent.repeat(depth)}${mark === '' ? '' : `${mark} `}${text.replace(/\s*\n\s*/g, ' ')}`;
      return inner.length > 0 ? `${line}\n${textOfPoints(inner, depth + 1)}` : line;
    })
    .join('\n');

/** The points that such lines say. A line set in further than the one before belongs under it. Empty lines say nothing. */
export function pointsOf(text: string): Point[] {
  const top: Point[] = [];
  const open: { deep: number; points: Point[] }[] = [{ deep: -1, points: top }];
  for (const line of text.replaceAll('\t', indent).split('\n')) {
    if (line.trim() === '') continue;
    const deep = line.length - line.trimStart().length;
    while (open.length > 1 && deep <= open.at(-1)!.deep) open.pop();
    const [, mark = '', said = line.trim()] = marked.exec(line.trim()) ?? [];
    const point: Point = { mark, text: said, points: [] };
    open.at(-1)!.points.push(point);
    open.push({ deep, points: point.points });
  }
  return top;
}

/** The points that a form says; as they were where its text is as it was shown, so that nothing changes that nobody touched. */
export const editedPoints = (before: readonly Point[], text: string): Point[] =>
  tidy(text) === tidy(textOfPoints(before)) ? [...before] : pointsOf(text);
const tidy = (text: string): string => text.replace(/\r\n?/g, '\n').trimEnd().normalize('NFC');
