import { z } from 'zod';
import { refuse } from '../../command.ts';
import { positiveDong, sumDong } from '../../money/dong.ts';
import { supportSource } from '../../scheme/amount.ts';
import { approvedNotAllocated, askedAmounts, ceilingNeeds, freeDong, overOtherCeiling, schemeOfRound, sumOf } from '../ceiling.ts';
import { Reason, roundCommand, ThingId } from '../command.ts';

/**
 * Money has come free and a scheme moves up from the waiting list. The first that waits goes first; whoever takes another gives the reason.
 * `proposedDong` may be less than before, đồng.
 */
export const promoteFromWaitingList = roundCommand('promote-from-waiting-list', {
  input: z.strictObject({ schemeId: ThingId, proposedDong: positiveDong.optional(), reason: Reason.optional() }),
  needs: ({ state, pack }) =>
    ceilingNeeds(
      state,
      pack,
      state.ranking.map(({ schemeId }) => schemeId),
    ),

  decide({ input, id, state, pack, situation }) {
    const source = supportSource(state.route);
    const scheme = schemeOfRound(situation, input.schemeId, id);
    const place = state.ranking.find(({ schemeId }) => schemeId === input.schemeId);
    const waits = ({ schemeId, list }: (typeof state.ranking)[number]) =>
      list === 'waiting' && situation.things[schemeId]?.state === 'waiting-list';
    if (!scheme || !place || !waits(place)) return refuse('ranking.not-waiting', { scheme: scheme?.data.proposal.title ?? input.schemeId });

    const title = scheme.data.proposal.title;
    const first = state.ranking.find(waits);
    if (first && first.schemeId !== input.schemeId && input.reason === undefined) {
      return refuse('ranking.skips-one', { scheme: title, first: schemeOfRound(situation, first.schemeId, id)?.data.proposal.title ?? '' });
    }
    const proposedDong = input.proposedDong ?? place.proposedDong;
    const askedDong = sumOf(askedAmounts(scheme.data.proposal), source);
    if (proposedDong > askedDong) return refuse('ranking.over-asked', { scheme: title, proposedDong, askedDong });

    const decided = new Set(approvedNotAllocated(state).map(({ schemeId }) => schemeId));
    const ahead = state.ranking.filter(
      ({ schemeId, list }) =>
        list === 'ranked' && !decided.has(schemeId) && ['recommended', 'ranked'].includes(situation.things[schemeId]?.state ?? ''),
    );
    const free = freeDong(state, source, situation, pack) - sumDong(ahead.map((one) => one.proposedDong));
    if (proposedDong > free) return refuse('round.over-ceiling', { sumDong: proposedDong, freeDong: Math.max(0, free), source });

    const together = [...ahead.map(({ schemeId }) => schemeOfRound(situation, schemeId, id)), scheme];
    const over = overOtherCeiling(
      state,
      situation,
      together.flatMap((one) => (one ? askedAmounts(one.data.proposal) : [])),
    );
    if (over) return refuse('round.over-ceiling', over);

    const ranking = state.ranking.map((one) => (one === place ? { ...one, proposedDong, list: 'ranked' as const } : one));
    return [{ type: 'scheme-promoted', schemeId: input.schemeId, reason: input.reason ?? null, ranking }];
  },
});
