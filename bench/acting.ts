import { randomUUID } from 'node:crypto';
import { type Committing, commit } from '../commit/commit.ts';
import { openDatabase } from '../commit/database.ts';
import type { Outcome } from '../commit/outcome.ts';
import { ensureRehearsalClock } from '../commit/rehearsal.ts';
import { loadPacks } from '../config/regulations.ts';
import { kinds } from '../domain/kinds.ts';
import type { ThingKind } from '../domain/process/chart.ts';
import { inputOf } from '../domain/process/handle.ts';
import { sampleActors } from '../test/support/actors.ts';
import { completeProposal } from '../test/support/proposals.ts';
import type { OwnDatabase } from './own-services.ts';

export const roundId = '645-2021-2025.2022.central';
const openedOn = '2022-01-10';

/** The sample persons at work on a database, straight through the one way in: what HTTP would do, without its time. */
export async function openActing({ url }: OwnDatabase) {
  const database = openDatabase(url, 10);
  const at: Committing = { database, packs: loadPacks(), rehearsal: true };
  await ensureRehearsalClock(at, openedOn);
  const actor = await sampleActors(database);

  /** Gives a command that must be accepted. @throws Error with the rule that said no */
  async function act(by: string, kind: ThingKind, thing: string | null, name: string, input: unknown = {}): Promise<Outcome> {
    const who = by === 'process' ? { id: 'process', name: '', positions: [] } : actor(by);
    const parsed = inputOf(kinds[kind], name)?.parse(input) ?? input;
    const outcome = await commit(at, { id: randomUUID(), kind, thing, name, input: parsed, actor: who });
    if (outcome.refused) throw new Error(`${by} may not give ${name} to ${kind} ${thing}: ${outcome.refused.rule}`);
    return outcome;
  }

  return {
    at,
    database,
    act,
    openRound: () =>
      act('agency-head', 'round', null, 'open-round', {
        programme: '645-2021-2025',
        year: 2022,
        route: 'central',
        ceilings: [{ source: 'programme', ceilingDong: 6_860_000_000 }],
      }),
    async draft(title?: string): Promise<string> {
      const proposal = completeProposal(title === undefined ? {} : { title });
      return (await act('host-drafter.vecom', 'scheme', null, 'draft-scheme', { roundId, proposal })).id;
    },
    /** Moves the programme's clock at once; what would have struck on the way does not. */
    async moveTo(day: string): Promise<void> {
      await act('administrator', 'clock', 'clock', 'move-clock', { to: day });
      const { rows } = await database.query<{ target: string }>("SELECT target FROM programme_clock WHERE id = 'clock'");
      await act('process', 'clock', 'clock', 'advance-clock', { now: rows[0]?.target });
    },
    close: () => database.end(),
  };
}
export type Acting = Awaited<ReturnType<typeof openActing>>;
