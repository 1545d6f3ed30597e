import { z } from 'zod';
import { boxes, parts } from '../document/format/boxes.ts';
import { BothLanguages, Certainty } from './basis.ts';

/** What an amount, time or share of the law is counted in. */
export const Unit = z.enum(['working-days', 'days', 'day-of-month', 'month-day', 'share', 'dong', 'persons', 'points']);
export type Unit = z.infer<typeof Unit>;

/** A share as a fraction, so that "two thirds" stays exact: `{ count: 2, of: 3 }`. */
export const Fraction = z.strictObject({ count: z.int().positive(), of: z.int().positive() }).refine(({ count, of }) => count <= of, {
  message: 'a fraction is at most the whole',
});
export type Fraction = z.infer<typeof Fraction>;

const time = z.int().positive();
const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'a month and day, such as 03-31');
/** At most two decimals of a percent, so that shares of whole đồng can be computed exactly. */
const share = z.number().min(0).max(1).multipleOf(0.0001);
const millimetres = z.tuple([z.number().positive(), z.number().positive()]);
const councilRole = z.enum(['chair', 'deputy', 'reviewer', 'secretary', 'member']);

type Entry<V extends z.ZodType, D extends string> = { value: V; unit: Unit | null; by: readonly D[]; optional?: true };
const entry = <V extends z.ZodType, const D extends string = never>(value: V, unit: Unit | null, by: readonly D[] = []): Entry<V, D> => ({
  value,
  unit,
  by,
});

/**
 * Every value of the law that the system asks for: its shape, its unit, and by what it differs (`by`). A pack gives each of them at least
 * once, dated and with its basis; a key that stands here and not in a pack, or the other way round, keeps the pack from loading.
 */
