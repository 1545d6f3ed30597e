import { z } from 'zod';
import { IsoDate } from '../time/dates.ts';
import { type Basis, BothLanguages, Certainty } from './basis.ts';

/**
 * A legal instrument (văn bản). `replacedBy`: what came in its place; `amends`: what it changes, without which it says nothing. `rank` orders legal bases in a document, the highest (1) first; `date` is null and `from` left out where
 * they are not known.
 */
export const Instrument = z.strictObject({
  id: z.string().min(1).normalize('NFC'),
  kind: z.string().min(1).normalize('NFC'),
  issuer: z.string().min(1).normalize('NFC'),
  date: IsoDate.nullable(),
  title: BothLanguages,
  rank: z.int().min(1).max(9),
  from: IsoDate.optional(),
  to: IsoDate.optional(),
  replacedBy: z.string().optional(),
  amends: z.array(z.string()).min(1).optional(),
  certainty: Certainty,
});
export type Instrument = z.infer<typeof Instrument>;

/**
 * A basis as officials cite it: `'Thông tư 36/2013/TT-BCT, Điều 14'`; what does not begin with a number is cited as it stands
 * (`'Nghị định 30/2020/NĐ-CP, Phụ lục VI'`). An instrument that the list does not know is cited by its number alone.
 */
export function citeBasis(instruments: readonly Instrument[], basis: Basis): string {
  const instrument = instruments.find(({ id }) => id === basis.instrument);
  const name = instrument ? `${instrument.kind} ${instrument.id}` : basis.instrument;
  if (basis.article === undefined) return name;
  return `${name}, ${/^\d/.test(basis.article) ? `Điều ${basis.article}` : basis.article}`;
}
