import type { Json } from '../../domain/command.ts';
import type { Chart, ThingKind } from '../../domain/process/chart.ts';
import { type People, readerKeys } from '../../domain/process/permit.ts';
import type { RegulationPack } from '../../domain/regulation/pack.ts';
import type { Standing } from '../../domain/scheme/standing.ts';
import { ProblemError } from '../http/problem.ts';
import type { Caller } from '../identity/caller.ts';
import type { Parts } from '../parts.ts';
import { type Data, kindOf } from './kinds.ts';
import { withSchemes } from './schemes-at-hand.ts';

/** A thing as it stands, with the law and the chart it lives by. */
export type KnownThing = {
  id: string;
  kind: ThingKind;
  seq: number;
  state: string;
  data: Data;
  doers: Record<string, string>;
  readers: string[];
  route: string;
  pack: RegulationPack;
  chart: Chart;
  people: People;
  /** Of a round or a council: schemes of which a command that is open to whom it was loaded for could be. */
  schemes: readonly Standing[];
  createdAt: string;
  updatedAt: string;
};

type Row = {
  id: string;
  kind: string;
  pack: string;
  route: string;
  seq: number;
  state: string;
  data: unknown;
  doers: unknown;
  readers: string[];
  createdAt: Date;
  updatedAt: Date;
};

/** Whether somebody with these keys may know of what these readers may know. */
export const mayRead = (readers: string[], caller: Caller): boolean => {
  const keys = readerKeys(caller);
  return readers.some((reader) => reader === 'all' || keys.includes(reader));
};

/** Loads a thing whole, for this person. @throws ProblemError 404 if there is none of this kind, or none that the caller may know of */
export async function knownThing(
  kind: ThingKind,
  id: string,
  caller: Caller,
  parts: Pick<Parts, 'reader' | 'committing'>,
): Promise<KnownThing> {
  const { reader, committing } = parts;
  const withParts = kindOf(kind).partsIn !== undefined;
  const [row, pieces] = await Promise.all([
    reader.thing.findUnique({ where: { id } }),
    withParts ? reader.thingPart.findMany({ where: { thingId: id } }) : [],
  ]);
  if (!row || row.kind !== kind || !mayRead(row.readers, caller)) throw new ProblemError('not-found');
  const thing = asKnown(row, pieces, committing.packs);
  return (await withSchemes([thing], caller, parts))[0] ?? thing;
}

/** Puts a row and its parts together with the law it lives by; the schemes that its commands may be about come by `withSchemes`. */
export function asKnown(row: Row, pieces: { key: string; data: unknown }[], packs: ReadonlyMap<string, RegulationPack>): KnownThing {
  const kind = row.kind as ThingKind;
  const definition = kindOf(kind);
  const pack = packs.get(row.pack);
  const chart = pack?.processes[row.route]?.[kind];
  if (!pack || !chart) throw new Error(`The pack ${row.pack} with route ${row.route}, by which ${row.id} lives, is not loaded.`);
  const whole = definition.partsIn
    ? { ...(row.data as Data), [definition.partsIn]: Object.fromEntries(pieces.map(({ key, data }) => [key, data as Json])) }
    : (row.data as Data);
  return {
    ...row,
    kind,
    data: whole,
    doers: row.doers as Record<string, string>,
    pack,
    chart,
    people: { relations: definition.relations(whole, pack), roster: definition.roster?.(whole) ?? {} },
    schemes: [],
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
