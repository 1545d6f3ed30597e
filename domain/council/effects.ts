import type { Effect, Json, Kind } from '../command.ts';
import type { CouncilFact } from './facts.ts';
import { rosterFor } from './seats.ts';
import type { Council } from './state.ts';

type Effects = NonNullable<Kind<Council, CouncilFact>['effects']>;

/** What a council's facts owe: schemes are told that they come before it and what it concluded; papers are drawn up from what was recorded. */
export const councilEffects: Effects = {
  tell: (params, fact, council): Effect[] =>
    told(fact, council).map(({ thing, input }) => ({ what: 'tell', params: { thing, command: String(params.command), input } })),
  'draft-document'(params, fact): Effect[] {
    const about: Record<string, Json> = 'schemeId' in fact ? { schemeId: fact.schemeId } : 'no' in fact ? { sessionNo: fact.no } : {};
    return [{ what: 'draft-document', params: { type: String(params.type), ...about } }];
  },
};

function told(fact: CouncilFact, council: Council): { thing: string; input: Record<string, Json> }[] {
  switch (fact.type) {
    case 'session-called':
      return fact.items.map((item) => ({
        thing: item.schemeId,
        input: { councilId: fact.councilId, sessionNo: fact.no, roster: rosterFor(council, item) },
      }));
    case 'interest-declared': {
      const { schemeId, councilId } = fact;
      const item = council.items[schemeId];
      if (!councilId || !item) return [];
      return [{ thing: schemeId, input: { councilId, sessionNo: item.sessionNo, roster: rosterFor(council, item) } }];
    }
    case 'session-cancelled':
      return fact.agenda.map((thing) => ({ thing, input: putOff(fact.councilId, fact.no) }));
    case 'item-adjourned':
      return [{ thing: fact.schemeId, input: putOff(fact.councilId, fact.sessionNo) }];
    case 'item-concluded': {
      const { type: _, schemeId, ...input } = fact;
      return [{ thing: schemeId, input }];
    }
    default:
      return [];
  }
}

const putOff = (councilId: string, sessionNo: number): Record<string, Json> => ({
  councilId,
  sessionNo,
  conclusion: 'adjourned',
  conditions: [],
  reviseBy: null,
  votes: null,
  averageScore: null,
});
