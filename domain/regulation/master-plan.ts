import { z } from 'zod';
import { Grounded } from './basis.ts';

const Year = z.int().min(2000).max(2100);

/** An activity of Annex I of the master plan. A cell that is blank in the original is null, not guessed. */
export const Activity = z.strictObject({
  lead: z.string().min(1).normalize('NFC'),
  coordinating: z.string().min(1).normalize('NFC').nullable(),
  activity: z.string().min(1).normalize('NFC'),
  startYear: Year.nullable(),
  endYear: Year.nullable(),
});
export type Activity = z.infer<typeof Activity>;

export const Activities = Grounded.extend({ activities: z.array(Activity).min(1) });
export type Activities = z.infer<typeof Activities>;

/** A figure that a plan sets itself, as printed ("≥55", "40-50"), and where. */
const Aim = Grounded.extend({ plan: z.string(), value: z.string().min(1) });

/** What is to be reached by 2025: an indicator, nationally and in the provinces that set their own. */
export const Target = z.strictObject({
  group: z.string(),
  indicator: z.string().min(1).normalize('NFC'),
  unit: z.string().min(1).normalize('NFC'),
  aims: z.array(Aim).min(1),
});
export type Target = z.infer<typeof Target>;

export const Targets = z.strictObject({ year: Year, targets: z.array(Target).min(1) });
export type Targets = z.infer<typeof Targets>;
