import { z } from 'zod';
import { Prisma } from '../../prisma/generated/client.ts';
import { BudgetYear, Id } from '../http/common.ts';
import { endpoint } from '../http/endpoint.ts';
import { cut, PageQuery, pageOf, readCursor } from '../http/page.ts';
import type { Caller } from '../identity/caller.ts';
import type { Parts } from '../parts.ts';
import { IncomingRow, incomingRow } from '../things/rows.ts';
import { CreationPlace, placeOf } from './by-creation.ts';
import { inOrder, orderedIds } from './ordered-ids.ts';
import { stateTitleOf } from './readable.ts';
import { searchFor } from './search.ts';

/** What the list may be narrowed by. */
export const IncomingQuery = {
  owner: Id.optional(),
  state: z
    .string()
    .max(50)
    .regex(/^[a-z-]+$/)
    .optional(),
  year: BudgetYear.optional(),
  q: z.string().max(200).optional().meta({ description: 'Words of author, subject or symbol, with or without diacritics.' }),
};
const Query = z.strictObject({ ...IncomingQuery, ...PageQuery });
type Query = z.infer<typeof Query>;

/** A page of the documents from outside that somebody may know of, newest first. */
export async function findIncoming(
  { cursor, limit, owner, state, year, q }: Query,
  caller: Caller,
  { reader, committing }: Pick<Parts, 'reader' | 'committing'>,
): Promise<{ rows: z.infer<typeof IncomingRow>[]; next: string | null }> {
  const place = readCursor(cursor, CreationPlace);
  const ids = await orderedIds(reader, committing.packs.values(), {
    table: 'incoming',
    caller,
    filters: [
      ...(owner ? [Prisma.sql`owner_id = ${owner}`] : []),
      ...(state ? [Prisma.sql`state = ${state}`] : []),
      ...(year ? [Prisma.sql`year = ${year}`] : []),
    ],
    search: searchFor(q, Prisma.sql`searchable(author || ' ' || subject || ' ' || coalesce(symbol, ''))`),
    searched: 'author, subject, symbol',
    order: { column: 'created_at', descending: true },
    after: place && { value: Prisma.sql`${place[0]}::timestamptz`, id: place[1] },
    take: limit + 1,
    selective: owner !== undefined,
  });
  const found = inOrder(ids, await reader.incoming.findMany({ where: { id: { in: ids } } }));
  const { rows, next } = cut(found, limit, placeOf);
  const titles = stateTitleOf('incoming', committing.packs);
  return { rows: rows.map((row) => incomingRow({ ...row, stateTitle: titles(row.state) })), next };
}

export const listIncoming = endpoint({
  method: 'get',
  path: '/api/incoming',
  id: 'listIncoming',
  summary: 'Documents from outside that the caller may know of',
  tag: 'incoming',
  input: { query: Query },
  answers: { 200: { description: 'A page, newest first.', schema: pageOf(IncomingRow) } },
  async run({ query, caller }, parts) {
    const { rows, next } = await findIncoming(query, caller, parts);
    return { status: 200, body: { items: rows, next } };
  },
});
