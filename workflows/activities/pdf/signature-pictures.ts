import { createHash } from 'node:crypto';

/** Draws a picture into a box of so many points, as operators of a PDF page. */
export type Drawing = (width: number, height: number) => string;

const red = '0.85 0.1 0.1';
const ink = '0.1 0.2 0.6';

/**
 * A made-up signature in blue ink, the same for the same name each time. It stands where a rehearsal has no picture of a real hand:
 * vector strokes, hence no font to embed; it says MẪU, as everything invented does.
 */
export function inventedHand(name: string): Drawing {
  const noise = createHash('sha256').update(name).digest();
  const random = (index: number): number => (noise[index % noise.length] ?? 0) / 255;
  return (width, height) => {
    const strokes = 4 + Math.floor(random(0) * 3);
    const step = (width * 0.74) / strokes;
    const points: string[] = [];
    let x = width * 0.06;
    let y = height * (0.35 + 0.2 * random(1));
    points.push(`${fixed(x)} ${fixed(y)} m`);
    for (let stroke = 0; stroke < strokes; stroke += 1) {
      const at = 2 + stroke * 4;
      const rise = stroke === 0 ? 0.95 : 0.45 + 0.4 * random(at);
      const next = x + step;
      const floor = height * (0.25 + 0.25 * random(at + 1));
      const lean = step * (0.2 + 0.6 * random(at + 2));
      points.push(
        `${fixed(x + lean)} ${fixed(height * rise)} ${fixed(next - lean * 0.4)} ${fixed(height * rise)} ${fixed(next - step * 0.3)} ${fixed(floor)} c`,
      );
      points.push(
        `${fixed(next - step * 0.2)} ${fixed(floor * 0.6)} ${fixed(next)} ${fixed(floor * 0.7)} ${fixed(next)} ${fixed(floor + height * 0.1 * random(at + 3))} c`,
      );
      x = next;
      y = floor;
    }
    const flourish = `${fixed(x)} ${fixed(y)} m ${fixed(x - width * 0.25)} ${fixed(height * 0.05)} ${fixed(width * 0.35)} ${fixed(height * 0.12)} ${fixed(width * 0.22)} ${fixed(height * 0.2)} c`;
    const mark = sampleMark(width * 0.97 - height * 0.53, height * 0.04, height * 0.16);
    return `q ${ink} RG 1.3 w 1 J 1 j ${points.join(' ')} S 0.9 w ${flourish} S 0.6 w ${mark} S Q`;
  };
}

/** A made-up seal in red: two rings, a star and the word MẪU between the rings. It is nobody's. */
export const inventedSeal: Drawing = (width, height) => {
  const radius = Math.min(width, height) / 2 - 2;
  const point = (count: number, distance: number, turn: number): string =>
    Array.from({ length: count }, (_, index) => {
      const x = width / 2 + distance * Math.sin(index * turn);
      const y = height / 2 + distance * Math.cos(index * turn);
      return `${fixed(x)} ${fixed(y)} ${index === 0 ? 'm' : 'l'}`;
    }).join(' ');
  const ring = (distance: number): string => `${point(72, distance, Math.PI / 36)} s`;
  const mark = sampleMark(width / 2 - radius * 0.29, height / 2 - radius * 0.86, radius * 0.17);
  return `q ${red} RG ${red} rg 2 w ${ring(radius)} 0.8 w ${ring(radius - 4)} ${ring(radius * 0.58)} ${point(5, radius * 0.4, 0.8 * Math.PI)} f 0.7 w ${mark} S Q`;
};

/** The word MẪU in strokes, beginning at a point, its letters so high. */
function sampleMark(left: number, bottom: number, high: number): string {
  return letters
    .flatMap((strokes, index) => strokes.map((stroke) => ({ stroke, at: left + index * high * 1.2 })))
    .map(({ stroke, at }) =>
      stroke.map(([x, y], n) => `${fixed(at + x * high * 0.9)} ${fixed(bottom + y * high)} ${n === 0 ? 'm' : 'l'}`).join(' '),
    )
    .join(' ');
}

/** M, Ẫ and U as strokes between points of a square. */
const letters: [x: number, y: number][][][] = [
  [
    [
      [0, 0],
      [0, 1],
      [0.5, 0.35],
      [1, 1],
      [1, 0],
    ],
  ],
  [
    [
      [0, 0],
      [0.5, 1],
      [1, 0],
    ],
    [
      [0.2, 0.38],
      [0.8, 0.38],
    ],
    [
      [0.25, 1.08],
      [0.5, 1.26],
      [0.75, 1.08],
    ],
    [
      [0.2, 1.42],
      [0.36, 1.54],
      [0.62, 1.4],
      [0.8, 1.54],
    ],
  ],
  [
    [
      [0, 1],
      [0, 0.25],
      [0.25, 0],
      [0.75, 0],
      [1, 0.25],
      [1, 1],
    ],
  ],
];

function fixed(value: number): string {
  return value.toFixed(2);
}
