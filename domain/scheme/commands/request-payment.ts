import { z } from 'zod';
import { type Refusal, refuse } from '../../command.ts';
import { positiveDong } from '../../money/dong.ts';
import { Files, words } from '../../text.ts';
import { acceptedValueDong } from '../accepted-value.ts';
import { schemeCommand } from '../command.ts';
import { cashOf, leftDong, unclearedDong, undecided, unfinished, workAskedDong } from '../requests.ts';
import type { Scheme } from '../state.ts';

/**
 * The host asks to be paid for accepted work (thanh toán). `amountDong` is the value of the work; advances are cleared first, so the
 * treasury pays only what is above them. Once the settlement is confirmed, what finance still owes is asked for in the same way.
 */
export const requestPayment = schemeCommand('request-payment', {
  input: z.strictObject({ amountDong: positiveDong, purpose: words(500), files: Files.default([]) }),

  decide({ input, state: scheme }) {
    const open = undecided(scheme);
    if (open) return refuse('payment.open', { no: open.no, kind: open.kind }, undefined, 409);
    const askedDong = input.amountDong;
    const above = scheme.settlement.confirmedOn === null ? aboveAccepted(scheme, askedDong) : aboveOwed(scheme, askedDong);
    if (above) return above;
    const clearedAdvanceDong = Math.min(askedDong, unclearedDong(scheme));
    const cashDong = askedDong - clearedAdvanceDong;
    if (cashDong > leftDong(scheme)) return refuse('payment.over-contract', { askedDong, cashDong, leftDong: leftDong(scheme) });
    return [{ type: 'payment-requested', no: scheme.requests.length + 1, clearedAdvanceDong, ...input }];
  },
});

function aboveAccepted(scheme: Scheme, askedDong: number): Refusal | null {
  const acceptedDong = acceptedValueDong(scheme);
  if (acceptedDong === 0) return refuse('payment.nothing-accepted', { askedDong });
  const alreadyDong = workAskedDong(scheme);
  const possibleDong = acceptedDong - alreadyDong;
  return askedDong > possibleDong ? refuse('payment.over-accepted', { askedDong, acceptedDong, alreadyDong, possibleDong }) : null;
}

function aboveOwed(scheme: Scheme, askedDong: number): Refusal | null {
  const pendingDong = unfinished(scheme).reduce((sum, request) => sum + cashOf(request), 0);
  const owedDong = scheme.settlement.owedToHostDong - pendingDong;
  return askedDong > owedDong ? refuse('payment.over-owed', { askedDong, owedDong }) : null;
}
