import { z } from 'zod';
import { isRefusal, type Question, type Refusal, refuse } from '../../command.ts';
import { sumDong } from '../../money/dong.ts';
import { stateTitle } from '../../process/state-title.ts';
import { hasCouncil } from '../../scheme/adjustment-way.ts';
import { Amounts, supportSource } from '../../scheme/amount.ts';
import { askedAmounts, ceilingNeeds, cutTo, freeDong, overOtherCeiling, schemeOfRound, sumOf } from '../ceiling.ts';
import { Reason, roundCommand, ThingId } from '../command.ts';
import type { ListedScheme, Round } from '../state.ts';

export const ProposeDecision = z.strictObject({
  /** Approvals may leave out `amounts`: then the proposed sum is given, cut alike over the years, with the counterpart funds as offered. */
  list: z
    .array(
      z.strictObject({
        schemeId: ThingId,
        outcome: z.enum(['approve', 'refuse']),
        amounts: Amounts.optional(),
        reason: Reason.optional(),
      }),
    )
    .min(1)
    .max(500),
});
export type ProposeDecision = z.infer<typeof ProposeDecision>;
type Listed = ProposeDecision['list'][number];

const undecided = ['recommended', 'ranked', 'waiting-list', 'not-recommended'];

/**
 * The agency lays a list before the signer: which schemes are approved with how much money of which source and year, and which are refused
 * and why. Approvals together stay within the free part of the ceiling. Submission and draft decisions follow.
 */
export const proposeDecision = roundCommand('propose-decision', {
  input: ProposeDecision,
  needs: ({ input, state, pack }) =>
    ceilingNeeds(
      state,
      pack,
      input.list.map(({ schemeId }) => schemeId),
    ),

  decide(question) {
    const { input, state, pack, situation } = question;
    const ids = input.list.map(({ schemeId }) => schemeId);
    const twice = ids.find((schemeId, index) => ids.indexOf(schemeId) < index);
    if (twice) return refuse('decision.twice', { scheme: twice });

    const list: ListedScheme[] = [];
    for (const listed of input.list) {
      const checked = checkListed(question, listed);
      if (isRefusal(checked)) return checked;
      list.push(checked);
    }
    const source = supportSource(state.route);
    const approvedDong = sumDong(list.map(({ amounts }) => sumOf(amounts, source)));
    const free = freeDong(state, source, situation, pack);
    if (approvedDong > free) return refuse('round.over-ceiling', { sumDong: approvedDong, freeDong: free, source });
    const over = overOtherCeiling(
      state,
      situation,
      list.flatMap(({ amounts }) => amounts),
    );
    if (over) return refuse('round.over-ceiling', over);
    const no = state.decisions.length + 1;
    return { facts: [{ type: 'decision-proposed', no, list }], result: { decisionNo: no } };
  },
});

const notRecommended = (byCouncil: boolean): string =>
  `${byCouncil ? 'Hội đồng thẩm định' : 'Cơ quan tài chính thẩm định'} không đề nghị phê duyệt đề án.`;

function checkListed({ id, state, pack, situation }: Question<Round, ProposeDecision>, listed: Listed): ListedScheme | Refusal {
  const { schemeId, outcome } = listed;
  const scheme = schemeOfRound(situation, schemeId, id);
  if (!scheme) return refuse('decision.not-of-this-round', { scheme: schemeId });
  const title = scheme.data.proposal.title;
  const pending = state.decisions.find(({ status, list }) => status === 'proposed' && list.some((one) => one.schemeId === schemeId));
  if (pending) return refuse('decision.already-open', { scheme: title, decisionNo: pending.no });
  if (!undecided.includes(scheme.state))
    return refuse('decision.not-now', { scheme: title, state: stateTitle(pack, scheme.route, 'scheme', scheme.state) });

  if (outcome === 'refuse') {
    const failed = scheme.state === 'not-recommended';
    if (!failed && listed.reason === undefined) return refuse('decision.reason-needed', { scheme: title });
    return { schemeId, outcome, amounts: [], reason: listed.reason ?? notRecommended(hasCouncil(state, pack)) };
  }
  const ranked = state.ranking.find((one) => one.schemeId === schemeId && one.list === 'ranked');
  if (!ranked || scheme.state === 'not-recommended') return refuse('decision.not-ranked', { scheme: title });

  const source = supportSource(state.route);
  const amounts = listed.amounts ?? cutTo(askedAmounts(scheme.data.proposal), source, ranked.proposedDong);
  const keys = amounts.map((amount) => `${amount.source}/${amount.year}`);
  if (new Set(keys).size < keys.length) return refuse('decision.amount-twice', { scheme: title });
  const supportDong = sumOf(amounts, source);
  if (supportDong === 0) return refuse('decision.no-support', { scheme: title, source });
  if (supportDong > ranked.proposedDong) {
    return refuse('decision.over-proposed', { scheme: title, supportDong, proposedDong: ranked.proposedDong });
  }
  return { schemeId, outcome, amounts, reason: listed.reason ?? null };
}
