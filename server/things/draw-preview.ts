import { drawSurroundings } from '../../commit/draw-surroundings.ts';
import type { FactBase } from '../../domain/command.ts';
import { draw } from '../../domain/document/draw.ts';
import type { OfficialDocument } from '../../domain/document/model.ts';
import { dateOf } from '../../domain/time/programme-day.ts';
import type { Caller } from '../identity/caller.ts';
import type { Parts } from '../parts.ts';
import { type Data, kindOf } from './kinds.ts';
import type { KnownThing } from './known-thing.ts';

/**
 * The documents of a type as they would be drawn up if these facts came about now, the last of which owes them; nothing is written. They bear
 * no number and no code to be looked up by: they are not there yet.
 */
export async function drawPreview(
  type: string,
  thing: KnownThing,
  facts: readonly FactBase[],
  caller: Caller,
  parts: Pick<Parts, 'committing' | 'time' | 'environment'>,
): Promise<OfficialDocument[]> {
  const { committing, time, environment } = parts;
  const now = await time.now();
  const today = dateOf(now);
  const { evolve } = kindOf(thing.kind);
  const data = facts.reduce<Data>(
    (state, fact, index) => evolve(state, fact, { seq: thing.seq + index + 1, now, today, actor: caller.id }),
    thing.data,
  );
  const { type: name, ...rest } = facts.at(-1) ?? { type: '' };
  const drawn = draw(type, {
    ...(await drawSurroundings(committing, thing.kind === 'round' ? thing.id : null, today)),
    pack: thing.pack,
    today,
    now,
    rehearsal: committing.rehearsal ? { now } : null,
    sample: environment.samplePersons,
    publicUrl: environment.publicUrl,
    code: () => 'XEM-TRUOC',
    thing: { id: thing.id, kind: thing.kind, route: thing.route, state: thing.state, data },
    fact: { seq: thing.seq + facts.length, type: name, data: rest, actor: caller.id },
  });
  return drawn.map(({ content }) => {
    const { lookup: _, ...shown } = content;
    return shown;
  });
}
