import type { Instant, IsoDate } from '../../domain/time/dates.ts';
import { dateOf } from '../../domain/time/programme-day.ts';
import type { Reader } from '../../prisma/client.ts';

/** The programme's time as the server reads it. Commands take theirs inside the transaction. */
export type ProgrammeTime = { now(): Promise<Instant>; today(): Promise<IsoDate>; forget(): void };

const freshMs = 500;

/** Real time; in a rehearsal the clock that stands in the database, read at most twice a second. */
export function openProgrammeTime(reader: Reader, rehearsal: boolean): ProgrammeTime {
  let known: { until: number; now: Promise<Instant> } | null = null;
  const read = async (): Promise<Instant> => {
    const clock = await reader.programmeClock.findUnique({ where: { id: 'clock' } });
    return (clock?.now ?? new Date()).toISOString();
  };
  const now = async (): Promise<Instant> => {
    if (!rehearsal) return new Date().toISOString();
    const at = performance.now();
    if (!known || known.until < at) {
      const fresh = { until: at + freshMs, now: read() };
      known = fresh;
      fresh.now.catch(() => {
        if (known === fresh) known = null;
      });
    }
    return known.now;
  };
  return {
    now,
    async today() {
      return dateOf(await now());
    },
    forget() {
      known = null;
    },
  };
}
