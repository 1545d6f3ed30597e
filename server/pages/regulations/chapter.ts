import type { Certainty } from '../../../domain/regulation/basis.ts';
import type { RegulationPack } from '../../../domain/regulation/pack.ts';
import type { Language } from '../../http/language.ts';

/** On what something rests, as it stands beside it. */
export type GroundSeen = { basis: string; text: string | null; certainty: Certainty };
/** One entry of the regulations: what it is about, what holds (several lines where it is a list), when and where, and on what it rests. */
export type Entry = {
  id: string;
  title: string;
  lines: string[];
  /** Where and from when until when it holds. */
  scope: string[];
  ground: GroundSeen | null;
  /** Whether it holds on the day. */
  current: boolean;
};
export type EntryGroup = { id: string; title: string; entries: Entry[] };

/** What a chapter is made from: the pack, the day, and the names that it needs. */
export type Reading = { pack: RegulationPack; language: Language; today: string; organisation: (id: string) => string };
export type Chapter = { id: string; groups: EntryGroup[] };
