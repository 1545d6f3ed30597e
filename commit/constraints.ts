import { type Refusal, refuse } from '../domain/command.ts';

const rules: Record<string, () => Refusal> = {
  fund_within_ceiling: () => refuse('fund.over-ceiling'),
  fund_contracted_within_allocated: () => refuse('fund.over-allocated'),
  fund_spent_within_contracted: () => refuse('fund.over-contracted'),
  fund_settled_within_spent: () => refuse('fund.over-spent'),
  fund_not_negative: () => refuse('fund.below-zero'),
  payment_slip_pkey: () => refuse('payment.slip-used'),
  thing_pkey: () => refuse('thing.exists', {}, undefined, 409),
};
/** Two at once that only have to be tried again: the same key twice, the same number, a deadlock, a serialisation failure. */
const tryAgain = new Set(['command_pkey', 'register_entry_pkey', 'fact_pkey', 'owed_pkey']);

/** What a constraint of the database says, as a refusal by a rule; 'again' where the whole commit is to be tried anew; null for anything else. */
export function refusalOfConstraint(error: unknown): Refusal | 'again' | null {
  if (!(error instanceof Error)) return null;
  const { code, constraint } = error as { code?: string; constraint?: string };
  if (code === '40001' || code === '40P01') return 'again';
  if (code !== '23505' && code !== '23514') return null;
  if (constraint && tryAgain.has(constraint)) return 'again';
  return (constraint && rules[constraint]?.()) || null;
}
