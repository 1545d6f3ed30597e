import { z } from 'zod';
import { Prisma } from '../../prisma/generated/client.ts';
import { MomentPlace, readCursor } from '../http/page.ts';
import type { Place } from './ordered-ids.ts';

/** What a list may be ordered by: the column with its index, its value in a cursor, and that value in SQL. */
export type ListOrder<Row> = {
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

/** Where the page before ended. @throws ProblemError 400 if the cursor is none of this order. */
export function orderPlace(cursor: string | undefined, { form, sql }: Pick<ListOrder<never>, 'form' | 'sql'>): Place | null {
  const place = readCursor(cursor, z.tuple([form, z.string()]));
  return place && { value: sql(place[0]), id: place[1] };
}
