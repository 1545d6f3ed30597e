import { type Refusal, refuse, type Situation } from '../command.ts';
import type { Scheme } from './state.ts';

type Setting = { scheme: Scheme; situation: Situation; today: string; notBefore: string | null };

/**
 * What is wrong with a treasury slip, or null: a number once used in a year is used for good (`payment.slip-used`), and its date lies
 * between the decision to pay and today.
 */
export function slipProblem(
  { number, date }: { number: string; date: string },
  { scheme, situation, today, notBefore }: Setting,
): Refusal | null {
  const year = Number(date.slice(0, 4));
  const own = [...scheme.requests.flatMap(({ slip }) => slip ?? []), ...scheme.settlement.repayments];
  const used = own.some((slip) => slip.number === number && Number(slip.date.slice(0, 4)) === year);
  if (used || situation.usedSlips.includes(number)) return refuse('payment.slip-used', { slipNumber: number, year });
  if (date > today) return refuse('payment.date-ahead', { date, today });
  if (notBefore !== null && date < notBefore) return refuse('payment.date-before', { date, notBefore });
  return null;
}
