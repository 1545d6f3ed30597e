import { addDays } from '../../domain/time/dates.ts';
import { isWorkingDay, type WorkingCalendar } from '../../domain/time/working-days.ts';
import { Prisma } from '../../prisma/generated/client.ts';
import type { Parts } from '../parts.ts';
import { type Scope, schemesIn } from './scope.ts';

/** How long schemes stayed in a state, in working days: of those that left it the median and the longest; how many are in it now. */
export type TimeInState = { state: string; left: number; medianDays: number | null; longestDays: number | null; now: number };

type Row = { state: string; left_count: bigint; median: number | null; longest: number | null; now_count: bigint };
const firstDay = '2020-01-01';

/** For each day how many working days there were up to it, so that a difference of two is the time between them. */
function counted(calendar: WorkingCalendar, until: string): { days: string[]; counts: number[] } {
  const days: string[] = [];
  const counts: number[] = [];
  let count = 0;
  for (let day = firstDay; day <= until; day = addDays(day, 1)) {
    if (isWorkingDay(calendar, day)) count += 1;
    days.push(day);
    counts.push(count);
  }
  return { days, counts };
}

/** From the facts of the schemes: every stay in a state, from the fact that led into it to the one that led out. */
export async function timePerState(
  scope: Scope,
  { reader, committing, time }: Pick<Parts, 'reader' | 'committing' | 'time'>,
): Promise<TimeInState[]> {
  const today = await time.today();
  const [pack] = [...committing.packs.values()];
  const { days, counts } = counted(pack?.calendar ?? { off: [], work: [] }, today);
  const rows = await reader.$queryRaw<Row[]>(Prisma.sql`
    WITH s AS MATERIALIZED (SELECT id FROM scheme s WHERE ${schemesIn(scope)}),
    told AS (SELECT f.thing_id, f.seq, f.state, (f.at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS day,
      lag(f.state) OVER (PARTITION BY f.thing_id ORDER BY f.seq) AS before FROM fact f JOIN s ON s.id = f.thing_id),
    stays AS (SELECT state, day, lead(day) OVER (PARTITION BY thing_id ORDER BY seq) AS until FROM told WHERE before IS DISTINCT FROM state),
    calendar AS (SELECT * FROM unnest(${days}::date[], ${counts}::int[]) AS c(day, count))
    SELECT stays.state, count(stays.until) AS left_count,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY b.count - a.count) FILTER (WHERE stays.until IS NOT NULL) AS median,
      max(b.count - a.count) AS longest, count(*) FILTER (WHERE stays.until IS NULL) AS now_count
    FROM stays LEFT JOIN calendar a ON a.day = stays.day LEFT JOIN calendar b ON b.day = stays.until GROUP BY stays.state`);
  return rows.map(({ state, left_count, median, longest, now_count }) => ({
    state,
    left: Number(left_count),
    medianDays: median,
    longestDays: longest,
    now: Number(now_count),
  }));
}
