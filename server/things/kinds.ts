import type { CommandDefinition, FactBase, Json, Kind } from '../../domain/command.ts';
import { kinds } from '../../domain/kinds.ts';
import type { ThingKind } from '../../domain/process/chart.ts';
import type { RegulationPack } from '../../domain/regulation/pack.ts';

export type Data = Record<string, Json>;

/** A kind of thing, whatever it is: its data are plain JSON. */
export const kindOf = (kind: ThingKind): Kind<Data, FactBase> => kinds[kind] as Kind<Data, FactBase>;

/** Things as their addresses name them. */
export const collections = {
  rounds: 'round',
  schemes: 'scheme',
  councils: 'council',
  documents: 'document',
  incoming: 'incoming',
  plans: 'plan',
} as const;
export type Collection = keyof typeof collections;
export const collectionNames = Object.keys(collections) as Collection[];
export const collectionOf = (kind: ThingKind): Collection | null => collectionNames.find((name) => collections[name] === kind) ?? null;

/** The commands of a kind that people give, those the process alone gives left out. */
export function peopleCommands(kind: ThingKind, packs: Iterable<RegulationPack>): CommandDefinition<Data, FactBase, unknown>[] {
  const given = new Set<string>();
  for (const pack of packs) {
    for (const process of Object.values(pack.processes)) {
      for (const [name, command] of Object.entries(process[kind].commands)) {
        if (command.by.some((holder) => holder.of !== 'process')) given.add(name);
      }
    }
  }
  return Object.values(kindOf(kind).commands).filter(({ name }) => given.has(name));
}

/** What a command is called: its title in the first chart that has it. */
export function commandTitle(kind: ThingKind, name: string, packs: Iterable<RegulationPack>): { vi: string; en: string } {
  for (const pack of packs) {
    for (const process of Object.values(pack.processes)) {
      const title = process[kind].commands[name]?.title;
      if (title) return title;
    }
  }
  return { vi: name, en: name };
}
