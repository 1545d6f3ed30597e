import { type Committing, commit } from '../../commit/commit.ts';
import { fulfil } from '../../commit/fulfil.ts';
import { derivedId } from '../../commit/home.ts';
import type { Json } from '../../domain/command.ts';
import type { ThingKind } from '../../domain/process/chart.ts';
import { process } from '../process.ts';
import type { Waker } from '../wake.ts';
import { type OwedRow, owedRow } from './owed.ts';

/** `place` tells it from the others that the same obligation names: it stays the same though one of those is no longer among them. */
type Told = { place: string; thing: string; kind: ThingKind; command: string; input: Json };

/**
 * Gives another thing the command that this one owes it, under an id derived from the obligation: told twice, it happens once.
 * A refusal ends the obligation: the other thing has moved on by itself (withdrawn, say), and that is kept with its rule.
 */
export const tell =
  (at: Committing, waker: Pick<Waker, 'wake'>) =>
  async (key: string): Promise<void> => {
    const owed = await owedRow(at, key);
    if (!owed || owed.done) return;
    const refused: string[] = [];
    for (const told of await targets(at, owed)) {
      const outcome = await commit(at, {
        id: derivedId(`${key}/${told.place}`),
        kind: told.kind,
        thing: told.thing,
        name: told.command,
        input: told.input,
        actor: process,
      });
      if (outcome.wakes) waker.wake(outcome.kind, outcome.id, outcome.seq);
      if (outcome.refused) refused.push(`${told.thing}: ${outcome.refused.rule}`);
    }
    await fulfil(at, key, { refused: refused.join('; ') || null });
  };

async function targets(at: Committing, owed: OwedRow): Promise<Told[]> {
  const {
    thing,
    to,
    targets: many,
    command,
    input,
  } = owed.params as { thing?: string; to?: string; targets?: string; command: string; input?: Json };
  if (many === 'drafts-of-round') {
    const { rows } = await at.database.query<{ id: string }>({
      name: 'drafts-of-round',
      text: "SELECT id FROM scheme WHERE round_id = $1 AND state IN ('draft', 'at-province') ORDER BY created_at, id",
      values: [owed.thing],
    });
    return rows.map(({ id }) => ({ place: id, thing: id, kind: 'scheme', command, input: input ?? {} }));
  }
  const id = thing === undefined || thing === 'self' || to === 'self' ? owed.thing : thing;
  const { rows } = await at.database.query<{ kind: ThingKind }>({
    name: 'kind-of',
    text: 'SELECT kind FROM thing WHERE id = $1',
    values: [id],
  });
  const kind = rows[0]?.kind;
  if (!kind) throw new Error(`There is no thing ${id} to be told "${command}".`);
  return [{ place: '0', thing: id, kind, command, input: input ?? {} }];
}
