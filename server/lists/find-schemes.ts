import { z } from 'zod';
import { readerKeys } from '../../domain/process/permit.ts';
import { Prisma, type Scheme } from '../../prisma/generated/client.ts';
import { BudgetYear, Id } from '../http/common.ts';
import { cut } from '../http/page.ts';
import type { Caller } from '../identity/caller.ts';
import type { Parts } from '../parts.ts';
import { type SchemeRow, schemeRow } from '../things/rows.ts';
import { inOrder, orderedIds } from './ordered-ids.ts';
import { byCreation, byTitle, orderAsked } from './orders.ts';
import { stateTitleOf } from './readable.ts';
import { searchFor } from './search.ts';

const orders = {
  createdAt: byCreation,
  title: byTitle,
  amount: {
    column: 'support_dong',
    of: (row: Scheme) => Number(row.supportDong),
    form: z.int(),
    sql: (value: unknown) => Prisma.sql`${value}::bigint`,
  },
} as const;
const sorts = ['-createdAt', 'createdAt', 'title', '-title', 'amount', '-amount'] as const;

/** What a list of schemes may be narrowed by, and its order. */
export const SchemeQuery = {
  state: z
    .string()
    .max(400)
    .regex(/^[a-z-]+(,[a-z-]+)*$/)
    .optional()
    .meta({ description: 'One state, or several by commas.' }),
  round: Id.optional(),
  host: z.string().min(1).max(100).optional(),
  province: z.string().min(1).max(100).optional(),
  year: BudgetYear.optional(),
  source: z
    .string()
    .max(50)
    .regex(/^[a-z-]+$/)
    .optional()
    .meta({ description: 'Schemes whose budget names this source of money.' }),
  q: z.string().max(200).optional().meta({ description: 'Words of title or host, with or without diacritics.' }),
  sort: z
    .enum(sorts)
    .default('-createdAt')
    .meta({ description: 'createdAt, title or amount (the support asked for); with - from the last to the first.' }),
};
const Query = z.object(SchemeQuery);
export type SchemeQuery = z.infer<typeof Query>;
type Seen = z.infer<typeof SchemeRow>;

/** A page of the schemes that somebody may know of, in the order asked for. */
export async function findSchemes(
  query: SchemeQuery & { cursor?: string | undefined; limit: number },
  caller: Caller,
  { reader, committing: { packs }, names }: Pick<Parts, 'reader' | 'committing' | 'names'>,
): Promise<{ rows: Seen[]; next: string | null }> {
  const { sort, cursor, limit } = query;
  const { order, after, placeOf } = orderAsked<Scheme>(sort, orders, cursor);
  const ids = await orderedIds(reader, packs.values(), {
    table: 'scheme',
    caller,
    filters: filtersOf(query),
    search: searchFor(query.q, Prisma.sql`search`),
    order,
    after,
    take: limit + 1,
  });
  const found = inOrder(ids, await reader.scheme.findMany({ where: { id: { in: ids } } }));
  const { rows, next } = cut(found, limit, placeOf);
  const titles = stateTitleOf('scheme', packs);
  const seen = await Promise.all(rows.map(async (row) => schemeRow({ ...row, stateTitle: titles(row.state) }, await names(row.hostId))));
  return { rows: seen, next };
}

/** How many there are, and their sums in đồng: of all that fits, not of a page. */
export type SchemeSums = {
  count: number;
  totalDong: number;
  supportDong: number;
  approvedDong: number;
  allocatedDong: number;
  paidDong: number;
  settledDong: number;
};
export async function sumSchemes(query: SchemeQuery, caller: Caller, { reader }: Pick<Parts, 'reader'>): Promise<SchemeSums> {
  const own = Prisma.sql`readers && ${['all', ...readerKeys(caller)]}`;
  const where = Prisma.join([own, ...filtersOf(query), ...searchFor(query.q, Prisma.sql`search`)], ' AND ');
  const [sums] = await reader.$queryRaw<Record<keyof SchemeSums, bigint>[]>(Prisma.sql`
    SELECT count(*) AS "count", coalesce(sum(total_dong), 0)::bigint AS "totalDong", coalesce(sum(support_dong), 0)::bigint AS "supportDong",
      coalesce(sum(approved_dong), 0)::bigint AS "approvedDong", coalesce(sum(allocated_dong), 0)::bigint AS "allocatedDong",
      coalesce(sum(paid_dong), 0)::bigint AS "paidDong", coalesce(sum(settled_dong), 0)::bigint AS "settledDong" FROM scheme WHERE ${where}`);
  return Object.fromEntries(Object.entries(sums ?? {}).map(([name, sum]) => [name, Number(sum)])) as SchemeSums;
}

function filtersOf({ state, round, host, province, year, source }: SchemeQuery): Prisma.Sql[] {
  const states = state?.split(',') ?? [];
  return [
    ...(states.length === 1 ? [Prisma.sql`state = ${states[0]}`] : states.length > 1 ? [Prisma.sql`state = ANY(${states})`] : []),
    ...(round ? [Prisma.sql`round_id = ${round}`] : []),
    ...(host ? [Prisma.sql`host_id = ${host}`] : []),
    ...(province ? [Prisma.sql`province_id = ${province}`] : []),
    ...(year ? [Prisma.sql`year = ${year}`] : []),
    ...(source ? [Prisma.sql`${source} = ANY(sources)`] : []),
  ];
}
