import { inflateSync } from 'node:zlib';
import { limits, malformed, Unreadable } from './limits.ts';
import { isDict, isList, nameOf, type Stream, type Value } from './pdf-syntax.ts';

/** Inflates streams within the bounds that one file has; past them the file is given up. */
export type Inflater = (stream: Stream) => Buffer;

export function openInflater(): Inflater {
  let left = limits.inflatedInAll;
  return ({ dict, raw }) => {
    const filter = only(dict.entries.get('Filter'));
    const parameters = only(dict.entries.get('DecodeParms'));
    if (filter === null) return raw;
    if (nameOf(filter) !== 'FlateDecode') throw new Unreadable('unsupported', 'a stream with another filter than FlateDecode');
    const out = inflated(raw, Math.min(left, limits.inflated));
    left -= out.length;
    return isDict(parameters) ? unpredicted(out, parameters.entries) : out;
  };
}

/** The one filter or its parameters; several in a row are not read. */
function only(value: Value | undefined): Value {
  if (value === undefined) return null;
  if (!isList(value)) return value;
  if (value.items.length > 1) throw new Unreadable('unsupported', 'a stream with several filters');
  return value.items[0] ?? null;
}

function inflated(raw: Buffer, most: number): Buffer {
  try {
    return inflateSync(raw, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw new Unreadable('too-much', 'streams that inflate beyond all bounds');
    throw malformed('a stream that cannot be inflated');
  }
}

/** Undoes the PNG predictors 10 to 15 of one-byte colours, as cross-reference streams use them. */
function unpredicted(data: Buffer, parameters: Map<string, Value>): Buffer {
  const predictor = parameters.get('Predictor') ?? 1;
  if (predictor === 1) return data;
  const columns = parameters.get('Columns') ?? 1;
  const plain = (parameters.get('Colors') ?? 1) === 1 && (parameters.get('BitsPerComponent') ?? 8) === 8;
  if (typeof predictor !== 'number' || predictor < 10 || typeof columns !== 'number' || columns < 1 || columns > 64 || !plain)
    throw new Unreadable('unsupported', 'a predictor that is not read');
  const rows = Math.floor(data.length / (columns + 1));
  const out = Buffer.alloc(rows * columns);
  for (let row = 0; row < rows; row += 1) {
    const kind = data[row * (columns + 1)] ?? 0;
    for (let column = 0; column < columns; column += 1) {
      const at = row * columns + column;
      const left = column > 0 ? (out[at - 1] ?? 0) : 0;
      const up = row > 0 ? (out[at - columns] ?? 0) : 0;
      const corner = row > 0 && column > 0 ? (out[at - columns - 1] ?? 0) : 0;
      out[at] = ((data[row * (columns + 1) + 1 + column] ?? 0) + predicted(kind, left, up, corner)) & 0xff;
    }
  }
  return out;
}

function predicted(kind: number, left: number, up: number, corner: number): number {
  if (kind === 1) return left;
  if (kind === 2) return up;
  if (kind === 3) return Math.floor((left + up) / 2);
  if (kind !== 4) return 0;
  const [toLeft, toUp, toCorner] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
