import { z } from 'zod';
import { dong } from '../money/dong.ts';
import { text, words } from '../text.ts';
import { BudgetLine, Output, Proposal } from './proposal.ts';

const day = z.iso.date();
const schedule = Proposal.shape.schedule.unwrap();
const lines = z.array(BudgetLine).min(1).max(500);
const outputs = z.array(Output).min(1).max(100);

/**
 * What an adjustment (điều chỉnh) changes, by its kind; who decides on each kind and whether the council must see it is data of the pack
 * (`adjustment.change`). Lists are given whole. Support money follows from the lines; it is never typed.
 */
export const AdjustmentChange = z.discriminatedUnion('change', [
  z.strictObject({ change: z.literal('more-money'), lines, outputs: outputs.optional() }),
  z.strictObject({
    change: z.literal('content'),
    aims: text(20_000).optional(),
    targets: text(20_000).optional(),
    outputs: outputs.optional(),
    schedule: schedule.optional(),
    lines: lines.optional(),
  }),
  /** `carryDong`: of this year's money, what goes along into the next year. */
  z.strictObject({ change: z.literal('next-year'), schedule, endsOn: day, carryDong: dong.default(0) }),
  z.strictObject({ change: z.literal('stop'), stopOn: day }),
  z.strictObject({ change: z.literal('place'), place: words(500) }),
  z.strictObject({ change: z.literal('beneficiary'), beneficiaries: words(5_000) }),
  z.strictObject({ change: z.literal('dates'), schedule: schedule.optional(), endsOn: day.optional() }),
  z.strictObject({ change: z.literal('reduction'), lines: lines.optional(), outputs: outputs.optional() }),
]);
export type AdjustmentChange = z.infer<typeof AdjustmentChange>;
