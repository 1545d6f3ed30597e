import type { Actor } from '../command.ts';
import { readerKeys } from '../process/permit.ts';
import type { RegulationPack } from '../regulation/pack.ts';
import type { Round } from './state.ts';

/** Whether somebody belongs to those who weigh the round's schemes: ministry, agency, finance, the round's province, auditors. */
export function weighsRound(round: Round, viewer: Actor, pack: RegulationPack): boolean {
  const keys = readerKeys(viewer);
  const { agency, ministry, finance } = pack.organisations;
  const officials = ['role:auditor', ...[agency, ministry, finance].map((id) => `org:${id}`)];
  return [...officials, ...(round.provinceId ? [`province:${round.provinceId}`] : [])].some((key) => keys.includes(key));
}

/** The round as a viewer may see it: others than those who weigh it see the call, its dates and ceilings, not the ranking, nor what is drawn up for the signer or about one scheme. */
export function publicRound(round: Round, viewer: Actor, pack: RegulationPack): Round {
  if (weighsRound(round, viewer, pack)) return round;
  const documents = round.documents.filter(({ type }) => type === 'call-letter');
  return { ...round, documents, ranking: [], decisions: [], allocations: [], openDecisions: 0 };
}
