import { z } from 'zod';
import { isRefusal, type Question, type Refusal, refuse } from '../../command.ts';
import { stateTitle } from '../../process/state-title.ts';
import { lawValue } from '../../regulation/law-value.ts';
import type { Scheme } from '../../scheme/state.ts';
import { words } from '../../text.ts';
import { addDays, daysBetween, IsoDate } from '../../time/dates.ts';
import { councilCommand, type ListedItem } from '../facts.ts';
import { ThingId } from '../input.ts';
import { derivedInterests } from '../interests.ts';
import { seated } from '../seats.ts';
import type { Council } from '../state.ts';

export const CallSession = z.strictObject({
  date: IsoDate,
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .meta({ description: 'Giờ họp (HH:MM) · Time of day' }),
  place: words(300),
  /** Schemes in the order in which they are taken. */
  agenda: z.array(ThingId).min(1).max(100),
});
export type CallSession = z.infer<typeof CallSession>;

/**
 * A session is called: when, where, and which schemes. Members have the papers so many days ahead (27/2015/TT-BTNMT by analogy). Whoever
 * works for a scheme's host or for the body that put it forward is barred from it from the outset.
 */
export const callSession = councilCommand('call-session', {
  input: CallSession,
  parts: ({ agenda }) => agenda,
  needs: ({ input, state }) => ({
    things: input.agenda,
    persons: seated(state).map(({ personId }) => personId),
    allOrganisations: 'ended-too',
  }),

  decide(question) {
    const { input, id, state, pack, today } = question;
    const limit = lawValue(pack, 'council.papers', { on: today });
    if (daysBetween(today, input.date) < limit.value) {
      return refuse('council.papers', { date: input.date, days: limit.value, earliest: addDays(today, limit.value) }, limit);
    }
    const twice = input.agenda.find((schemeId, index) => input.agenda.indexOf(schemeId) < index);
    if (twice) return refuse('session.twice', { scheme: twice });
    const items: ListedItem[] = [];
    for (const [index, schemeId] of input.agenda.entries()) {
      const item = listed(question, schemeId, index + 1);
      if (isRefusal(item)) return item;
      items.push(item);
    }
    const { date, time, place } = input;
    const no = state.sessions.length + 1;
    const papersBy = addDays(date, -limit.value);
    return {
      facts: [{ type: 'session-called', councilId: id, no, date, time, place, papersBy, items }],
      result: { sessionNo: no, papersBy },
    };
  },
});

function listed(
  { id, state, pack, today, situation }: Question<Council, CallSession>,
  schemeId: string,
  order: number,
): ListedItem | Refusal {
  const view = situation.things[schemeId];
  const scheme = view?.kind === 'scheme' ? (view.data as Scheme) : null;
  if (!view || !scheme || scheme.roundId !== state.roundId) return refuse('session.not-of-this-round', { scheme: schemeId });
  const { title } = scheme.proposal;
  const before = view.state === 'in-council' && scheme.council?.councilId === id && state.items[schemeId]?.status === 'adjourned';
  const changed = view.state === 'adjusting' && scheme.adjustment?.toCouncil === true && !scheme.adjustment.appraised;
  if (view.state !== 'eligible' && !before && !changed) {
    return refuse('session.not-eligible', { scheme: title, state: stateTitle(pack, view.route, 'scheme', view.state) });
  }
  const interests = seated(state).flatMap(({ personId }) => {
    const person = situation.persons[personId];
    return person ? derivedInterests(person, scheme, pack, situation.organisations, today) : [];
  });
  return { schemeId, title, hostId: scheme.host.id, hostName: scheme.host.name, order, interests };
}
