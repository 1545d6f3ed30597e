import { z } from 'zod';
import { IsoDate } from '../time/dates.ts';

/** A text in both languages of the programme. */
export const BothLanguages = z.strictObject({ vi: z.string().trim().min(1).normalize('NFC'), en: z.string().trim().min(1) });
export type BothLanguages = z.infer<typeof BothLanguages>;

/**
 * How certain a rule is: the text of an instrument was read (`law`), it stands in the programme's own decisions (`seed`),
 * it is the rule of a sister regime, taken as a default (`analogue`), or common knowledge that nobody has checked (`unverified`).
 */
export const Certainty = z.enum(['law', 'seed', 'analogue', 'unverified']);
export type Certainty = z.infer<typeof Certainty>;

/** Where a rule stands: an instrument's number, the article or annex, and a note on what stands there. */
export const Basis = z.strictObject({
  instrument: z.string().min(1),
  article: z.string().trim().min(1).optional(),
  text: z.string().trim().min(1).normalize('NFC').optional(),
});
export type Basis = z.infer<typeof Basis>;

/** What every value of the law carries: where it stands and how certain that is. */
export const Grounded = z.strictObject({ basis: Basis, certainty: Certainty });
export type Grounded = z.infer<typeof Grounded>;

/** From when until when something holds; without an end, until it is changed. Both days belong to it. */
export const Period = z.strictObject({ from: IsoDate, to: IsoDate.optional() });
export type Period = z.infer<typeof Period>;

/** Whether a date lies in the period. */
export function holdsOn(period: Pick<Period, 'from'> & { to?: string | undefined }, date: IsoDate): boolean {
  return period.from <= date && (period.to === undefined || date <= period.to);
}
