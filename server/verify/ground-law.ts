import { lawValue } from '../../domain/regulation/law-value.ts';
import type { RegulationPack } from '../../domain/regulation/pack.ts';
import type { GroundRule } from '../../verification/verdict.ts';
import type { Parts } from '../parts.ts';
import type { RegisterEntry } from './register.ts';

/** By which law a document is judged: that by which it lives, on its own day; a stranger's file by that of today. */
export type JudgedBy = { pack: RegulationPack; on: string };

/** The law for a document of the register, or for a file that it does not know. */
export async function judgedBy(entry: RegisterEntry | null, { committing, time }: Pick<Parts, 'committing' | 'time'>): Promise<JudgedBy> {
  const on = entry?.document.date?.toISOString().slice(0, 10) ?? (await time.today());
  const known = entry?.pack === undefined ? undefined : committing.packs.get(entry.pack);
  const pack = known ?? [...committing.packs.values()].toSorted((a, b) => a.valid.from.localeCompare(b.valid.from)).at(-1);
  if (!pack) throw new Error('No regulation pack is loaded.');
  // A pack speaks of the years of its programme; who asks of an earlier day is answered by its first.
  return { pack, on: [on, pack.valid.from].toSorted().at(-1) ?? on };
}

/** Where a ground stands in the law and how certain that is, with the technical standards that the check follows. */
export function groundLaw(rule: GroundRule, { pack, on }: JudgedBy) {
  const { value, basis, certainty } = lawValue(pack, 'verdict.ground', { on, proof: rule });
  return { basis, certainty, standards: value.standards };
}
