import type { Json } from '../../domain/command.ts';
import type { AgendaItem, Council } from '../../domain/council/state.ts';
import type { Caller } from '../identity/caller.ts';

const counted = ({ status }: AgendaItem) => status === 'counted' || status === 'concluded';
/** What a fact says of somebody's opinion before the count. */
const secret = new Set(['vote', 'conditions', 'scores', 'total', 'comment', 'view', 'text']);
const secretFacts = new Set(['ballot-cast', 'score-sheet-submitted', 'written-view-submitted']);

/** An item as somebody may see it: until its ballot is counted everybody sees who has answered, and the answer of nobody but themselves. */
function visibleItem(item: AgendaItem, viewer: Caller): AgendaItem {
  if (counted(item)) return item;
  return {
    ...item,
    ballots: item.ballots.map((ballot) => (ballot.by === viewer.id ? ballot : hidden(ballot))),
    sheets: item.sheets.map((sheet) => (sheet.by === viewer.id ? sheet : hidden(sheet))),
    writtenViews: item.writtenViews.map((view) => (view.by === viewer.id ? view : hidden(view))),
  };
}
/** The same without the opinion. Whoever reads it finds `by` and `on` alone. */
const hidden = <T extends object>(answer: T): T => Object.fromEntries(Object.entries(answer).filter(([key]) => !secret.has(key))) as T;

export const visibleItems = (items: Record<string, AgendaItem>, viewer: Caller): Record<string, AgendaItem> =>
  Object.fromEntries(Object.entries(items).map(([id, item]) => [id, visibleItem(item, viewer)]));

/** The data of a council's fact as somebody may see them; null where they are hidden. */
export function visibleFactOfCouncil(
  fact: { type: string; data: Record<string, Json>; actor: string },
  council: Pick<Council, 'items'>,
  viewer: Caller,
): Record<string, Json> | null {
  if (!secretFacts.has(fact.type) || fact.actor === viewer.id) return fact.data;
  const item = council.items[String(fact.data.schemeId)];
  return item && counted(item) ? fact.data : null;
}
