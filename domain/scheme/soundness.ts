import { type Json, type Refusal, refuse } from '../command.ts';
import { contentItem } from '../regulation/contents.ts';
import type { RegulationPack } from '../regulation/pack.ts';
import { ceilingBreaches, isCountable, sumOf } from './budget.ts';
import { lacksOf } from './completeness.ts';
import { amountOf, isWhole } from './line-amount.ts';
import { type Proposal, sections } from './proposal.ts';
import { titlesOf } from './section-titles.ts';

/** What may stand in a proposal however unfinished it is: an item of Annex II, and lines that are right in themselves. Null if all is sound. */
export function unsoundness(pack: RegulationPack, proposal: Proposal, route: string): Refusal | null {
  if (contentItem(pack.contents, proposal.contentItem) === undefined)
    return refuse('proposal.content-unknown', { contentItem: proposal.contentItem });
  return wrongLine(pack, proposal) ?? overCeiling(pack, proposal, route);
}

/** Whether a proposal may be handed in: complete, and sound. Years run from the round's to the programme's last. Null if it may. */
export function unreadiness(pack: RegulationPack, proposal: Proposal, { route, year }: { route: string; year: number }): Refusal | null {
  const years = { from: year, to: Number(pack.valid.to.slice(0, 4)) };
  const lacks = lacksOf(proposal, years);
  if (lacks.length > 0) {
    const missing = sections.filter((section) => lacks.some((lack) => lack.section === section));
    return refuse('proposal.incomplete', { sections: titlesOf(missing), lacks, yearFrom: years.from, yearTo: years.to });
  }
  return unsoundness(pack, proposal, route);
}

function wrongLine(pack: RegulationPack, proposal: Proposal): Refusal | null {
  if (!isCountable(proposal)) return refuse('budget.too-large', { largestDong: Number.MAX_SAFE_INTEGER });
  for (const [index, line] of proposal.lines.entries()) {
    const named: Record<string, Json> = { lineNo: index + 1, item: line.item };
    if (!pack.contents.kinds.some(({ id }) => id === line.kind))
      return refuse('budget.kind-unknown', { ...named, kind: line.kind, kinds: pack.contents.kinds.map(({ id }) => id) });
    const amountDong = amountOf(line);
    if (!isWhole(line)) return refuse('budget.not-whole', { ...named, quantity: line.quantity, unitPriceDong: line.unitPriceDong });
    const fundedDong = sumOf(line.funding);
    if (fundedDong !== amountDong) return refuse('budget.sum-differs', { ...named, amountDong, fundedDong });
    if (line.funding.some(({ source, from }) => source === 'other' && !from)) return refuse('counterpart.unnamed', named);
  }
  return null;
}

function overCeiling(pack: RegulationPack, proposal: Proposal, route: string): Refusal | null {
  const breaches = ceilingBreaches(pack, proposal, route);
  const [first] = breaches;
  if (!first) return null;
  const { basis, certainty, ...breach } = first;
  return refuse('support.over-ceiling', { ...breach, lines: breaches.map(({ lineNo }) => lineNo) }, { basis, certainty });
}
