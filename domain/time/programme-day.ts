import type { Instant, IsoDate } from './dates.ts';

/** Vietnam keeps UTC+7 the whole year and has known no summer time since the unification of its clocks. */
const offsetMs = 7 * 3_600_000;

/** The first moment of a Vietnamese day: `'2022-03-31'` → `'2022-03-30T17:00:00.000Z'`. */
export function startOfDay(date: IsoDate): Instant {
  return new Date(Date.parse(`${date}T00:00:00.000Z`) - offsetMs).toISOString();
}

/** The last moment of a Vietnamese day, at which a deadline on that day runs out: `'2022-03-31'` → `'2022-03-31T16:59:59.999Z'`. */
export function endOfDay(date: IsoDate): Instant {
  return new Date(Date.parse(`${date}T23:59:59.999Z`) - offsetMs).toISOString();
}

/** The date in Asia/Ho_Chi_Minh at a moment: `'2022-03-31T17:00:00.000Z'` → `'2022-04-01'`. */
export function dateOf(instant: Instant): IsoDate {
  return new Date(Date.parse(instant) + offsetMs).toISOString().slice(0, 10);
}

/** The year in Asia/Ho_Chi_Minh at a moment, in which a document is numbered or money spent. */
export function yearOf(instant: Instant): number {
  return Number(dateOf(instant).slice(0, 4));
}
