import type { ActingActor, Json, Kind } from '../domain/command.ts';
import { kinds } from '../domain/kinds.ts';
import type { ThingKind } from '../domain/process/chart.ts';
import { type Accepted, follow } from '../domain/process/handle.ts';
import { beginning, factHash } from './chain.ts';
import type { Packs } from './commit.ts';
import type { Before } from './write.ts';

/** A fact as it stands in the database. */
export type FactRow = {
  seq: number;
  type: string;
  data: Record<string, Json>;
  at: string;
  actor: string;
  role: string | null;
  commandId: string;
  state: string;
  previousHash: string;
  hash: string;
};
export type ThingHead = { id: string; kind: ThingKind; pack: string; route: string };
/** One commit of the past, followed again. */
export type Step = { before: Before; accepted: Accepted<Record<string, Json>>; at: string; hash: string };

/** A chain of facts that is not what it was: somebody changed the database behind the system's back. */
export class BrokenChain extends Error {
  override name = 'BrokenChain';
}

/** Checks the chain and follows a thing's facts from the first to the last, commit by commit. Throws BrokenChain with the place. */
export function* replay(packs: Packs, thing: ThingHead, facts: FactRow[]): Generator<Step> {
  const kind = kinds[thing.kind] as Kind<Record<string, Json>, { type: string }>;
  const pack = packs.get(thing.pack);
  const chart = pack?.processes[thing.route]?.[thing.kind];
  if (!pack || !chart)
    throw new Error(`There is no pack ${thing.pack} with a route ${thing.route}; restore the folder under regulations/.`);
  let before: Before = { id: thing.id, seq: 0, state: chart.initial, data: kind.initial, doers: {}, clocks: [] };
  let hash = beginning(thing.id);
  for (const group of byCommand(facts)) {
    for (const [i, f] of group.entries()) {
      const seq = before.seq + i + 1;
      const expected = factHash(hash, {
        thingId: thing.id,
        seq,
        type: f.type,
        data: f.data,
        at: f.at,
        actor: f.actor,
        role: f.role,
        commandId: f.commandId,
        state: f.state,
      });
      if (f.seq !== seq || f.previousHash !== hash || f.hash !== expected)
        throw new BrokenChain(`Fact ${f.seq} of ${thing.id} is not what was taken down.`);
      hash = expected;
    }
    const first = group[0]!;
    const actor: ActingActor = { id: first.actor, name: '', positions: [], role: first.role ?? '', as: null };
    const accepted = follow(
      kind,
      chart,
      pack,
      before,
      group.map((f) => ({ type: f.type, ...f.data })),
      actor,
      first.at,
      {},
    );
    yield { before, accepted, at: first.at, hash };
    before = {
      id: thing.id,
      seq: before.seq + group.length,
      state: accepted.state,
      data: accepted.data,
      doers: accepted.doers,
      clocks: accepted.clocks,
    };
  }
}

function byCommand(facts: FactRow[]): FactRow[][] {
  const groups: FactRow[][] = [];
  for (const fact of facts) {
    const last = groups.at(-1);
    if (last && last[0]?.commandId === fact.commandId) last.push(fact);
    else groups.push([fact]);
  }
  return groups;
}
