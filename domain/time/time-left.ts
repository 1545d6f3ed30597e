import type { IsoDate } from './dates.ts';
import { type WorkingCalendar, workingDaysBetween } from './working-days.ts';

/**
 * How near the last day of a term is. A term ends with its last day, also where nobody works on that day: `left` without working days says
 * that none comes any more before its end, `over` without any that it ended on days off.
 */
export type TimeLeft = { when: 'left' | 'today' | 'over'; workingDays: number };

/** How long is left on a day until the end of a term, or by how much it is over. */
export function timeLeft(calendar: WorkingCalendar, today: IsoDate, due: IsoDate): TimeLeft {
  const when = due === today ? 'today' : due > today ? 'left' : 'over';
  return { when, workingDays: Math.abs(workingDaysBetween(calendar, today, due)) };
}
