import { z } from 'zod';
import { BudgetYear } from '../http/common.ts';
import { endpoint } from '../http/endpoint.ts';
import { cut, PageQuery, pageOf } from '../http/page.ts';
import type { Caller } from '../identity/caller.ts';
import type { Parts } from '../parts.ts';
import { RoundRow, roundRow } from '../things/rows.ts';
import { afterNewest, placeOf } from './by-creation.ts';
import { readableBy, stateTitleOf } from './readable.ts';
import { TitleWords, titledAs } from './titled.ts';

/** What the list may be narrowed by. */
export const RoundQuery = {
  state: z
    .string()
    .max(50)
    .regex(/^[a-z-]+$/)
    .optional(),
  programme: z.string().min(1).max(60).optional(),
  year: BudgetYear.optional(),
  route: z.enum(['central', 'local']).optional(),
  q: TitleWords,
};
const Query = z.strictObject({ ...RoundQuery, ...PageQuery });
type Query = z.infer<typeof Query>;

/** A page of the rounds that somebody may know of, newest first. */
export async function findRounds(
  { cursor, limit, q, ...filter }: Query,
  caller: Caller,
  { reader, committing }: Pick<Parts, 'reader' | 'committing'>,
): Promise<{ rows: z.infer<typeof RoundRow>[]; next: string | null }> {
  const { where, orderBy } = afterNewest(cursor);
  const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
  const found = await reader.round.findMany({
    where: { AND: [given, await titledAs('round', q, reader), readableBy(caller), where] },
    orderBy,
    take: limit + 1,
  });
  const { rows, next } = cut(found, limit, placeOf);
  const things = await reader.thing.findMany({ where: { id: { in: rows.map(({ id }) => id) } }, select: { id: true, data: true } });
  const titles = new Map(things.map(({ id, data }) => [id, String((data as { title?: unknown }).title ?? id)]));
  const items = rows.map((row) =>
    roundRow({ ...row, stateTitle: stateTitleOf('round', committing.packs, row.route)(row.state) }, titles.get(row.id) ?? row.id),
  );
  return { rows: items, next };
}

export const listRounds = endpoint({
  method: 'get',
  path: '/api/rounds',
  id: 'listRounds',
  summary: 'Rounds that the caller may know of',
  tag: 'rounds',
  input: { query: Query },
  answers: { 200: { description: 'A page, newest first.', schema: pageOf(RoundRow) } },
  async run({ query, caller }, parts) {
    const { rows, next } = await findRounds(query, caller, parts);
    return { status: 200, body: { items: rows, next } };
  },
});
