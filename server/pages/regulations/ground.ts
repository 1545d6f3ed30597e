import type { Basis, Certainty } from '../../../domain/regulation/basis.ts';
import { citeBasis } from '../../../domain/regulation/instrument.ts';
import type { GroundSeen, Reading } from './chapter.ts';

/** Where a rule stands, cited as officials do, with how certain that is. */
export const groundSeen = ({ basis, certainty }: { basis: Basis; certainty: Certainty }, { pack }: Pick<Reading, 'pack'>): GroundSeen => ({
  basis: citeBasis(pack.instruments, basis),
  text: basis.text ?? null,
  certainty,
});
