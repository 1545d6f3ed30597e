import { daysBetween } from '../../../domain/time/dates.ts';
import { dateOf } from '../../../domain/time/programme-day.ts';
import { pageText } from '../../../templates/page-texts.ts';
import { shownInstant } from '../../../templates/shown-values.ts';
import type { Language } from '../../http/language.ts';
import type { Caller } from '../../identity/caller.ts';
import type { Parts } from '../../parts.ts';
import { othersAt } from './working-copy.ts';

/**
 * When something was kept while somebody typed. People type by the machine's clock: of today its time is said, of an earlier day how long ago
 * that was. A rehearsal's clock stands elsewhere, so that its pages name no date and say which time is meant.
 */
export function keptWhen(savedAt: string, language: Language, rehearsal: boolean, now = new Date().toISOString()): string {
  const days = daysBetween(dateOf(savedAt), dateOf(now));
  if (days > 1) return pageText('kept-when.days', language, { days });
  const time = shownInstant(savedAt, language).slice(-'14:05'.length);
  const text = pageText(days === 1 ? 'kept-when.yesterday' : 'kept-when.today', language, { time });
  return rehearsal ? pageText('kept-when.real', language, { when: text }) : text;
}

/** Who else has typed into a form within the last half hour, and when. */
export async function othersHere(caller: Caller, key: string, language: Language, { reader, committing }: Parts) {
  const others = await othersAt(caller.id, key, reader);
  return others.map(({ name, savedAt }) => ({ name, when: keptWhen(savedAt, language, committing.rehearsal) }));
}
