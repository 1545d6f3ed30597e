import { dateOf } from '../../domain/time/programme-day.ts';
import { workingDaysBetween } from '../../domain/time/working-days.ts';
import type { Caller } from '../identity/caller.ts';
import type { Parts } from '../parts.ts';
import { type Action, actionsOf } from '../things/actions.ts';
import { type ClockSeen, clockSeen } from '../things/clock-view.ts';
import { collectionOf } from '../things/kinds.ts';
import { asKnown, type KnownThing } from '../things/known-thing.ts';
import { withSchemes } from '../things/schemes-at-hand.ts';
import { titleOf } from '../things/title-of.ts';
import { mostUrgent, type WaitingRow } from './waiting.ts';

/** What is shown at most. */
export const most = 200;

/** A thing that waits for somebody, as it stands, with what they may do to it now and the clocks that run. */
export type WaitingThing = {
  thing: KnownThing;
  since: string;
  due: string | null;
  /** Until it is due, by the calendar of its pack; negative when it is overdue. */
  workingDaysLeft: number | null;
  actions: Action[];
  clocks: ClockSeen[];
};

/** Things out of somebody's inbox, in its order. */
export async function waitingThings(waiting: WaitingRow[], caller: Caller, all: Parts): Promise<WaitingThing[]> {
  const { reader, committing, time } = all;
  const ids = waiting.map(({ thingId }) => thingId);
  const [things, parts, clocks, now] = await Promise.all([
    reader.thing.findMany({ where: { id: { in: ids } } }),
    reader.thingPart.findMany({ where: { thingId: { in: ids } } }),
    reader.clock.findMany({ where: { thingId: { in: ids } }, orderBy: [{ due: 'asc' }, { name: 'asc' }] }),
    time.now(),
  ]);
  const today = dateOf(now);
  const partsOf = Map.groupBy(parts, ({ thingId }) => thingId);
  const clocksOf = Map.groupBy(clocks, ({ thingId }) => thingId);
  const whole = things.map((row) => asKnown(row, partsOf.get(row.id) ?? [], committing.packs));
  const known = new Map((await withSchemes(whole, caller, all)).map((thing) => [thing.id, thing]));
  return waiting.flatMap(({ thingId, since, due }) => {
    const thing = known.get(thingId);
    if (!thing) return [];
    return [
      {
        thing,
        since: since.toISOString(),
        due: due?.toISOString() ?? null,
        workingDaysLeft: due ? workingDaysBetween(thing.pack.calendar, today, dateOf(due.toISOString())) : null,
        actions: actionsOf(thing, caller, now),
        clocks: (clocksOf.get(thingId) ?? []).map((clock) => clockSeen(clock, thing)),
      },
    ];
  });
}

/** What waits for somebody, the most urgent first, as programs read it. */
export async function waitingOf(caller: Caller, parts: Parts) {
  const rows = await mostUrgent(caller, parts.reader, most);
  const waiting = await waitingThings(rows.slice(0, most), caller, parts);
  return waiting.map(({ thing: { id, kind, state, chart, data }, since, due, workingDaysLeft, actions }) => ({
    kind,
    id,
    title: titleOf(data, id),
    state,
    stateTitle: chart.states[state]?.title ?? { vi: state, en: state },
    since,
    due,
    workingDaysLeft,
    href: `/api/${collectionOf(kind) ?? kind}/${id}`,
    actions: actions.map(({ command, title }) => ({ command, title })),
  }));
}
