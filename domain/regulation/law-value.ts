import { z } from 'zod';
import type { IsoDate } from '../time/dates.ts';
import { Basis, Certainty, holdsOn, Period } from './basis.ts';
import { citeBasis } from './instrument.ts';
import { type LawDimension, type LawKey, type LawKeyValue, Unit } from './law-catalogue.ts';
import type { RegulationPack } from './pack.ts';

/** One value of the law: what it is, when and where it applies, and on what it rests. */
export const LawValue = Period.extend({
  value: z.json(),
  unit: Unit.optional(),
  when: z.record(z.string(), z.string()).optional(),
  basis: Basis,
  certainty: Certainty,
});
export type LawValue = z.infer<typeof LawValue>;

/** The day asked about, and what the value may differ by; null where that does not apply. */
export type LawQuestion<K extends LawKey> = { on: IsoDate } & { [D in LawDimension<K>]: string | null };
type AnyQuestion = { on: IsoDate; [dimension: string]: string | null };

/** A value of the law as the rules use it: `basis` is the citation, `'Thông tư 36/2013/TT-BCT, Điều 14'`. */
export type LawAnswer<V> = { value: V; unit?: Unit; basis: string; certainty: Certainty };
/** A value of the law in a list, with what sets it apart from its fellows. */
export type ListedLaw<V> = LawAnswer<V> & { when: Record<string, string> };

type Laws = Pick<RegulationPack, 'laws' | 'instruments' | 'id'>;
/** Only a key that is known no more closely than as text; known keys have their own types. */
type OpenKey<K extends string> = string extends K ? K : never;

/**
 * The value of the law for a day. Of several that apply, the one that names most of what was asked is taken, so that a province's own
 * date comes before the general one. Throws if the pack has none: a pack is complete when loaded, so the question is wrong.
 */
export function lawValue<K extends LawKey>(pack: Laws, key: K, question: LawQuestion<K>): LawAnswer<LawKeyValue<K>>;
export function lawValue<K extends string>(pack: Laws, key: OpenKey<K>, question: AnyQuestion): LawAnswer<unknown>;
export function lawValue(pack: Laws, key: string, question: AnyQuestion): LawAnswer<unknown> {
  const found = find(pack, key, question);
  if (!found) throw new Error(`The pack ${pack.id} has no value of ${key} for ${JSON.stringify(question)}.`);
  return found;
}

/** The value of the law for a day, or null where the law is silent (a ceiling that was never set). */
export function findLawValue<K extends LawKey>(pack: Laws, key: K, question: LawQuestion<K>): LawAnswer<LawKeyValue<K>> | null {
  return find(pack, key, question) as LawAnswer<LawKeyValue<K>> | null;
}

/** All values of a key in force on a day: the reasons, kinds or grounds that the law lists. */
export function lawValues<K extends LawKey>(pack: Laws, key: K, on: IsoDate): ListedLaw<LawKeyValue<K>>[] {
  return (pack.laws[key] ?? [])
    .filter((value) => holdsOn(value, on))
    .map((value) => ({ ...(answer(pack, value) as LawAnswer<LawKeyValue<K>>), when: value.when ?? {} }));
}

function find(pack: Laws, key: string, question: AnyQuestion): LawAnswer<unknown> | null {
  const applying = (pack.laws[key] ?? []).filter(
    (value) => holdsOn(value, question.on) && Object.entries(value.when ?? {}).every(([dimension, is]) => question[dimension] === is),
  );
  const closest = applying.toSorted((a, b) => namedIn(b) - namedIn(a))[0];
  return closest ? answer(pack, closest) : null;
}

function answer(pack: Laws, { value, unit, basis, certainty }: LawValue): LawAnswer<unknown> {
  return { value, ...(unit && { unit }), basis: citeBasis(pack.instruments, basis), certainty };
}

function namedIn(value: LawValue): number {
  return Object.keys(value.when ?? {}).length;
}
