import { z } from 'zod';
import { IsoDate } from '../time/dates.ts';
import { Certainty, Grounded } from './basis.ts';

/** A weekday on which state bodies do not work, or a weekend day on which they do. */
export const SpecialDay = z.strictObject({
  date: IsoDate,
  kind: z.enum(['off', 'work']),
  name: z.string().min(1).normalize('NFC'),
  certainty: Certainty,
});
export type SpecialDay = z.infer<typeof SpecialDay>;

/** The special days of the years `from` to `to`; beyond them only weekends are known. */
export const HolidayCalendar = Grounded.extend({ fromYear: z.int(), toYear: z.int(), days: z.array(SpecialDay) });
export type HolidayCalendar = z.infer<typeof HolidayCalendar>;

/** The calendar as working days are counted by it. */
export function workingCalendar(holidays: HolidayCalendar): { off: string[]; work: string[] } {
  const datesOf = (kind: SpecialDay['kind']) => holidays.days.filter((day) => day.kind === kind).map((day) => day.date);
  return { off: datesOf('off'), work: datesOf('work') };
}
