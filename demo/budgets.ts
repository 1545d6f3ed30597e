import { type PlanView, proposalOf } from './proposals.ts';
import type { Tale } from './tales.ts';

/** What a tale asks for, from its own proposal and never from the system, so that the story told again says the same. đồng */
export type Budget = { programme: number; others: { source: string; amountDong: number }[] };
export function budgetOf(tale: Tale, plan: PlanView): Budget {
  const funding = proposalOf(tale, plan, 2022).lines.flatMap((line) => line.funding);
  const others = funding.filter(({ source }) => source !== 'programme').map(({ source, amountDong }) => ({ source, amountDong }));
  return { programme: funding.filter(({ source }) => source === 'programme').reduce((sum, f) => sum + f.amountDong, 0), others };
}
const reducedBudget: Budget = { programme: 100_000_000, others: [{ source: 'local', amountDong: 43_000_000 }] };
/** What it is carried out with: one scheme is given less than it was approved for. */
export const givenOf = (tale: Tale, plan: PlanView): Budget => (tale.twists.includes('reduced') ? reducedBudget : budgetOf(tale, plan));
