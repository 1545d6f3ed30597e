import type { Committing } from '../../commit/commit.ts';
import { drawSurroundings } from '../../commit/draw-surroundings.ts';
import { type FactRow, replay, type ThingHead } from '../../commit/replay.ts';
import type { DrawContext } from '../../domain/document/draw/drawn.ts';
import { dateOf } from '../../domain/time/programme-day.ts';
import type { OwedRow } from './owed.ts';

const factsText = `SELECT seq, type, data, at, actor, role, command_id AS "commandId", state, previous_hash AS "previousHash", hash
  FROM fact WHERE thing_id = $1 AND seq <= $2 ORDER BY seq`;

type Surroundings = Pick<DrawContext, 'sample' | 'publicUrl' | 'code'>;

/**
 * All that a document owed at a fact is drawn up from: the thing as that fact left it (followed anew from its facts, so that a later turn
 * gives the same), what is related to it, every organisation, and who holds which office on the day. Throws where the fact is not there.
 */
export async function drawContext(at: Committing, owed: OwedRow, surroundings: Surroundings): Promise<DrawContext> {
  const { database, packs, rehearsal } = at;
  const [heads, facts] = await Promise.all([
    database.query<ThingHead>({ name: 'draw-thing', text: 'SELECT id, kind, pack, route FROM thing WHERE id = $1', values: [owed.thing] }),
    database.query<FactRow>({ name: 'draw-facts', text: factsText, values: [owed.thing, owed.seq] }),
  ]);
  const head = heads.rows[0];
  const fact = facts.rows.at(-1);
  const pack = head && packs.get(head.pack);
  const last = head && [...replay(packs, head, facts.rows)].at(-1);
  if (!head || !pack || !last || fact?.seq !== owed.seq) throw new Error(`There is no fact ${owed.seq} of ${owed.thing}.`);
  const today = dateOf(fact.at);
  return {
    ...surroundings,
    ...(await drawSurroundings(at, head.kind === 'round' ? head.id : null, today)),
    pack,
    today,
    now: fact.at,
    rehearsal: rehearsal ? { now: fact.at } : null,
    thing: { id: head.id, kind: head.kind, route: head.route, state: last.accepted.state, data: last.accepted.data },
    fact: { seq: fact.seq, type: fact.type, data: fact.data, actor: fact.actor },
  };
}
