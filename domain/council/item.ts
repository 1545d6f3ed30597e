import type { CouncilFact } from './facts.ts';
import type { AgendaItem } from './state.ts';

/** Facts about one scheme on the agenda. */
export type ItemFact = Extract<CouncilFact, { schemeId: string }>;

/** The item after a fact about it. */
export function evolveItem(item: AgendaItem, fact: ItemFact, { today, actor }: { today: string; actor: string }): AgendaItem {
  switch (fact.type) {
    case 'interest-declared': {
      const { kind, text, bars } = fact;
      const others = item.interests.filter(({ by, derived }) => by !== actor || derived);
      return { ...item, interests: [...others, { by: actor, kind, text, bars, derived: false }] };
    }
    case 'item-opened':
      return { ...item, status: 'open' };
    case 'score-sheet-submitted': {
      const { scores, total, comment } = fact;
      return { ...item, sheets: [...item.sheets.filter(({ by }) => by !== actor), { by: actor, scores, total, comment, on: today }] };
    }
    case 'written-view-submitted': {
      const { view, text } = fact;
      return { ...item, writtenViews: [...item.writtenViews.filter(({ by }) => by !== actor), { by: actor, view, text, on: today }] };
    }
    case 'ballot-opened':
      return { ...item, status: 'balloting' };
    case 'ballot-cast':
      return { ...item, ballots: [...item.ballots, { by: actor, vote: fact.vote, conditions: fact.conditions, on: today }] };
    case 'ballot-closed': {
      const { type: _, schemeId: _id, ...result } = fact;
      return { ...item, status: 'counted', result };
    }
    case 'item-concluded':
      return { ...item, status: 'concluded', conditions: fact.conditions, reviseBy: fact.reviseBy };
    case 'item-adjourned':
      return { ...item, status: 'adjourned' };
    case 'dissent-recorded':
      return { ...item, dissents: [...item.dissents.filter(({ by }) => by !== actor), { by: actor, text: fact.text }] };
  }
}
