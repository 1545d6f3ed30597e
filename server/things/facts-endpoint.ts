import { z } from 'zod';
import { Instant, WithId } from '../http/common.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { cut, PageQuery, pageOf, readCursor } from '../http/page.ts';
import { type Collection, collections, type Data } from './kinds.ts';
import { knownThing } from './known-thing.ts';
import { personNames } from './person-names.ts';
import { visibleFact } from './visible.ts';

const FactSeen = z
  .object({
    seq: z.int(),
    type: z.string(),
    data: z
      .record(z.string(), z.unknown())
      .nullable()
      .meta({ description: 'null while the caller may not see it, as a ballot before the count.' }),
    at: Instant.meta({ description: "The programme's time." }),
    recordedAt: Instant,
    actor: z.object({ id: z.string(), name: z.string() }),
    role: z.string().nullable(),
    commandId: z.string(),
    state: z.string(),
    hash: z.string(),
    previousHash: z.string(),
  })
  .meta({ id: 'Fact' });

/** The endpoint that tells what has happened to a thing, in order, each fact chained to the one before by its hash. */
export function factsEndpoint(collection: Collection): Endpoint {
  const kind = collections[collection];
  return endpoint({
    method: 'get',
    path: `/api/${collection}/{id}/facts`,
    id: `factsOf${kind[0]!.toUpperCase()}${kind.slice(1)}`,
    summary: 'What has happened, in order, with hash and previous hash',
    tag: collection,
    input: { params: WithId, query: z.strictObject(PageQuery) },
    answers: { 200: { description: 'Facts from the first to the last.', schema: pageOf(FactSeen) } },
    problems: [404],
    async run({ params: { id }, query: { cursor, limit }, caller }, parts) {
      const after = readCursor(cursor, z.tuple([z.int32().nonnegative()]))?.[0] ?? 0;
      const thing = await knownThing(kind, id, caller, parts);
      const found = await parts.reader.fact.findMany({
        where: { thingId: id, seq: { gt: after } },
        orderBy: { seq: 'asc' },
        take: limit + 1,
      });
      const { rows, next } = cut(found, limit, ({ seq }) => [seq]);
      const nameOf = await personNames(
        rows.map(({ actor }) => actor),
        parts.reader,
      );
      const items = rows.map(({ thingId: _, ...fact }) => ({
        ...fact,
        data: visibleFact({ type: fact.type, data: fact.data as Data, actor: fact.actor }, thing, caller),
        at: fact.at.toISOString(),
        recordedAt: fact.recordedAt.toISOString(),
        actor: { id: fact.actor, name: nameOf(fact.actor) },
      }));
      return { status: 200, body: { items, next } };
    },
  });
}
