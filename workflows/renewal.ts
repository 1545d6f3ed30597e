import { type Committing, commit } from '../commit/commit.ts';
import { derivedId } from '../commit/home.ts';
import type { Environment } from '../config/environment.ts';
import { process } from './process.ts';
import type { Waker } from './wake.ts';

const day = 86_400_000;
const atMost = 500;

const dueText = `SELECT id, to_char(stamp_holds_until AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS until FROM document
  WHERE stamp_holds_until < $1 AND state IN ('issued', 'corrected', 'replaced', 'recalled') AND id > $2 ORDER BY id LIMIT $3`;

/**
 * Asks for another time-stamp on every issued document whose last one nears its end; each document's own workflow then sees to it. Asked again,
 * a document is asked once for each end that it nears. Certificates end by the real clock, also in a rehearsal. Gives the documents' ids.
 */
export async function beginRenewals(
  at: Committing,
  waker: Pick<Waker, 'wake'>,
  { renewBeforeDays }: Pick<Environment, 'renewBeforeDays'>,
  now = new Date(),
): Promise<string[]> {
  const before = new Date(now.getTime() + renewBeforeDays * day);
  const begun: string[] = [];
  for (let last = ''; ; ) {
    const { rows } = await at.database.query<{ id: string; until: string }>({
      name: 'renewals-due',
      text: dueText,
      values: [before, last, atMost],
    });
    for (const { id, until } of rows) {
      const outcome = await commit(at, {
        id: derivedId(`${id}/renew/${until}`),
        kind: 'document',
        thing: id,
        name: 'renew-time-stamp',
        input: { stampHoldsUntil: until },
        actor: process,
      });
      if (outcome.wakes) waker.wake('document', id, outcome.seq);
      if (!outcome.refused && !outcome.replayed) begun.push(id);
    }
    if (rows.length < atMost) return begun;
    last = rows.at(-1)?.id ?? '';
  }
}

/** Looks every night at two, Hà Nội time, and once at the start. Where it fails, PostgreSQL being away, the next night comes back to it. */
export function startRenewals(
  at: Committing,
  waker: Pick<Waker, 'wake'>,
  environment: Pick<Environment, 'renewBeforeDays'>,
): { stop(): void } {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const look = async (): Promise<void> => {
    await beginRenewals(at, waker, environment).catch((error: unknown) => console.error(error));
    if (!stopped) timer = setTimeout(look, untilTwoAtNight(new Date()));
  };
  void look();
  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

/** Milliseconds until it is next two at night in Hà Nội, which is 19:00 in UTC. */
export const untilTwoAtNight = (now: Date): number => {
  const next = new Date(now);
  next.setUTCHours(19, 0, 0, 0);
  return next > now ? next.getTime() - now.getTime() : next.getTime() + day - now.getTime();
};
