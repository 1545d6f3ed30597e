import { z } from 'zod';
import { ProcessFile } from '../process/chart.ts';
import { Grounded } from './basis.ts';
import { HolidayCalendar } from './calendar.ts';
import { Contents } from './contents.ts';
import { DocumentRule } from './document-rule.ts';
import { Instrument } from './instrument.ts';
import { LawValue } from './law-value.ts';
import { Activities, Targets } from './master-plan.ts';
import { PackHead } from './pack-head.ts';
import { Roles } from './roles.ts';

/** Values of the law by key. */
export const Laws = z.record(z.string(), z.array(LawValue).min(1));
export type Laws = z.infer<typeof Laws>;

/** On what each refusal rests, where no single value of the law decides: by the rule's key, or the beginning of it ("council"). */
export const RuleGrounds = z.record(z.string(), Grounded);
export type RuleGrounds = z.infer<typeof RuleGrounds>;

/**
 * The law of one programme as data: what its rounds and schemes are held to, each value with its legal basis and how certain that is.
 * A scheme keeps the pack of the round it came in with. Made by `checkPack` from the files of its folder; never changed afterwards.
 */
export const RegulationPack = PackHead.extend({
  instruments: z.array(Instrument),
  contents: Contents,
  masterPlan: z.strictObject({ activities: Activities, targets: Targets }),
  laws: Laws,
  rules: RuleGrounds,
  roles: Roles.shape.roles,
  dutiesApart: Roles.shape.apart,
  holidays: HolidayCalendar,
  /** The holidays as working days are counted by them. */
  calendar: z.strictObject({ off: z.array(z.string()), work: z.array(z.string()) }),
  documents: z.array(DocumentRule),
  /** The charts by route. */
  processes: z.record(z.string(), ProcessFile),
});
export type RegulationPack = z.infer<typeof RegulationPack>;
