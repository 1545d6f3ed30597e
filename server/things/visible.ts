import type { Council } from '../../domain/council/state.ts';
import type { RegulationPack } from '../../domain/regulation/pack.ts';
import { publicRound, weighsRound } from '../../domain/round/public-round.ts';
import type { Round } from '../../domain/round/state.ts';
import type { Caller } from '../identity/caller.ts';
import { visibleFactOfCouncil, visibleItems } from './council-view.ts';
import { visibleDocument, visibleFactOfDocument } from './document-view.ts';
import type { Data } from './kinds.ts';
import type { KnownThing } from './known-thing.ts';

/** A thing's data as somebody may see them: ballots stay secret until they are counted, what is weighed stays with those who weigh it, what was taken back with its own house. */
export function visibleData({ kind, data, pack }: Pick<KnownThing, 'kind' | 'data' | 'pack'>, viewer: Caller): Data {
  if (kind === 'council') return { ...data, items: visibleItems(asCouncil(data).items, viewer) } as Data;
  if (kind === 'round') return publicRound(asRound(data), viewer, pack) as Data;
  if (kind === 'document') return visibleDocument(data, viewer, pack);
  return data;
}

const openFacts = new Set(['round-opened', 'round-extended', 'round-closed']);

/** A fact's data as somebody may see them; null where they are hidden. */
export function visibleFact(
  fact: { type: string; data: Data; actor: string },
  thing: { kind: string; data: Data; pack: RegulationPack },
  viewer: Caller,
): Data | null {
  if (thing.kind === 'council') return visibleFactOfCouncil(fact, asCouncil(thing.data), viewer);
  if (thing.kind === 'document') return visibleFactOfDocument(fact, thing.data, viewer, thing.pack);
  if (thing.kind === 'round' && !openFacts.has(fact.type)) return weighsRound(asRound(thing.data), viewer, thing.pack) ? fact.data : null;
  return fact.data;
}

const asCouncil = (data: unknown) => data as Council;
const asRound = (data: unknown) => data as Round;
