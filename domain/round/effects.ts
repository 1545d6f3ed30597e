import type { Effect, Json, Kind } from '../command.ts';
import { dateOf } from '../time/programme-day.ts';
import type { RoundFact } from './facts.ts';
import type { Round } from './state.ts';

type Effects = NonNullable<Kind<Round, RoundFact>['effects']>;

/** What a round's facts owe: schemes are told of their place and of the list they stand on, and documents are drawn up from that list. */
export const roundEffects: Effects = {
  tell(params, fact, round): Effect[] {
    const command = String(params.command);
    if (params.to === 'drafts') {
      return [{ what: 'tell', params: { targets: 'drafts-of-round', command, input: { cutOff: dateOf(round.closesAt) } } }];
    }
    return told(fact).map(({ thing, input }) => ({ what: 'tell', params: { thing, command, input } }));
  },
  'draft-document'(params, fact, round): Effect[] {
    return drafts(String(params.type), fact, round).map((more) => ({ what: 'draft-document', params: more }));
  },
};

function told(fact: RoundFact): { thing: string; input: Record<string, Json> }[] {
  switch (fact.type) {
    case 'schemes-ranked':
      return fact.ranking.map(({ schemeId, ...input }) => ({ thing: schemeId, input }));
    case 'scheme-promoted':
      return fact.ranking
        .filter(({ schemeId }) => schemeId === fact.schemeId)
        .map(({ schemeId, ...input }) => ({ thing: schemeId, input }));
    case 'decision-proposed':
      return fact.list.map(({ schemeId, outcome, amounts }) => ({ thing: schemeId, input: { outcome, amounts, decisionNo: fact.no } }));
    default:
      return [];
  }
}

/** "A decision" is an approval, a refusal, or both, as the list asks; on the local route the people's committee approves the province's list. */
function drafts(type: string, fact: RoundFact, round: Round): Record<string, Json>[] {
  if (fact.type === 'allocation-proposed') return [{ type, allocationNo: fact.no }];
  if (fact.type !== 'decision-proposed') return [{ type }];
  const decisionNo = fact.no;
  if (type !== 'decision') return [{ type, decisionNo }];
  const has = (outcome: 'approve' | 'refuse') => fact.list.some((one) => one.outcome === outcome);
  const approval = round.route === 'local' ? 'local-plan-decision' : 'approval-decision';
  return [
    ...(has('approve') ? [{ type: approval, decisionNo, outcome: 'approve' }] : []),
    ...(has('refuse') ? [{ type: 'refusal', decisionNo, outcome: 'refuse' }] : []),
  ];
}
