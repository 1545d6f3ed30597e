import type { AgendaItem, Council } from '../../../domain/council/state.ts';
import { dateOf } from '../../../domain/time/programme-day.ts';
import type { Language } from '../../http/language.ts';
import type { Caller } from '../../identity/caller.ts';
import type { Parts } from '../../parts.ts';
import { actionsOf } from '../../things/actions.ts';
import { type KnownThing, knownThing } from '../../things/known-thing.ts';
import { visibleData } from '../../things/visible.ts';

export type KnownCouncil = {
  thing: KnownThing;
  /** As the reader may see it: what others voted, scored and wrote is left out until the count. */
  council: Council;
  caller: Caller;
  language: Language;
  now: string;
  today: string;
  /** Commands that the chart leaves open to the reader now, by what they are called. */
  open: Map<string, { vi: string; en: string }>;
};

/** A council that the caller may know of. @throws ProblemError 404 */
export async function knownCouncil(
  id: string,
  { caller, language }: Pick<KnownCouncil, 'caller' | 'language'>,
  parts: Parts,
): Promise<KnownCouncil> {
  const [thing, now] = await Promise.all([knownThing('council', id, caller, parts), parts.time.now()]);
  const open = new Map(actionsOf(thing, caller, now).map(({ command, title }) => [command, title]));
  return { thing, council: visibleData(thing, caller) as unknown as Council, caller, language, now, today: dateOf(now), open };
}

/** The items of the session now called or held, in their order; those of the last one where there is none. */
export function itemsOf({ session, sessions, items }: Council): AgendaItem[] {
  const agenda = session?.agenda ?? sessions.at(-1)?.agenda ?? [];
  return agenda.flatMap((id) => items[id] ?? []);
}

/** The item that is shown: the one asked for, else the one that is open, else the first that is not done. */
export function chosenItem(council: Council, schemeId: string | undefined): AgendaItem | null {
  const items = itemsOf(council);
  const asked = items.find((item) => item.schemeId === schemeId);
  const open = items.find((item) => item.schemeId === council.session?.openItem);
  return asked ?? open ?? items.find(({ status }) => status === 'listed') ?? items[0] ?? null;
}
