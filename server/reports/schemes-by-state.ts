import { Prisma } from '../../prisma/generated/client.ts';
import type { Parts } from '../parts.ts';
import { type Scope, schemesIn } from './scope.ts';

/** How many schemes stand in each state, and how much support they ask for. đồng */
export type StateCount = { state: string; count: number; supportDong: number };

export async function schemesByState(scope: Scope, { reader }: Pick<Parts, 'reader'>): Promise<StateCount[]> {
  const rows = await reader.$queryRaw<{ state: string; count: bigint; support: bigint }[]>(
    Prisma.sql`SELECT s.state, count(*) AS count, sum(s.support_dong)::bigint AS support FROM scheme s WHERE ${schemesIn(scope)} GROUP BY s.state`,
  );
  return rows.map(({ state, count, support }) => ({ state, count: Number(count), supportDong: Number(support) }));
}
