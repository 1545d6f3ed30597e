import type { MoneyRequest, Scheme, SlipKind } from '../state.ts';
import type { Evolutions } from './evolve.ts';

type Asked = { no: number; amountDong: number; purpose: string; files: string[] };
/** The sum that stays after a look at the papers; `clearedAdvanceDong` of a payment's sum clears advances. */
type Examined = { no: number; amountDong: number; clearedAdvanceDong: number; note: string };

/** Advances (tạm ứng) and payments (thanh toán). Sums in đồng; a payment's is the value of the work, of which advances are taken off. */
export type MoneyFact =
  | ({ type: 'advance-requested' } & Asked)
  | ({ type: 'advance-prepared' } & Examined)
  | ({ type: 'advance-approved' } & Examined)
  | { type: 'advance-refused'; no: number; reason: string }
  | ({ type: 'payment-requested'; clearedAdvanceDong: number } & Asked)
  | ({ type: 'payment-prepared' } & Examined)
  | ({ type: 'payment-approved' } & Examined)
  | { type: 'payment-refused'; no: number; reason: string }
  /** `amountDong` is what the treasury paid; `settles`: it was owed after the settlement. */
  | {
      type: 'payment-recorded';
      no: number;
      kind: MoneyRequest['kind'];
      amountDong: number;
      clearedAdvanceDong: number;
      settles: boolean;
      slip: { number: string; date: string; kind: SlipKind };
    };

const requested = (scheme: Scheme, request: MoneyRequest): Scheme => ({ ...scheme, requests: [...scheme.requests, request] });

function changed(scheme: Scheme, no: number, change: (request: MoneyRequest) => MoneyRequest): Scheme {
  return { ...scheme, requests: scheme.requests.map((request) => (request.no === no ? change(request) : request)) };
}

const prepared = (scheme: Scheme, { no, amountDong, clearedAdvanceDong, note }: Examined, at: { actor: string }): Scheme =>
  changed(scheme, no, (request) => ({
    ...request,
    clearedAdvanceDong,
    status: 'prepared',
    prepared: { by: at.actor, amountDong, note },
  }));

const approved = (scheme: Scheme, { no, amountDong, clearedAdvanceDong }: Examined, at: { today: string }): Scheme =>
  changed(scheme, no, (request) => ({
    ...request,
    clearedAdvanceDong,
    status: 'approved',
    approvedDong: amountDong,
    approvedOn: at.today,
  }));

const refused = (scheme: Scheme, { no, reason }: { no: number; reason: string }): Scheme =>
  changed(scheme, no, (request) => ({ ...request, status: 'refused', reason }));

export const money = {
  'advance-requested': (scheme, { type: _, ...asked }, at) =>
    requested(scheme, { ...asked, kind: 'advance', clearedAdvanceDong: 0, requestedOn: at.today, status: 'requested' }),
  'advance-prepared': prepared,
  'advance-approved': approved,
  'advance-refused': refused,
  'payment-requested': (scheme, { type: _, ...asked }, at) =>
    requested(scheme, { ...asked, kind: 'payment', requestedOn: at.today, status: 'requested' }),
  'payment-prepared': prepared,
  /** Work that only clears advances brings no slip: it is paid with its approval. */
  'payment-approved': (scheme, fact, at) => {
    const after = approved(scheme, fact, at);
    if (fact.amountDong > fact.clearedAdvanceDong) return after;
    const cleared = changed(after, fact.no, (request) => ({ ...request, status: 'paid' }));
    return { ...cleared, clearedDong: cleared.clearedDong + fact.clearedAdvanceDong };
  },
  'payment-refused': refused,
  'payment-recorded': (scheme, { no, kind, amountDong, clearedAdvanceDong, settles, slip }) => {
    const paid = changed(scheme, no, (request) => ({ ...request, status: 'paid', slip: { ...slip, amountDong } }));
    if (kind === 'advance') return { ...paid, advancedDong: paid.advancedDong + amountDong };
    const owedToHostDong = paid.settlement.owedToHostDong - (settles ? amountDong : 0);
    return {
      ...paid,
      paidDong: paid.paidDong + amountDong,
      clearedDong: paid.clearedDong + clearedAdvanceDong,
      settlement: { ...paid.settlement, owedToHostDong },
    };
  },
} satisfies Evolutions<MoneyFact>;
