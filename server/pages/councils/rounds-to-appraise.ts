import { mayProposeFor } from '../../../domain/council/commands/propose-council.ts';
import { holdsRole } from '../../../domain/process/permit.ts';
import type { RegulationPack } from '../../../domain/regulation/pack.ts';
import type { Round } from '../../../domain/round/state.ts';
import type { Caller } from '../../identity/caller.ts';
import { readableBy } from '../../lists/readable.ts';
import type { Parts } from '../../parts.ts';

/** The rounds that are not over and for which somebody may propose a council, by the chart of the route and by whose round it is; the newest first. */
export async function roundsToAppraise(
  caller: Caller,
  { reader, committing }: Parts,
): Promise<{ id: string; round: Round; pack: RegulationPack }[]> {
  const rows = await reader.thing.findMany({
    where: { AND: [{ kind: 'round', state: { not: 'finished' } }, readableBy(caller)] },
    select: { id: true, data: true, pack: true, route: true },
    orderBy: { createdAt: 'desc' },
    take: 1_000,
  });
  return rows.flatMap(({ id, data, pack: name, route }) => {
    const pack = committing.packs.get(name);
    const round = data as unknown as Round;
    const may = pack && holdsRole(pack.processes[route]?.council.commands['propose-council'], caller) && mayProposeFor(round, caller, pack);
    return may ? [{ id, round, pack }] : [];
  });
}
