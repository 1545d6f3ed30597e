import { z } from 'zod';
import { Certainty } from '../../domain/regulation/basis.ts';
import type { Clock } from '../../prisma/generated/client.ts';
import { Instant, TitleText } from '../http/common.ts';
import type { KnownThing } from './known-thing.ts';

/** A clock as people see it: what must happen by when, who is expected to act, and which rule sets it. */
export const ClockSeen = z
  .object({
    name: z.string(),
    title: TitleText,
    due: Instant.nullable(),
    paused: z.boolean(),
    startedAt: Instant,
    leftWorkingDays: z.int().nullable(),
    waitsFor: z.array(z.string()),
    basis: z.string(),
    certainty: Certainty,
  })
  .meta({ id: 'Clock' });
export type ClockSeen = z.infer<typeof ClockSeen>;

/** A row of the clocks as it is shown. */
export function clockSeen(row: Clock, { chart }: Pick<KnownThing, 'chart'>): ClockSeen {
  const { leftWorkingDays } = row.plan as { leftWorkingDays?: number | null };
  return {
    name: row.name,
    title: chart.clocks?.[row.name]?.title ?? { vi: row.name, en: row.name },
    due: row.due?.toISOString() ?? null,
    paused: row.pausedAt !== null,
    startedAt: row.startedAt.toISOString(),
    leftWorkingDays: leftWorkingDays ?? null,
    waitsFor: row.waitsFor,
    basis: row.basis,
    certainty: Certainty.parse(row.certainty),
  };
}
