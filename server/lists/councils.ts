import { z } from 'zod';
import { Id } from '../http/common.ts';
import { endpoint } from '../http/endpoint.ts';
import { cut, PageQuery, pageOf } from '../http/page.ts';
import type { Caller } from '../identity/caller.ts';
import type { Parts } from '../parts.ts';
import { CouncilRow, councilRow } from '../things/rows.ts';
import { afterNewest, placeOf } from './by-creation.ts';
import { readableBy, stateTitleOf } from './readable.ts';
import { TitleWords, titledAs } from './titled.ts';

/** What the list may be narrowed by. */
export const CouncilQuery = {
  round: Id.optional(),
  state: z
    .string()
    .max(50)
    .regex(/^[a-z-]+$/)
    .optional(),
  q: TitleWords,
};
const Query = z.strictObject({ ...CouncilQuery, ...PageQuery });
type Query = z.infer<typeof Query>;

/** A page of the councils that somebody may know of, newest first. */
export async function findCouncils(
  { cursor, limit, round, state, q }: Query,
  caller: Caller,
  { reader, committing }: Pick<Parts, 'reader' | 'committing'>,
): Promise<{ rows: z.infer<typeof CouncilRow>[]; next: string | null }> {
  const { where, orderBy } = afterNewest(cursor);
  const filter = { ...(round && { roundId: round }), ...(state && { state }) };
  const found = await reader.council.findMany({
    where: { AND: [filter, await titledAs('council', q, reader), readableBy(caller), where] },
    orderBy,
    take: limit + 1,
  });
  const { rows, next } = cut(found, limit, placeOf);
  const titles = stateTitleOf('council', committing.packs);
  return { rows: rows.map((row) => councilRow({ ...row, stateTitle: titles(row.state) })), next };
}

export const listCouncils = endpoint({
  method: 'get',
  path: '/api/councils',
  id: 'listCouncils',
  summary: 'Councils that the caller may know of',
  tag: 'councils',
  input: { query: Query },
  answers: { 200: { description: 'A page, newest first.', schema: pageOf(CouncilRow) } },
  async run({ query, caller }, parts) {
    const { rows, next } = await findCouncils(query, caller, parts);
    return { status: 200, body: { items: rows, next } };
  },
});
