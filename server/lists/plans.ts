import { z } from 'zod';
import { endpoint } from '../http/endpoint.ts';
import { cut, PageQuery, pageOf } from '../http/page.ts';
import type { Caller } from '../identity/caller.ts';
import type { Parts } from '../parts.ts';
import { PlanRow, planRow } from '../things/rows.ts';
import { afterNewest, placeOf } from './by-creation.ts';
import { readableBy, stateTitleOf } from './readable.ts';
import { TitleWords, titledAs } from './titled.ts';

/** What the list may be narrowed by. */
export const PlanQuery = {
  province: z.string().min(1).max(100).optional(),
  q: TitleWords,
};
const Query = z.strictObject({ ...PlanQuery, ...PageQuery });
type Query = z.infer<typeof Query>;

/** A page of the plans that somebody may know of, newest first. */
export async function findPlans(
  { cursor, limit, province, q }: Query,
  caller: Caller,
  { reader, committing }: Pick<Parts, 'reader' | 'committing'>,
): Promise<{ rows: z.infer<typeof PlanRow>[]; next: string | null }> {
  const { where, orderBy } = afterNewest(cursor);
  const filter = province ? { provinceId: province } : {};
  const found = await reader.plan.findMany({
    where: { AND: [filter, await titledAs('plan', q, reader), readableBy(caller), where] },
    orderBy,
    take: limit + 1,
  });
  const { rows, next } = cut(found, limit, placeOf);
  const titles = stateTitleOf('plan', committing.packs);
  const states = new Map(
    (await reader.thing.findMany({ where: { id: { in: rows.map(({ id }) => id) } }, select: { id: true, state: true } })).map(
      ({ id, state }) => [id, state],
    ),
  );
  const items = rows.map((row) => {
    const state = states.get(row.id) ?? '';
    return planRow({ ...row, state, stateTitle: titles(state) });
  });
  return { rows: items, next };
}

export const listPlans = endpoint({
  method: 'get',
  path: '/api/plans',
  id: 'listPlans',
  summary: 'Plans that the caller may know of',
  tag: 'plans',
  input: { query: Query },
  answers: { 200: { description: 'A page, newest first.', schema: pageOf(PlanRow) } },
  async run({ query, caller }, parts) {
    const { rows, next } = await findPlans(query, caller, parts);
    return { status: 200, body: { items: rows, next } };
  },
});
