import { z } from 'zod';
import { refuse } from '../../command.ts';
import { Instant, IsoDate } from '../../time/dates.ts';
import { dateOf, startOfDay } from '../../time/programme-day.ts';
import { clockCommand } from '../facts.ts';

const officeOpensMs = 8 * 3_600_000;
/** A day is meant as its morning, eight o'clock in Vietnam. */
const momentOf = (to: string): string =>
  new Date(to.length === 10 ? Date.parse(startOfDay(to)) + officeOpensMs : Date.parse(to)).toISOString();

/** An administrator lets the rehearsal's time go on to a day or a moment. Time never goes back: what has happened has happened. It goes
 * no further than the years whose days off are known: beyond them no deadline could be told. */
export const moveClock = clockCommand('move-clock', {
  input: z.strictObject({
    to: z.union([IsoDate, Instant]).meta({ description: 'Ngày (8 giờ sáng) hoặc thời điểm · A day (8 a.m.) or a moment' }),
  }),

  decide({ input, state, pack }) {
    const to = momentOf(input.to);
    if (to <= state.now) return refuse('clock.backwards', { to, now: state.now });
    const lastYear = pack.calendar.off.toSorted().at(-1)?.slice(0, 4) ?? '';
    if (dateOf(to).slice(0, 4) > lastYear) return refuse('clock.unknown-days', { to, lastYear });
    return [{ type: 'clock-moved', to }];
  },
});
