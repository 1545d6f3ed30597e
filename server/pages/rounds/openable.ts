import { isRefusal } from '../../../domain/command.ts';
import { holdsRole } from '../../../domain/process/permit.ts';
import type { RegulationPack } from '../../../domain/regulation/pack.ts';
import { ownerOf, roundId } from '../../../domain/round/commands/open-round.ts';
import type { Caller } from '../../identity/caller.ts';
import type { Parts } from '../../parts.ts';

/** A round that somebody may open: of which programme, on which route and in whose name, and for which years none is open yet. */
export type Openable = { pack: RegulationPack; route: 'central' | 'local'; provinceId: string | null; years: number[] };

/** Every round that somebody may open now, by the charts of the routes and by the command's own rule of whose it is. Years gone by are left out. */
export async function roundsToOpen(caller: Caller, { committing, reader, time }: Parts): Promise<Openable[]> {
  const thisYear = Number((await time.today()).slice(0, 4));
  const mine = [...committing.packs.values()].flatMap((pack) =>
    (['central', 'local'] as const).flatMap((route): Openable[] => {
      if (!holdsRole(pack.processes[route]?.round.commands['open-round'], caller)) return [];
      const owner = ownerOf({ route }, caller, pack);
      return isRefusal(owner) ? [] : [{ pack, route, provinceId: owner.provinceId, years: yearsOf(pack, thisYear) }];
    }),
  );
  const idOf = ({ pack, route, provinceId }: Openable, year: number) => roundId({ programme: pack.id, year, route }, provinceId);
  const ids = mine.flatMap((one) => one.years.map((year) => idOf(one, year)));
  const opened = new Set((await reader.round.findMany({ where: { id: { in: ids } }, select: { id: true } })).map(({ id }) => id));
  return mine
    .map((one) => ({ ...one, years: one.years.filter((year) => !opened.has(idOf(one, year))) }))
    .filter(({ years }) => years.length > 0);
}

function yearsOf({ valid }: RegulationPack, thisYear: number): number[] {
  const first = Math.max(thisYear, Number(valid.from.slice(0, 4)));
  const last = Number(valid.to.slice(0, 4));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}
