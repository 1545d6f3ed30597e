import type { Actor, Kind, Movement } from '../command.ts';
import type { RegulationPack } from '../regulation/pack.ts';
import { supportSource } from '../scheme/amount.ts';
import { ceilingOf, fundOf } from './ceiling.ts';
import { extendRound } from './commands/extend-round.ts';
import { finishRound } from './commands/finish-round.ts';
import { noteAllocation } from './commands/note-allocation.ts';
import { noteAllocationReturned } from './commands/note-allocation-returned.ts';
import { noteDecision } from './commands/note-decision.ts';
import { noteDecisionReturned } from './commands/note-decision-returned.ts';
import { noteDocument } from './commands/note-document.ts';
import { type OpenRound, openRound, provinceOf, roundId } from './commands/open-round.ts';
import { promoteFromWaitingList } from './commands/promote-from-waiting-list.ts';
import { proposeAllocation } from './commands/propose-allocation.ts';
import { proposeDecision } from './commands/propose-decision.ts';
import { rankSchemes } from './commands/rank-schemes.ts';
import { roundEffects } from './effects.ts';
import { evolveRound, initialRound } from './evolve.ts';
import type { RoundFact } from './facts.ts';
import type { Round } from './state.ts';

/** The round as the kernel knows it. Everybody who is signed in may know that it is open; what it weighs is shown by `publicRound`. */
export const roundKind: Kind<Round, RoundFact> = {
  kind: 'round',
  initial: initialRound,
  evolve: evolveRound,
  idOf: (input, actor: Actor) => roundId(input as OpenRound, provinceOf(actor)),
  commands: {
    'open-round': openRound,
    'extend-round': extendRound,
    'rank-schemes': rankSchemes,
    'promote-from-waiting-list': promoteFromWaitingList,
    'propose-decision': proposeDecision,
    'propose-allocation': proposeAllocation,
    'note-decision': noteDecision,
    'note-decision-returned': noteDecisionReturned,
    'note-allocation': noteAllocation,
    'note-allocation-returned': noteAllocationReturned,
    'finish-round': finishRound,
    'note-document': noteDocument,
  },
  relations: (round, pack) => ({
    agency: `org:${pack.organisations.agency}`,
    ministry: `org:${pack.organisations.ministry}`,
    finance: `org:${pack.organisations.finance}`,
    ...(round.provinceId && { province: `province:${round.provinceId}`, 'local-finance': `province:${round.provinceId}` }),
  }),
  readers: () => ['all'],
  effects: roundEffects,
  movements: roundMovements,
};

/** Money that a round's facts move: its ceilings, and what an allocation on its way to the signer reserves. */
function roundMovements(fact: RoundFact, before: Round, after: Round, pack: RegulationPack): Movement[] {
  switch (fact.type) {
    case 'round-opened':
      return [supportSource(fact.route)].map((source) => ({
        fund: fundOf(after, source, fact.year, pack),
        kind: 'ceiling',
        amountDong: ceilingOf(after, source),
      }));
    case 'allocation-proposed':
      return reserved(after, fact.list, 1, pack);
    case 'allocation-returned':
      return reserved(after, before.allocations.find(({ no }) => no === fact.allocationNo)?.list ?? [], -1, pack);
    default:
      return [];
  }
}

function reserved(round: Round, list: Round['allocations'][number]['list'], sign: 1 | -1, pack: RegulationPack): Movement[] {
  return list.flatMap(({ amounts }) =>
    amounts.map(({ source, year, amountDong }) => ({
      fund: fundOf(round, source, year, pack),
      kind: 'reserved' as const,
      amountDong: sign * amountDong,
    })),
  );
}
