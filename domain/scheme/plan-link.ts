import { z } from 'zod';
import { type Refusal, refuse, type Situation } from '../command.ts';
import { itemsNamed } from '../plan/draw.ts';
import type { PlanData } from '../plan/facts.ts';
import { words } from '../text.ts';

/** The item of a plan that a scheme is drawn from: by its key, or by its printed number where only one item has it. */
export const PlanLink = z
  .strictObject({
    planId: words(200),
    key: words(200).optional(),
    number: words(50).nullish(),
    year: z.int().min(2000).max(2100),
  })
  .refine(({ key, number }) => key !== undefined || typeof number === 'string', { message: 'a key or a number', path: ['key'] });
type PlanLink = z.infer<typeof PlanLink>;

/** A scheme's link to its item. The key is unique in the plan; facts from before it was kept have the printed number alone. */
export type PlanItemOfScheme = { planId: string; key?: string; number: string | null; year: number };

/** The link with the item's key and number as the plan has them, or why it leads nowhere. */
export function linkToPlan({ planId, key, number, year }: PlanLink, { things }: Situation): PlanItemOfScheme | Refusal {
  const found = things[planId];
  if (found?.kind !== 'plan') return refuse('plan.unknown', { planId }, undefined, 404);
  const { plan, title } = found.data as PlanData;
  const item = key ?? number ?? '';
  const [chosen, ...others] = itemsNamed(plan, item);
  if (!chosen) return refuse('plan.no-such-item', { item, title });
  if (others.length > 0) return refuse('plan.item-ambiguous', { item, title, keys: [chosen, ...others].map((one) => one.key) });
  if (!plan.years.includes(year)) return refuse('plan.year-outside', { year, title, years: plan.years });
  return { planId, key: chosen.key, number: chosen.number, year };
}
