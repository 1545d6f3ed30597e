import { z } from 'zod';
import { Prisma } from '../../prisma/generated/client.ts';
import { MomentPlace, readCursor } from '../http/page.ts';
import type { Order, Place } from './ordered-ids.ts';

/** What a list may be ordered by: the column with its index, its value in a cursor, and that value in SQL. */
type ListOrder<Row> = {
  column: string;
  of(row: Row): string | number;
  form: z.ZodType<string | number>;
  sql(value: unknown): Prisma.Sql;
};

export const byCreation = {
  column: 'created_at',
  of: (row: { createdAt: Date }) => row.createdAt.toISOString(),
  form: MomentPlace,
  sql: (value: unknown) => Prisma.sql`${value}::timestamptz`,
};
export const byTitle = {
  column: 'title',
  of: (row: { title: string }) => row.title,
  form: z.string(),
  sql: (value: unknown) => Prisma.sql`${value}`,
};

/**
 * The order that is asked for by its name, with - from the last to the first; where the page before ended, and how it is said where this one
 * does. @throws ProblemError 400 if the cursor is none of this order
 */
export function orderAsked<Row extends { id: string }>(
  sort: string,
  orders: Record<string, ListOrder<Row>>,
  cursor: string | undefined,
): { order: Order; after: Place | null; placeOf(row: Row): [string | number, string] } {
  const { column, of, form, sql } = orders[sort.replace('-', '')] as ListOrder<Row>;
  const place = readCursor(cursor, z.tuple([form, z.string()]));
  return {
    order: { column, descending: sort.startsWith('-') },
    after: place && { value: sql(place[0]), id: place[1] },
    placeOf: (row) => [of(row), row.id],
  };
}
