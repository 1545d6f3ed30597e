import { Prisma } from '../../prisma/generated/client.ts';
import type { Parts } from '../parts.ts';
import { type Scope, schemesIn } from './scope.ts';

/** The steps that money takes, from what was asked for to what came back. */
export const steps = ['asked', 'approved', 'allocated', 'contracted', 'spent', 'settled', 'returned'] as const;
export type Step = (typeof steps)[number];
/** Money of a source and province (null: hosts of no province) by step, đồng. */
export type MoneyByStep = { source: 'programme' | 'local'; provinceId: string | null; schemes: number } & Record<Step, number>;

type Row = { route: string; province_id: string | null; schemes: bigint } & Record<Step, bigint | null>;

/** How much money reached each step, by source and province. What was spent is advanced and paid by the treasury. */
export async function moneyByStep(scope: Scope, { reader }: Pick<Parts, 'reader'>): Promise<MoneyByStep[]> {
  const moved = (kinds: string[]) => Prisma.sql`sum(m.amount) FILTER (WHERE m.kind = ANY(${kinds}))`;
  const rows = await reader.$queryRaw<Row[]>(Prisma.sql`
    WITH s AS MATERIALIZED (SELECT * FROM scheme s WHERE ${schemesIn(scope)}),
    moved AS (SELECT m.thing_id, ${moved(['allocated'])} AS allocated, ${moved(['contracted'])} AS contracted,
      ${moved(['advanced', 'paid'])} AS spent, ${moved(['settled'])} AS settled, ${moved(['returned'])} AS returned
      FROM fund_movement m JOIN s ON s.id = m.thing_id GROUP BY m.thing_id)
    SELECT s.route, s.province_id, count(*) AS schemes, sum(s.support_dong)::bigint AS asked, sum(s.approved_dong)::bigint AS approved,
      sum(v.allocated)::bigint AS allocated, sum(v.contracted)::bigint AS contracted, sum(v.spent)::bigint AS spent,
      sum(v.settled)::bigint AS settled, sum(v.returned)::bigint AS returned
    FROM s LEFT JOIN moved v ON v.thing_id = s.id GROUP BY s.route, s.province_id ORDER BY s.route, s.province_id NULLS FIRST`);
  return rows.map(({ route, province_id, schemes, ...sums }) => ({
    source: route === 'local' ? 'local' : 'programme',
    provinceId: province_id,
    schemes: Number(schemes),
    ...(Object.fromEntries(steps.map((step) => [step, Number(sums[step] ?? 0n)])) as Record<Step, number>),
  }));
}
