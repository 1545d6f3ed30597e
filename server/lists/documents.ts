import { z } from 'zod';
import { type Document, Prisma } from '../../prisma/generated/client.ts';
import { Id } from '../http/common.ts';
import { endpoint } from '../http/endpoint.ts';
import { cut, PageQuery, pageOf } from '../http/page.ts';
import type { Caller } from '../identity/caller.ts';
import type { Parts } from '../parts.ts';
import { DocumentRow, documentRow } from '../things/rows.ts';
import { inOrder, orderedIds } from './ordered-ids.ts';
import { byCreation, byTitle, orderAsked } from './orders.ts';
import { stateTitleOf } from './readable.ts';
import { searchFor } from './search.ts';

/** What a list of documents may be narrowed by. */
export const DocumentQuery = {
  scheme: Id.optional().meta({ description: 'Documents that speak of this scheme, alone or in a list.' }),
  round: Id.optional(),
  council: Id.optional(),
  type: z
    .string()
    .max(60)
    .regex(/^[a-z-]+$/)
    .optional(),
  state: z
    .string()
    .max(50)
    .regex(/^[a-z-]+$/)
    .optional(),
  q: z.string().max(200).optional().meta({ description: 'Words of title or symbol, with or without diacritics.' }),
  sort: z
    .enum(['-createdAt', 'createdAt', 'title', '-title'])
    .default('-createdAt')
    .meta({ description: 'createdAt or title; with - from the last to the first.' }),
};
const orders = { createdAt: byCreation, title: byTitle };
const Query = z.strictObject({ ...DocumentQuery, ...PageQuery });
type Query = z.infer<typeof Query>;

/** A page of the documents that somebody may know of, in the order asked for. */
export async function findDocuments(
  { cursor, limit, scheme, round, council, type, state, q, sort }: Query,
  caller: Caller,
  { reader, committing }: Pick<Parts, 'reader' | 'committing'>,
): Promise<{ rows: z.infer<typeof DocumentRow>[]; next: string | null }> {
  const { order, after, placeOf } = orderAsked<Document>(sort, orders, cursor);
  const filters = [
    ...(scheme ? [Prisma.sql`subjects && ${[scheme]}`] : []),
    ...(round ? [Prisma.sql`round_id = ${round}`] : []),
    ...(council ? [Prisma.sql`council_id = ${council}`] : []),
    ...(type ? [Prisma.sql`type = ${type}`] : []),
    ...(state ? [Prisma.sql`state = ${state}`] : []),
  ];
  const ids = await orderedIds(reader, committing.packs.values(), {
    table: 'document',
    caller,
    filters,
    search: searchFor(q, Prisma.sql`searchable(title || ' ' || coalesce(symbol, ''))`),
    searched: 'title, symbol',
    order,
    after,
    take: limit + 1,
    selective: scheme !== undefined || council !== undefined,
  });
  const found = inOrder(ids, await reader.document.findMany({ where: { id: { in: ids } } }));
  const { rows, next } = cut(found, limit, placeOf);
  const titles = stateTitleOf('document', committing.packs);
  return { rows: rows.map((row) => documentRow({ ...row, stateTitle: titles(row.state) })), next };
}

export const listDocuments = endpoint({
  method: 'get',
  path: '/api/documents',
  id: 'listDocuments',
  summary: 'Documents that the caller may know of',
  tag: 'documents',
  input: { query: Query },
  answers: { 200: { description: 'A page.', schema: pageOf(DocumentRow) } },
  async run({ query, caller }, parts) {
    const { rows, next } = await findDocuments(query, caller, parts);
    return { status: 200, body: { items: rows, next } };
  },
});
