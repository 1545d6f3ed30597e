import type { Proposal, Section } from '../../../domain/scheme/proposal.ts';
import type { Reader } from '../../../prisma/client.ts';

/** One version of a proposal as its fact keeps it: the whole of it, with the sections that it changed. */
export type Version = { version: number; seq: number; at: string; by: string; type: string; changed: Section[]; proposal: Proposal };

const types = ['scheme-drafted', 'proposal-edited', 'supplemented', 'reduction-accepted', 'adjustment-decided'];
type Kept = { version?: number; changed?: Section[]; proposal?: Proposal; applied?: Kept | null };

/** All versions of a scheme's proposal up to a fact, the first one first. A supplement or adjustment that changed nothing of it is none. */
export async function versionsOf(thingId: string, upTo: number, reader: Pick<Reader, 'fact'>): Promise<Version[]> {
  const rows = await reader.fact.findMany({
    where: { thingId, seq: { lte: upTo }, type: { in: types } },
    select: { seq: true, type: true, data: true, at: true, actor: true },
    orderBy: { seq: 'asc' },
  });
  return rows.flatMap(({ seq, type, data, at, actor }) => {
    const kept = data as Kept;
    const { version, changed, proposal } = type === 'adjustment-decided' ? (kept.applied ?? {}) : kept;
    if (version === undefined || !proposal || !changed || (changed.length === 0 && type !== 'scheme-drafted')) return [];
    return [{ version, seq, at: at.toISOString(), by: actor, type, changed, proposal }];
  });
}
