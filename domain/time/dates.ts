import { z } from 'zod';

/** A calendar date as `'2022-03-31'`; a day that does not exist is refused. */
export const IsoDate = z.iso.date().meta({ description: 'Ngày (YYYY-MM-DD) · Date' });
export type IsoDate = z.infer<typeof IsoDate>;

/** A moment in UTC as `'2022-03-31T16:59:59.999Z'`. */
export const Instant = z.iso.datetime({ offset: false }).meta({ description: 'Thời điểm (UTC) · Moment in UTC' });
export type Instant = z.infer<typeof Instant>;

const dayMs = 86_400_000;

/** The date a number of calendar days later (earlier if negative). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(midnight(date) + days * dayMs).toISOString().slice(0, 10);
}

/** The date a number of whole years later; 29 February becomes the 28th where there is none. */
export function addYears(date: IsoDate, years: number): IsoDate {
  const [year, month, day] = partsOf(date);
  const lastOfMonth = new Date(Date.UTC(year + years, month, 0)).getUTCDate();
  return isoDate(year + years, month, Math.min(day, lastOfMonth));
}

/** How many calendar days lie from one date to another; negative if `to` comes first. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((midnight(to) - midnight(from)) / dayMs);
}

/** The first such day of a month on or after the date: `nextDayOfMonth('2022-03-26', 25)` → `'2022-04-25'`. Short months give their last day. */
export function nextDayOfMonth(date: IsoDate, day: number): IsoDate {
  const [year, month] = partsOf(date);
  const inThisMonth = dayInMonth(year, month, day);
  return inThisMonth >= date ? inThisMonth : dayInMonth(year, month + 1, day);
}

/** The first such day of a year on or after the date: `nextDayOfYear('2022-12-31', '12-30')` → `'2023-12-30'`. */
export function nextDayOfYear(date: IsoDate, monthDay: string): IsoDate {
  const [year] = partsOf(date);
  const inThisYear = dateInYear(year, monthDay);
  return inThisYear >= date ? inThisYear : dateInYear(year + 1, monthDay);
}

/** The date in a year that a month and day name: `dateInYear(2022, '03-31')` → `'2022-03-31'`. Throws a RangeError if the day does not exist. */
export function dateInYear(year: number, monthDay: string): IsoDate {
  const date = `${String(year).padStart(4, '0')}-${monthDay}`;
  if (!IsoDate.safeParse(date).success) throw new RangeError(`No such day: ${date}.`);
  return date;
}

/** Whether the date is a Saturday or a Sunday. */
export function isWeekend(date: IsoDate): boolean {
  const day = new Date(midnight(date)).getUTCDay();
  return day === 0 || day === 6;
}

/** Year, month 1–12 and day 1–31 of a date. */
export function partsOf(date: IsoDate): [year: number, month: number, day: number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

function dayInMonth(year: number, month: number, day: number): IsoDate {
  const lastOfMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1, Math.min(day, lastOfMonth))).toISOString().slice(0, 10);
}

function isoDate(year: number, month: number, day: number): IsoDate {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

function midnight(date: IsoDate): number {
  const ms = Date.parse(`${date}T00:00:00.000Z`);
  if (Number.isNaN(ms)) throw new RangeError(`Not a date: ${date}.`);
  return ms;
}
