import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const widths: Record<string, number> = JSON.parse(readFileSync(join(import.meta.dirname, 'fonts', 'tinos-bold-widths.json'), 'utf8'));
const millimetresAPoint = 25.4 / 72;
const unknown = 500;

/** How wide a line of the bold face is, in millimetres. */
export function lineWidth(text: string, points: number): number {
  let sum = 0;
  for (const character of text) sum += widths[character] ?? unknown;
  return (sum * points * millimetresAPoint) / 1000;
}

/**
 * The widest line, in millimetres, of a bold text that is broken into lines of equal length, as few as fit into `room`
 * (what browsers do for `text-wrap: balance`): rules are drawn in proportion to it.
 */
export function balancedWidth(text: string, points: number, room: number): number {
  const words = text.split(/\s+/u).filter((word) => word !== '');
  const parts = words.map((word) => lineWidth(word, points));
  const space = lineWidth(' ', points);
  const few = fill(parts, space, room).lines;
  let [low, high] = [Math.max(0, ...parts), room];
  if (low >= high) return room;
  while (high - low > 0.1) {
    const middle = (low + high) / 2;
    if (fill(parts, space, middle).lines > few) low = middle;
    else high = middle;
  }
  return fill(parts, space, high).widest;
}

function fill(parts: readonly number[], space: number, room: number): { lines: number; widest: number } {
  let [lines, widest, line] = [0, 0, Number.POSITIVE_INFINITY];
  for (const part of parts) {
    if (line + space + part > room) {
      lines += 1;
      line = part;
    } else line += space + part;
    widest = Math.max(widest, line);
  }
  return { lines, widest };
}
