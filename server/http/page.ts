import { z } from 'zod';
import { wholeNumber } from './common.ts';
import { ProblemError } from './problem.ts';
import { unstorableAt } from './storable.ts';

const most = 200;
/** A title of five hundred characters, written out twice over, fits into it. */
const longestCursor = 5_000;

/** The part of a list that is asked for. */
export const PageQuery = {
  cursor: z
    .string()
    .max(longestCursor)
    .regex(/^[\w-]+$/)
    .optional()
    .meta({ description: 'Where to go on: `next` of the page before.' }),
  limit: wholeNumber(1, most).default(50),
};

/** A page of a list; `next` is null on the last one. */
export const pageOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item), next: z.string().nullable() });

/** Where a page ended: the values by which the list is ordered, of its last item. */
export const cursorOf = (values: readonly (string | number)[]): string => Buffer.from(JSON.stringify(values)).toString('base64url');

/** A moment in a cursor: of a year that PostgreSQL knows. */
export const MomentPlace = z.iso.datetime().regex(/^(?!0000)/);

/** Reads a cursor back. @throws ProblemError 400 if it is none of this list. */
export function readCursor<Values extends z.ZodType>(cursor: string | undefined, values: Values): z.infer<Values> | null {
  if (cursor === undefined) return null;
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (unstorableAt(read)) throw new RangeError('No page ends at what cannot be kept.');
    return values.parse(read);
  } catch {
    const message = 'Con trỏ không thuộc danh sách này. · This cursor belongs to no page of this list.';
    throw new ProblemError('malformed', { errors: [{ in: 'query', pointer: '/cursor', code: 'invalid_cursor', message }] });
  }
}

/** Cuts what was read, one more than the page holds, into the page and where it goes on. */
export function cut<Row>(
  rows: Row[],
  limit: number,
  key: (row: Row) => readonly (string | number)[],
): { rows: Row[]; next: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { rows: page, next: rows.length > limit && last !== undefined ? cursorOf(key(last)) : null };
}
