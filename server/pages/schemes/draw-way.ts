import { shownDay } from '../../../templates/shown-values.ts';
import type { Language } from '../../http/language.ts';
import type { Station } from './way.ts';

/** A station as it is drawn: where its sign stands, and its lines of text. Units of the drawing's own view box. */
type Drawn = {
  x: number;
  y: number;
  place: Station['place'];
  aside: boolean;
  past: boolean;
  here: boolean;
  lines: { text: string; x: number; y: number; small: boolean }[];
};
type Line = { path: string; past: boolean };
/** A drawing of a way as a template shows it: a box of so many units, lines first, then stations. */
export type Drawing = { width: number; height: number; lines: Line[]; stations: Drawn[] };

const perRow = 7;
const columnWidth = 146;
const labelLength = 19;
const lineHeight = 15;

/** The way in rows from left to right, for wide screens. */
export function drawWide(stations: readonly Station[], language: Language): Drawing {
  const rows = Array.from({ length: Math.ceil(stations.length / perRow) }, (_, row) => stations.slice(row * perRow, (row + 1) * perRow));
  const heights = rows.map((row) => 44 + lineHeight * Math.max(...row.map((one) => textOf(one, language, labelLength).length)));
  const tops = heights.map((_, row) => 16 + heights.slice(0, row).reduce((sum, height) => sum + height, 0));
  const drawn = stations.map((station, index) => {
    const x = (index % perRow) * columnWidth + columnWidth / 2;
    const y = tops[Math.floor(index / perRow)] ?? 0;
    const lines = textOf(station, language, labelLength).map((line, at) => ({ ...line, x, y: y + 30 + at * lineHeight }));
    return mark(station, x, y, lines);
  });
  const lines = drawn.slice(1).map((to, index): Line => {
    const from = drawn[index] ?? to;
    const turn = to.y - 22;
    const path =
      from.y === to.y
        ? `M${from.x} ${from.y}H${to.x}`
        : `M${from.x} ${from.y}H${from.x + columnWidth / 2 - 4}V${turn}H${4}V${to.y}H${to.x}`;
    return { path, past: to.place !== 'ahead' };
  });
  return { width: perRow * columnWidth, height: (tops.at(-1) ?? 0) + (heights.at(-1) ?? 0) - 10, lines, stations: drawn };
}

/** The way from top to bottom, for narrow screens. */
export function drawNarrow(stations: readonly Station[], language: Language): Drawing {
  const texts = stations.map((station) => textOf(station, language, 40));
  const heights = texts.map((lines) => 16 + lines.length * lineHeight);
  const tops = heights.map((_, index) => 16 + heights.slice(0, index).reduce((sum, height) => sum + height, 0));
  const drawn = stations.map((station, index) => {
    const y = tops[index] ?? 0;
    const lines = (texts[index] ?? []).map((line, at) => ({ ...line, x: 36, y: y + 5 + at * lineHeight }));
    return mark(station, 14, y, lines);
  });
  const lines = drawn.slice(1).map((to, index): Line => ({ path: `M14 ${drawn[index]?.y ?? 0}V${to.y}`, past: to.place !== 'ahead' }));
  return { width: 320, height: (tops.at(-1) ?? 0) + (heights.at(-1) ?? 0), lines, stations: drawn };
}

const mark = ({ place, aside }: Station, x: number, y: number, lines: Drawn['lines']): Drawn => ({
  x,
  y,
  place,
  aside,
  past: place === 'past',
  here: place === 'here',
  lines,
});

function textOf({ title, on, asides }: Station, language: Language, length: number): { text: string; small: boolean }[] {
  return [
    ...wrapped(title[language], length).map((text) => ({ text, small: false })),
    ...(on ? [{ text: shownDay(on), small: true }] : []),
    ...asides.flatMap((one) => wrapped(`↳ ${one.title[language]}`, length + 2).map((text) => ({ text, small: true }))),
  ];
}

function wrapped(text: string, length: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= length) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
