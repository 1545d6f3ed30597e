import { z } from 'zod';
import { isRefusal, type Refusal, refuse } from '../command.ts';
import { positiveDong } from '../money/dong.ts';
import { text } from '../text.ts';
import { requestMeant, sumOf } from './requests.ts';
import type { MoneyRequest, Scheme } from './state.ts';

/** Without `no`, the request that waits; without `amountDong`, the sum as it stands. */
export const Examination = z.strictObject({
  no: z.int().positive().optional(),
  amountDong: positiveDong.optional(),
  note: text(2_000).default(''),
});
export type Examination = z.infer<typeof Examination>;

/** A request examined: the sum that stays, and what of a payment's sum clears advances. đồng */
export type Examined = { no: number; amountDong: number; clearedAdvanceDong: number; note: string };

/**
 * Finance examines a request for money in two steps: one prepares it and may lower the sum with a note, another approves just what was
 * prepared. Refuses with rules of the request's kind: `advance.not-prepared`, `payment.raised` …
 */
export function examine(scheme: Scheme, kind: MoneyRequest['kind'], input: Examination, preparing: boolean): Examined | Refusal {
  const request = requestMeant(scheme, { kind, no: input.no, in: ['requested', 'prepared'] });
  if (isRefusal(request)) return request;
  const { no, status } = request;
  if (preparing && status === 'prepared') return refuse(`${kind}.prepared`, { no }, undefined, 409);
  if (!preparing && status === 'requested') return refuse(`${kind}.not-prepared`, { no }, undefined, 409);
  const standsDong = sumOf(request);
  const amountDong = input.amountDong ?? standsDong;
  if (!preparing && amountDong !== standsDong) return refuse(`${kind}.not-as-prepared`, { no, amountDong, preparedDong: standsDong });
  if (amountDong > standsDong) return refuse(`${kind}.raised`, { no, amountDong, askedDong: standsDong });
  if (amountDong < standsDong && input.note === '') return refuse(`${kind}.lowered-why`, { no, amountDong, askedDong: standsDong });
  return { no, amountDong, clearedAdvanceDong: Math.min(amountDong, request.clearedAdvanceDong), note: input.note };
}
