import { fundColumns } from '../../commit/funds.ts';
import { Prisma } from '../../prisma/generated/client.ts';
import type { Parts } from '../parts.ts';
import { type FundColumn, type FundSums, sumsOf } from './read-funds.ts';

/** What one thing has moved in a fund, in all. `title` is null for what is no scheme. */
export type FundShare = { thingId: string; kind: string; title: string | null; readers: string[] } & FundSums;

type Row = { thing_id: string; kind: string; title: string | null; readers: string[] } & Record<FundColumn, bigint>;

/** A fund by the things that moved it, rounds first, then schemes by title: a part of the list. */
export async function fundShares(fundId: string, skip: number, take: number, { reader }: Pick<Parts, 'reader'>): Promise<FundShare[]> {
  const sums = Prisma.join(
    fundColumns.map((name) => Prisma.sql`coalesce(sum(m.amount) FILTER (WHERE m.kind = ${name}), 0)::bigint AS ${Prisma.raw(`"${name}"`)}`),
  );
  const rows = await reader.$queryRaw<Row[]>(Prisma.sql`
    SELECT t.id AS thing_id, t.kind, s.title, t.readers, ${sums}
    FROM fund_movement m JOIN thing t ON t.id = m.thing_id LEFT JOIN scheme s ON s.id = t.id
    WHERE m.fund_id = ${fundId} GROUP BY t.id, s.title ORDER BY t.kind = 'scheme', s.title, t.id LIMIT ${take} OFFSET ${skip}`);
  return rows.map(({ thing_id, kind, title, readers, ...row }) => ({ thingId: thing_id, kind, title, readers, ...sumsOf(row) }));
}
