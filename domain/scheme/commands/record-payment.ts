import { z } from 'zod';
import { isRefusal, type Refusal, refuse, type Situation } from '../../command.ts';
import { positiveDong } from '../../money/dong.ts';
import { lawValue } from '../../regulation/law-value.ts';
import type { RegulationPack } from '../../regulation/pack.ts';
import { words } from '../../text.ts';
import { schemeCommand } from '../command.ts';
import { cashOf } from '../requests.ts';
import { slipProblem } from '../slip.ts';
import type { MoneyRequest, Scheme, SlipKind } from '../state.ts';

/**
 * The treasury has paid an approved request: number, date and sum of its slip (chứng từ kho bạc), of a social organisation its payment
 * order (lệnh chi tiền). The sum is what was approved, less the advances it clears. Without `no`, the approved request that waits.
 */
export const recordPayment = schemeCommand('record-payment', {
  input: z.strictObject({
    no: z.int().positive().optional(),
    slipNumber: words(50),
    date: z.iso.date(),
    amountDong: positiveDong,
  }),
  needs: ({ input, state: scheme }) => ({
    organisations: [scheme.host.id],
    slips: [{ year: Number(input.date.slice(0, 4)), number: input.slipNumber }],
  }),

  decide({ input, state: scheme, pack, today, situation }) {
    const request = approvedRequest(scheme, input.no);
    if (isRefusal(request)) return request;
    const { no, kind, clearedAdvanceDong } = request;
    const slip = { number: input.slipNumber, date: input.date };
    const wrong = slipProblem(slip, { scheme, situation, today, notBefore: request.approvedOn ?? request.requestedOn });
    if (wrong) return wrong;
    const approvedDong = cashOf(request);
    if (input.amountDong !== approvedDong) return refuse('payment.sum-differs', { no, slipDong: input.amountDong, approvedDong });
    const settles = scheme.settlement.confirmedOn !== null;
    const path = pathOf(scheme, pack, situation, today);
    return [{ type: 'payment-recorded', no, kind, amountDong: approvedDong, clearedAdvanceDong, settles, slip: { ...slip, kind: path } }];
  },
});

function approvedRequest({ requests }: Scheme, no: number | undefined): MoneyRequest | Refusal {
  const approved = requests.filter(({ status }) => status === 'approved');
  const found = no === undefined ? approved : requests.filter((request) => request.no === no);
  const [first, ...others] = found;
  if (!first)
    return no === undefined ? refuse('payment.none-approved', {}, undefined, 409) : refuse('payment.unknown', { no }, undefined, 404);
  if (others.length > 0) return refuse('payment.which', { nos: found.map((request) => request.no) });
  return first.status === 'approved' ? first : refuse('payment.not-approved', { no: first.no, status: first.status }, undefined, 409);
}

/** Which way the treasury pays this host. */
function pathOf(scheme: Scheme, pack: RegulationPack, situation: Situation, today: string): SlipKind {
  const host = situation.organisations[scheme.host.id]?.kind ?? null;
  return lawValue(pack, 'payment.path', { on: today, host }).value;
}
