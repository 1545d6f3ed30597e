import { z } from 'zod';
import type { Incoming } from '../../domain/incoming/kind.ts';
import type { Reader } from '../../prisma/client.ts';
import { Day } from '../http/common.ts';

/** A line of the book of incoming documents (sổ đăng ký văn bản đến; Decree 30/2020/NĐ-CP, Annex IV). */
export const IncomingEntry = z
  .object({
    arrivedOn: Day,
    number: z.int(),
    author: z.string(),
    symbol: z.string().nullable(),
    date: Day.nullable(),
    typeName: z.string(),
    subject: z.string(),
    handler: z.string().nullable(),
    assignedOn: Day.nullable(),
    state: z.string(),
    duplicateOf: z.string().nullable().meta({ description: 'An earlier entry with the same author, number and day.' }),
    throughExchange: z.boolean(),
    incomingId: z.string(),
  })
  .meta({ id: 'IncomingEntry' });
export type IncomingEntry = z.infer<typeof IncomingEntry>;

const day = (date: Date): string => date.toISOString().slice(0, 10);

/** The entries of a receiver's year, by number of arrival, after one of them. */
export async function incoming(
  reader: Reader,
  { owner, year, after, take }: { owner: string; year: number; after: number; take: number },
): Promise<IncomingEntry[]> {
  const rows = await reader.incoming.findMany({ where: { ownerId: owner, year, number: { gt: after } }, orderBy: { number: 'asc' }, take });
  const things = await reader.thing.findMany({ where: { id: { in: rows.map(({ id }) => id) } }, select: { id: true, data: true } });
  const dataOf = new Map(things.map(({ id, data }) => [id, data as unknown as Incoming]));
  return rows.map(({ id, arrivedOn, number, author, symbol, date, typeName, subject, handler, state, duplicateOf, exchangeId }) => ({
    arrivedOn: day(arrivedOn),
    number,
    author,
    symbol,
    date: date && day(date),
    typeName,
    subject,
    handler,
    assignedOn: dataOf.get(id)?.history.findLast(({ status }) => status === '04')?.on ?? null,
    state,
    duplicateOf,
    throughExchange: exchangeId !== null,
    incomingId: id,
  }));
}
