import type { Movement, Situation, ThingView } from '../command.ts';
import { sumDong } from '../money/dong.ts';
import type { RegulationPack } from '../regulation/pack.ts';
import { type Amount, type Source, supportSource } from '../scheme/amount.ts';
import type { Proposal } from '../scheme/proposal.ts';
import type { Scheme } from '../scheme/state.ts';
import type { Round } from './state.ts';

/** The fund out of which a year's money of a source comes: the programme's is kept by the agency, a province's by the province. */
export function fundOf(round: Round, source: Source, year: number, pack: RegulationPack): Movement['fund'] {
  const ownerId = source === 'local' ? (round.provinceId ?? pack.organisations.agency) : pack.organisations.agency;
  return { programme: round.programme, year, source, ownerId };
}

/** The row of the fund of the round's own year, as the situation names it. */
export function fundIdOf(round: Round, source: Source, pack: RegulationPack): string {
  const { programme, year, ownerId } = fundOf(round, source, round.year, pack);
  return `${programme}/${year}/${source}${source === 'local' ? `/${ownerId}` : ''}`;
}

/** Sum of the amounts of one source, đồng. */
export const sumOf = (amounts: readonly Amount[], source: Source): number =>
  sumDong(amounts.filter((amount) => amount.source === source).map(({ amountDong }) => amountDong));

/** Ceiling of the state's money of the round, đồng; 0 where none was set. */
export const ceilingOf = (round: Round, source: Source): number =>
  sumDong(round.ceilings.filter((ceiling) => ceiling.source === source).map(({ ceilingDong }) => ceilingDong));

/** States in which an approval binds no money any more, because nothing will be carried out under it. */
const over = new Set(['lapsed', 'terminated', 'withdrawn', 'refused', 'closed', 'archived']);

/** Schemes that an approval covers, issued or before the signer. */
function approvedOf(round: Round): { schemeId: string; amounts: Amount[] }[] {
  return round.decisions
    .filter(({ status }) => status !== 'returned')
    .flatMap(({ list }) => list)
    .filter(({ outcome }) => outcome === 'approve');
}

/** Those of them whose money no allocation has taken up yet. */
export function approvedNotAllocated(round: Round): { schemeId: string; amounts: Amount[] }[] {
  const allocated = new Set(round.allocations.filter(({ status }) => status !== 'returned').flatMap(({ list }) => list.map(idOf)));
  return approvedOf(round).filter(({ schemeId }) => !allocated.has(schemeId));
}
const idOf = ({ schemeId }: { schemeId: string }) => schemeId;

/**
 * How much of the ceiling is still free for further approvals, đồng: the ceiling less what the year's fund has reserved and allocated, less
 * approvals not yet allocated. The ceiling is the fund's: what was carried over into the next year is no longer in it. An allocation that
 * lapses or is declined sets its money free in the fund, and so here. Never below 0.
 */
export function freeDong(round: Round, source: Source, situation: Situation, pack: RegulationPack): number {
  const fund = situation.funds[fundIdOf(round, source, pack)];
  const pending = approvedNotAllocated(round).filter(({ schemeId }) => !over.has(situation.things[schemeId]?.state ?? ''));
  const bound = (fund?.reserved ?? 0) + (fund?.allocated ?? 0) + sumDong(pending.map(({ amounts }) => sumOf(amounts, source)));
  return Math.max(0, (fund?.ceiling ?? ceilingOf(round, source)) - bound);
}

/**
 * The first source besides the state's support for which the call has a ceiling that these amounts and the approvals that stand would exceed,
 * or null. No fund answers for such money, so the approvals themselves are counted. đồng
 */
export function overOtherCeiling(
  round: Round,
  situation: Situation,
  amounts: readonly Amount[],
): { source: Source; sumDong: number; freeDong: number } | null {
  const standing = approvedOf(round).filter(({ schemeId }) => !over.has(situation.things[schemeId]?.state ?? ''));
  for (const { source, ceilingDong } of othersWithCeiling(round)) {
    const boundDong = sumDong(standing.map((one) => sumOf(one.amounts, source)));
    const freeOfSource = Math.max(0, ceilingDong - boundDong);
    if (sumOf(amounts, source) > freeOfSource) return { source, sumDong: sumOf(amounts, source), freeDong: freeOfSource };
  }
  return null;
}
const othersWithCeiling = ({ ceilings, route }: Round) => ceilings.filter(({ source }) => source !== supportSource(route));

/** What a rule about the ceiling needs to know besides the schemes it is about. */
export const ceilingNeeds = (round: Round, pack: RegulationPack, schemeIds: string[]): { things: string[]; funds: string[] } => ({
  things: [...new Set([...schemeIds, ...(othersWithCeiling(round).length > 0 ? approvedOf : approvedNotAllocated)(round).map(idOf)])],
  funds: [fundIdOf(round, supportSource(round.route), pack)],
});

/** The scheme behind an id, if the situation has it and it belongs to this round. */
export function schemeOfRound(situation: Situation, schemeId: string, roundId: string): (ThingView & { data: Scheme }) | null {
  const view = situation.things[schemeId];
  if (view?.kind !== 'scheme') return null;
  const data = view.data as Scheme;
  return data.roundId === roundId ? { ...view, data } : null;
}

/** What a proposal asks for, by source and year. */
export function askedAmounts(proposal: Pick<Proposal, 'lines'>): Amount[] {
  const sums = new Map<string, Amount>();
  for (const { year, funding } of proposal.lines) {
    for (const { source, amountDong } of funding) {
      const key = `${source}/${year}`;
      const sum = (sums.get(key)?.amountDong ?? 0) + amountDong;
      if (sum > 0) sums.set(key, { source, year, amountDong: sum });
    }
  }
  return [...sums.values()];
}

/**
 * The amounts of a proposal with its support brought down to a sum: every year's share is cut alike, whole đồng, the rounding left to the
 * first year. Counterpart funds stand as they were offered.
 */
export function cutTo(asked: readonly Amount[], source: Source, supportDong: number): Amount[] {
  const total = sumOf(asked, source);
  if (total <= supportDong || total === 0) return [...asked];
  const cut = asked.map((amount) =>
    amount.source === source
      ? { ...amount, amountDong: Number((BigInt(amount.amountDong) * BigInt(supportDong)) / BigInt(total)) }
      : { ...amount },
  );
  const first = cut.find((amount) => amount.source === source);
  if (first) first.amountDong += supportDong - sumOf(cut, source);
  return cut.filter(({ amountDong }) => amountDong > 0);
}
