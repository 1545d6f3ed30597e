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
