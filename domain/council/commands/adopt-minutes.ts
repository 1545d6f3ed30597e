import { z } from 'zod';
import { refuse } from '../../command.ts';
import { type CouncilFact, councilCommand } from '../facts.ts';
import { deputising, presentAt, seated } from '../seats.ts';

/**
 * Whoever led the session and its secretary sign the minutes, which are drawn up from what was recorded. With the second signature they are
 * adopted. Every item has been concluded or put off by then.
 */
export const adoptMinutes = councilCommand('adopt-minutes', {
  input: z.strictObject({}),
  parts: () => 'all',

  decide({ state, actor }) {
    const { session } = state;
    if (!session) return refuse('session.none', {}, undefined, 409);
    const unfinished = session.agenda
      .map((schemeId) => state.items[schemeId])
      .filter((item) => !['concluded', 'adjourned'].includes(item?.status ?? ''));
    if (unfinished.length > 0) return refuse('session.items-open', { schemes: unfinished.map((item) => item?.title ?? '') });
    const as = actor.as === 'secretary' ? 'secretary' : 'chair';
    if (as === 'chair' && !ledBy(state, actor.id)) return refuse('minutes.not-yours', {}, undefined, 403);
    if (session.minutesSigned[as] !== null) return refuse('minutes.signed', {}, undefined, 409);
    const signed: CouncilFact[] = [{ type: 'minutes-signed', as, no: session.no }];
    const other = as === 'chair' ? session.minutesSigned.secretary : session.minutesSigned.chair;
    return other === null ? signed : [...signed, { type: 'minutes-adopted', no: session.no }];
  },
});

/** The chair leads; in the chair's absence whoever was delegated, else the deputy. */
function ledBy(council: Parameters<typeof deputising>[0], personId: string): boolean {
  const there = presentAt(council.session);
  const chair = seated(council).find(({ role }) => role === 'chair');
  if (chair && there.has(chair.personId)) return chair.personId === personId;
  return (deputising(council) ?? seated(council).find(({ role }) => role === 'deputy')?.personId) === personId;
}
