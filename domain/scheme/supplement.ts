import { type Refusal, refuse } from '../command.ts';
import type { Section } from './proposal.ts';
import { titlesOf } from './section-titles.ts';
import type { Scheme } from './state.ts';

/** Refuses a change of sections that the request for a supplement did not open. Null if all of them are open. */
export function closedSection({ intake }: Scheme, changed: readonly Section[]): Refusal | null {
  const closed = changed.filter((section) => !intake.openedSections.includes(section));
  return closed.length > 0
    ? refuse('supplement.section-closed', { sections: titlesOf(closed), opened: titlesOf(intake.openedSections) })
    : null;
}
