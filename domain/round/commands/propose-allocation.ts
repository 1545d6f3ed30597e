import { z } from 'zod';
import { isRefusal, type Question, type Refusal, refuse } from '../../command.ts';
import type { Account } from '../../money/ledger.ts';
import { stateTitle } from '../../process/state-title.ts';
import { type Amount, Amounts, supportSource } from '../../scheme/amount.ts';
import { words } from '../../text.ts';
import { schemeOfRound } from '../ceiling.ts';
import { roundCommand, ThingId } from '../command.ts';
import type { Round } from '../state.ts';

export const ProposeAllocation = z.strictObject({
  /** An empty list of amounts defers the scheme. Only the state's money is allocated. */
  list: z
    .array(z.strictObject({ schemeId: ThingId, amounts: Amounts }))
    .min(1)
    .max(500),
  /** The assigned estimate: number and date of the decision that assigns it. */
  estimate: words(500),
});
export type ProposeAllocation = z.infer<typeof ProposeAllocation>;

/**
 * After the estimate is assigned, its money is spread over the approved schemes: per source and year no more than approved, less where it
 * was cut. The sums are reserved in the funds at once; no two allocations can take the same money.
 */
export const proposeAllocation = roundCommand('propose-allocation', {
  input: ProposeAllocation,
  needs: ({ input }) => ({ things: input.list.map(({ schemeId }) => schemeId) }),

  decide(question) {
    const { input, state } = question;
    const ids = input.list.map(({ schemeId }) => schemeId);
    const twice = ids.find((schemeId, index) => ids.indexOf(schemeId) < index);
    if (twice) return refuse('allocation.twice', { scheme: twice });
    for (const listed of input.list) {
      const refusal = checkAllocated(question, listed);
      if (isRefusal(refusal)) return refusal;
    }
    const no = state.allocations.length + 1;
    return { facts: [{ type: 'allocation-proposed', no, ...input }], result: { allocationNo: no } };
  },
});

function checkAllocated(
  { id, state, pack, situation }: Question<Round, ProposeAllocation>,
  { schemeId, amounts }: ProposeAllocation['list'][number],
): Refusal | null {
  const scheme = schemeOfRound(situation, schemeId, id);
  if (!scheme) return refuse('allocation.not-of-this-round', { scheme: schemeId });
  const title = scheme.data.proposal.title;
  const approved = state.decisions
    .filter(({ approvals }) => approvals !== null)
    .flatMap(({ list }) => list)
    .findLast((one) => one.schemeId === schemeId && one.outcome === 'approve');
  if (!approved || !['deciding', 'approved', 'deferred'].includes(scheme.state)) {
    return refuse('allocation.not-approved', { scheme: title, state: stateTitle(pack, scheme.route, 'scheme', scheme.state) });
  }
  const earlier = state.allocations.filter(({ status, list }) => status !== 'returned' && list.some((one) => one.schemeId === schemeId));
  if (earlier.some(({ status }) => status === 'proposed')) return refuse('allocation.already-open', { scheme: title });

  const source = supportSource(state.route);
  const keys = amounts.map((amount) => `${amount.source}/${amount.year}`);
  if (new Set(keys).size < keys.length) return refuse('allocation.amount-twice', { scheme: title });
  const other = amounts.find((amount) => amount.source !== source);
  if (other) return refuse('allocation.source', { scheme: title, source: other.source, support: source });
  const given = earlier.flatMap(({ list }) => list.filter((one) => one.schemeId === schemeId).flatMap((one) => one.amounts));
  const over = overApproved(
    [...amounts, ...notTakenUp(given, scheme.data.accounts)],
    approved.amounts.filter((amount) => amount.source === source),
  );
  return over ? refuse('allocation.over-approved', { scheme: title, ...over }) : null;
}

/**
 * What was given and has not reached the scheme yet. What it took up and waits for money all the same, it declined: that may be given again.
 */
function notTakenUp(given: readonly Amount[], accounts: readonly Account[]): Amount[] {
  const takenIn = new Map(accounts.map(({ year, reserved }) => [year, -reserved]));
  return given.map((amount) => {
    const taken = Math.min(amount.amountDong, takenIn.get(amount.year) ?? 0);
    takenIn.set(amount.year, (takenIn.get(amount.year) ?? 0) - taken);
    return { ...amount, amountDong: amount.amountDong - taken };
  });
}

/** The first year up to which more would be given than was approved up to then: what is not given in one year may be given in a later one. */
function overApproved(
  given: readonly Amount[],
  approved: readonly Amount[],
): { year: number; sumDong: number; approvedDong: number } | null {
  const upTo = (amounts: readonly Amount[], year: number) =>
    amounts.filter((amount) => amount.year <= year).reduce((sum, amount) => sum + amount.amountDong, 0);
  for (const year of given.map((amount) => amount.year).toSorted((a, b) => a - b)) {
    const sumDong = upTo(given, year);
    const approvedDong = upTo(approved, year);
    if (sumDong > approvedDong) return { year, sumDong, approvedDong };
  }
  return null;
}
