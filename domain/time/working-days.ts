import { addDays, type IsoDate, isWeekend } from './dates.ts';

/** A working-day calendar of state bodies: weekdays off by the holiday decrees, and weekend days worked in exchange. */
export type WorkingCalendar = { readonly off: readonly IsoDate[]; readonly work: readonly IsoDate[] };

/** Whether state bodies work on the date: a weekday not off, or a weekend day worked in exchange. */
export function isWorkingDay(calendar: WorkingCalendar, date: IsoDate): boolean {
  return isWeekend(date) ? calendar.work.includes(date) : !calendar.off.includes(date);
}

/**
 * The date on which `count` working days have passed after `date`; the day itself is not counted (Civil Code 91/2015/QH13, Article 147).
 * A negative count goes back ("ten working days ahead"). 0 gives the date itself, working day or not.
 * Throws a RangeError for a count that is no whole number.
 */
export function addWorkingDays(calendar: WorkingCalendar, date: IsoDate, count: number): IsoDate {
  if (!Number.isInteger(count)) throw new RangeError(`Not a whole number of working days: ${count}.`);
  const step = count < 0 ? -1 : 1;
  let day = date;
  for (let left = Math.abs(count); left > 0; ) {
    day = addDays(day, step);
    if (isWorkingDay(calendar, day)) left -= 1;
  }
  return day;
}

/** How many working days lie after `from` up to and including `to`; negative if `to` comes first. The inverse of `addWorkingDays` for working days. */
export function workingDaysBetween(calendar: WorkingCalendar, from: IsoDate, to: IsoDate): number {
  if (to < from) return -countForwards(calendar, addDays(to, -1), addDays(from, -1));
  return countForwards(calendar, from, to);
}

function countForwards(calendar: WorkingCalendar, after: IsoDate, to: IsoDate): number {
  let count = 0;
  for (let day = addDays(after, 1); day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(calendar, day)) count += 1;
  }
  return count;
}
