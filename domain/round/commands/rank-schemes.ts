import { z } from 'zod';
import { refuse } from '../../command.ts';
import { positiveDong, sumDong } from '../../money/dong.ts';
import { stateTitle } from '../../process/state-title.ts';
import { supportSource } from '../../scheme/amount.ts';
import { askedAmounts, ceilingNeeds, freeDong, overOtherCeiling, schemeOfRound, sumOf } from '../ceiling.ts';
import { roundCommand, ThingId } from '../command.ts';
import { placeSchemes } from '../ranking.ts';

export const RankSchemes = z.strictObject({
  /** In order, best first, unless `place` says otherwise. Without `list`, as many as the money lasts for are ranked and the rest waits. */
  schemes: z
    .array(
      z.strictObject({
        schemeId: ThingId,
        place: z.int().positive().max(1_000).optional(),
        proposedDong: positiveDong,
        list: z.enum(['ranked', 'waiting']).optional(),
      }),
    )
    .min(1)
    .max(500),
});
export type RankSchemes = z.infer<typeof RankSchemes>;

const open = ['recommended', 'ranked', 'waiting-list'];

/**
 * The agency puts the recommended schemes in order and proposes how much each is given, đồng. What is ranked stays within the free part of
 * the ceiling; the rest is the waiting list.
 */
export const rankSchemes = roundCommand('rank-schemes', {
  input: RankSchemes,
  needs: ({ input, state, pack }) =>
    ceilingNeeds(
      state,
      pack,
      [...input.schemes, ...state.ranking].map(({ schemeId }) => schemeId),
    ),

  decide({ input, id, state, pack, situation }) {
    const source = supportSource(state.route);
    const ids = input.schemes.map(({ schemeId }) => schemeId);
    const twice = ids.find((schemeId, index) => ids.indexOf(schemeId) < index);
    if (twice) return refuse('ranking.twice', { scheme: twice });
    for (const { schemeId, proposedDong } of input.schemes) {
      const scheme = schemeOfRound(situation, schemeId, id);
      if (!scheme) return refuse('ranking.not-of-this-round', { scheme: schemeId });
      const title = scheme.data.proposal.title;
      if (!open.includes(scheme.state))
        return refuse('ranking.not-recommended', { scheme: title, state: stateTitle(pack, scheme.route, 'scheme', scheme.state) });
      const askedDong = sumOf(askedAmounts(scheme.data.proposal), source);
      if (proposedDong > askedDong) return refuse('ranking.over-asked', { scheme: title, proposedDong, askedDong });
    }
    const left = state.ranking.find(
      ({ schemeId }) => !ids.includes(schemeId) && ['ranked', 'waiting-list'].includes(situation.things[schemeId]?.state ?? ''),
    );
    if (left)
      return refuse('ranking.left-out', { scheme: schemeOfRound(situation, left.schemeId, id)?.data.proposal.title ?? left.schemeId });

    const free = freeDong(state, source, situation, pack);
    const overWith = (schemeIds: readonly string[]) =>
      overOtherCeiling(
        state,
        situation,
        schemeIds.flatMap((schemeId) => askedAmounts(schemeOfRound(situation, schemeId, id)?.data.proposal ?? { lines: [] })),
      );
    const ranking = placeSchemes(input.schemes, free, (schemeIds) => overWith(schemeIds) === null);
    if (!ranking) return refuse('ranking.places', { count: ids.length });
    const first = ranking.filter(({ list }) => list === 'ranked');
    const rankedDong = sumDong(first.map(({ proposedDong }) => proposedDong));
    if (rankedDong > free) return refuse('round.over-ceiling', { sumDong: rankedDong, freeDong: free, source });
    const over = overWith(first.map(({ schemeId }) => schemeId));
    if (over) return refuse('round.over-ceiling', over);
    return { facts: [{ type: 'schemes-ranked', ranking }], result: { ranking, freeDong: free - rankedDong } };
  },
});
