import { z } from 'zod';
import { dong } from '../money/dong.ts';
import { text } from '../text.ts';
import { Source } from './amount.ts';

/** A budget line (dòng dự toán): amount = quantity × unit price, shared among sources. */
export const BudgetLine = z.strictObject({
  item: text(500).min(1),
  unit: text(50).min(1),
  quantity: z.number().positive().max(1_000_000).multipleOf(0.001),
  unitPriceDong: dong,
  year: z.int().min(2000).max(2100),
  /** Kind of work, by which ceilings and advance rates differ: a kind of the pack's contents. */
  kind: text(50).min(1),
  funding: z
    .array(z.strictObject({ source: Source, amountDong: dong, from: text(200).optional() }))
    .min(1)
    .max(8),
});
export type BudgetLine = z.infer<typeof BudgetLine>;

export const Output = z.strictObject({ name: text(300).min(1), unit: text(50).min(1), volume: z.number().positive() });
export type Output = z.infer<typeof Output>;

const fields = {
  title: text(500).min(1),
  contentItem: text(10).min(1),
  need: text(20_000),
  aims: text(20_000),
  targets: text(20_000),
  outputs: z.array(Output).max(100),
  beneficiaries: text(5_000),
  schedule: z.array(z.strictObject({ name: text(300).min(1), from: z.iso.date(), to: z.iso.date() })).max(100),
  place: text(500),
  lines: z.array(BudgetLine).max(500),
};

/** The proposal of a scheme: nine sections and the budget. A draft may lack anything but its title; completeness is checked when it is sent. */
export const Proposal = z.strictObject({
  ...fields,
  need: fields.need.default(''),
  aims: fields.aims.default(''),
  targets: fields.targets.default(''),
  outputs: fields.outputs.default([]),
  beneficiaries: fields.beneficiaries.default(''),
  schedule: fields.schedule.default([]),
  place: fields.place.default(''),
  lines: fields.lines.default([]),
});
export type Proposal = z.infer<typeof Proposal>;

/** A change of a proposal: the sections it gives are replaced, all others stay. */
export const ProposalEdit = z.strictObject(fields).partial();
export type ProposalEdit = z.infer<typeof ProposalEdit>;

/** The proposal with a change made. */
export function edited(proposal: Proposal, edit: ProposalEdit): Proposal {
  const given = Object.entries(edit).filter(([, value]) => value !== undefined);
  return { ...proposal, ...Object.fromEntries(given) };
}

/** Names of the sections, as requests for a supplement open them. */
export const sections = [
  'title',
  'contentItem',
  'need',
  'aims',
  'targets',
  'outputs',
  'beneficiaries',
  'schedule',
  'place',
  'lines',
] as const satisfies readonly (keyof Proposal)[];
export const Section = z.enum(sections);
export type Section = z.infer<typeof Section>;