export const lawCatalogue = {
  'intake.cutoff': entry(monthDay, 'month-day', ['province']),
  'intake.completeness': entry(time, 'working-days'),
  'supplement.period': entry(time, 'working-days'),
  'province.opinion': entry(time, 'working-days'),
  'plan.appraisal': entry(time, 'working-days'),
  'plan.decision': entry(time, 'working-days'),
  'revision.period': entry(time, 'working-days'),
  'revision.confirm': entry(time, 'working-days'),
  'ranking.period': entry(time, 'working-days'),
  'decision.signing': entry(time, 'working-days'),
  'allocation.answer': entry(time, 'working-days'),
  'contract.warn': entry(time, 'days'),
  'advance.decision': entry(time, 'working-days'),
  'payment.decision': entry(time, 'working-days'),
  'payment.record': entry(time, 'working-days'),
  'report.monthly': entry(z.int().min(1).max(31), 'day-of-month'),
  'inspection.mending': entry(time, 'working-days'),
  'adjustment.decision': entry(time, 'working-days'),
  'result.report': entry(time, 'days'),
  'acceptance.period': entry(time, 'working-days'),
  'settlement.file': entry(time, 'days'),
  'settlement.review': entry(time, 'working-days'),
  'settlement.compliance': entry(time, 'working-days'),
  'closing.period': entry(time, 'working-days'),
  'archive.deposit': entry(time, 'days'),
  'archive.alert': entry(time, 'days'),
  'document.format-check': entry(time, 'working-days'),
  'document.approval': entry(time, 'working-days'),
  'document.signature': entry(time, 'working-days'),
  'document.issue': entry(time, 'working-days'),
  'document.sending': entry(time, 'working-days'),
  'document.receipt': entry(time, 'working-days'),

  'year-end.treasury-documents': entry(monthDay, 'month-day'),
  'year-end.spending': entry(monthDay, 'month-day'),
  'year-end.liquidation': entry(monthDay, 'month-day'),
  'year-end.adjustment': entry(monthDay, 'month-day'),
  'year-end.reconciliation': entry(monthDay, 'month-day'),
  'year-end.advance-repayment': entry(monthDay, 'month-day'),
  'year-end.level-one-settlement': entry(monthDay, 'month-day'),
  'budget.estimate-submission': entry(monthDay, 'month-day'),
  'budget.assignment': entry(monthDay, 'month-day'),
  'budget.distribution': entry(monthDay, 'month-day'),

  'support.ceiling': entry(share, 'share', ['kind', 'source']),
  'support.scheme-ceiling': { ...entry(time, 'dong', ['kind']), optional: true as const },
  'advance.rate': entry(share, 'share', ['kind']),
  'payment.path': entry(z.enum(['treasury-payment', 'payment-order']), null, ['host']),
  'carry-over.reason': entry(BothLanguages, null, ['reason']),
  'adjustment.change': entry(
    z.strictObject({ title: BothLanguages, decider: z.enum(['agency-head', 'signer']), material: z.boolean() }),
    null,
    ['change'],
  ),
  'termination.ground': entry(BothLanguages, null, ['ground']),
  'ineligibility.reason': entry(BothLanguages, null, ['reason']),

  'council.size': entry(z.strictObject({ min: time, max: time }), 'persons'),
  'council.composition': entry(z.partialRecord(councilRole, time), 'persons'),
  'council.papers': entry(time, 'days'),
  'council.invitation-answer': entry(time, 'working-days'),
  'council.session-period': entry(time, 'working-days'),
  'council.minutes': entry(time, 'working-days'),
  'council.quorum': entry(z.strictObject({ share: Fraction, oneOf: z.array(councilRole), allOf: z.array(councilRole) }), null),
  'council.majority': entry(Fraction, null),
  'council.cost-team': entry(time, 'persons'),
  'council.written-view': entry(z.enum(['advisory', 'counted']), null),
  'council.delegation': entry(z.enum(['written', 'oral']), null),
  'council.criteria': entry(
    z
      .array(z.strictObject({ id: z.string(), title: BothLanguages, max: z.int().positive(), min: z.int().nonnegative().optional() }))
      .min(1),
    'points',
  ),
  'council.grades': entry(z.strictObject({ pass: z.int().positive(), conditional: z.int().positive() }), 'points'),
  'council.interest': entry(z.strictObject({ title: BothLanguages, derived: z.boolean(), bars: z.boolean() }), null, ['interest']),

  'signing.authority': entry(
    z.strictObject({ prefix: z.string(), title: BothLanguages, delegable: z.boolean(), written: z.boolean() }),
    null,
    ['authority'],
  ),

  'format.rule': entry(z.strictObject({ severity: z.enum(['error', 'warning']), box: z.enum(boxes) }), null, ['rule']),
  'format.components': entry(z.array(z.enum(parts)).min(1), null, ['form']),
  'format.page': entry(
    z.strictObject({
      widthMm: z.number().positive(),
      heightMm: z.number().positive(),
      topMm: millimetres,
      bottomMm: millimetres,
      leftMm: millimetres,
      rightMm: millimetres,
    }),
    null,
    ['orientation'],
  ),
  'format.text': entry(
    z.strictObject({
      sizePt: z.tuple([z.number().positive(), z.number().positive()]),
      bold: z.boolean().optional(),
      italic: z.boolean().optional(),
    }),
    null,
    ['part'],
  ),
  'format.paragraph': entry(
    z.strictObject({ firstLineMm: z.array(z.number().positive()).min(1), betweenPt: z.number().nonnegative(), lines: millimetres }),
    null,
  ),

  'verdict.ground': entry(z.strictObject({ standards: z.array(z.strictObject({ name: z.string().min(1), certainty: Certainty })) }), null, [
    'proof',
  ]),
  'exchange.code': entry(z.string().min(1), null, ['field', 'meaning']),
} as const satisfies Record<string, Entry<z.ZodType, string>>;

export type LawKey = keyof typeof lawCatalogue;
export const lawKeys = Object.keys(lawCatalogue) as LawKey[];
/** What a key's value is. */
export type LawKeyValue<K extends LawKey> = z.infer<(typeof lawCatalogue)[K]['value']>;
/** By what a key's value differs. */
export type LawDimension<K extends LawKey> = (typeof lawCatalogue)[K]['by'][number];

/** Whether a text is a key of the catalogue. */
export function isLawKey(key: string): key is LawKey {
  return Object.hasOwn(lawCatalogue, key);
}
