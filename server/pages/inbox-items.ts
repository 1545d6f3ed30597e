import { dateOf } from '../../domain/time/programme-day.ts';
import { type TimeLeft, timeLeft } from '../../domain/time/time-left.ts';
import { findPageText, pageText } from '../../templates/page-texts.ts';
import type { Language } from '../http/language.ts';
import type { WaitingThing } from '../inbox/waiting-of.ts';
import { titleOf } from '../things/title-of.ts';
import { rank } from './schemes/actions.ts';
import { isOver, isSoon, leftText } from './time-left.ts';
import { addressOfThing, whereDone } from './where-done.ts';

type Title = { vi: string; en: string };

/** How soon something has to be done; in this order on the page. */
export const urgencies = ['overdue', 'soon', 'later', 'paused', 'open'] as const;
export type Urgency = (typeof urgencies)[number];

/** What steps aside from the way of a thing is done on its own page, where all that can be done stands. */
export const aside: ReadonlySet<string> = new Set([
  'withdraw',
  'discard-scheme',
  'propose-termination',
  'suspend',
  'lapse',
  'discard-draft',
  'delegate-chair',
  'cancel-session',
  'dissolve-council',
  'decline-appointment',
  'note-receipt',
  'certify-copy',
  'correct',
  'replace',
  'recall',
]);
const buttonsAtMost = 3;

export type Item = {
  id: string;
  seq: number;
  kind: string;
  href: string;
  title: string;
  stateTitle: Title;
  urgency: Urgency;
  /** The clock by which it is due, and the rule that sets it. */
  why: { title: Title; basis: string; certainty: string } | null;
  dueOn: string | null;
  left: string;
  actions: { title: Title | string; href: string }[];
  commands: string[];
};

/** A thing of the inbox as the page shows it on a day. */
export function itemOf({ thing, due, actions, clocks }: WaitingThing, today: string, language: Language): Item {
  const { kind, id, state, chart, data } = thing;
  const clock = clocks.find((one) => one.due !== null && one.due === due) ?? clocks.find(({ paused }) => paused) ?? null;
  const paused = due === null && clock?.paused === true;
  const left = due === null ? null : timeLeft(thing.pack.calendar, today, dateOf(due));
  return {
    id,
    seq: thing.seq,
    kind,
    href: addressOfThing(kind, id),
    title: titleOf(data, id),
    stateTitle: chart.states[state]?.title ?? { vi: state, en: state },
    urgency: urgencyOf(left, paused),
    why: clock && { title: clock.title, basis: clock.basis, certainty: `certainty.${clock.certainty}` },
    dueOn: due && dateOf(due),
    left: left ? leftText(left, language) : withoutDue(paused, clock?.leftWorkingDays ?? null, language),
    actions: buttonsOf(thing, actions, language),
    commands: actions.map(({ command }) => command),
  };
}

function urgencyOf(left: TimeLeft | null, paused: boolean): Urgency {
  if (left === null) return paused ? 'paused' : 'open';
  if (isOver(left)) return 'overdue';
  return isSoon(left) ? 'soon' : 'later';
}

/** Of what has no term, or one that does not run: how many working days it keeps. */
export function withoutDue(paused: boolean, kept: number | null, language: Language): string {
  if (!paused) return pageText('inbox.no-due', language);
  return pageText(kept === null ? 'inbox.paused' : 'inbox.paused-left', language, { days: kept ?? 0 });
}

/** What leads a thing on comes first; several commands that are given on one page are one way there. */
export function buttonsOf({ kind, id }: WaitingThing['thing'], actions: WaitingThing['actions'], language: Language): Item['actions'] {
  const ways = Map.groupBy(
    actions.filter(({ command }) => !aside.has(command)).toSorted((a, b) => rank(a) - rank(b)),
    ({ command }) => whereDone(kind, id, command),
  );
  return [...ways]
    .map(([href, [first, ...more]]) => ({
      href,
      title:
        (more.length > 0 && findPageText(`inbox.place.${href.split('/').slice(3).join('/') || kind}`, language)) || first?.title || href,
    }))
    .slice(0, buttonsAtMost);
}
