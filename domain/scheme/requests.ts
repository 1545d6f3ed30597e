import { type Refusal, refuse } from '../command.ts';
import { type Dong, sumDong } from '../money/dong.ts';
import { totalOf } from '../money/ledger.ts';
import type { MoneyRequest, Scheme } from './state.ts';

/** The sum that a request stands for now: as approved, else as prepared, else as asked. đồng */
export const sumOf = (request: MoneyRequest): Dong => request.approvedDong ?? request.prepared?.amountDong ?? request.amountDong;
/** What of it the treasury pays: a payment's sum less the advances that it clears. đồng */
export const cashOf = (request: MoneyRequest): Dong => sumOf(request) - request.clearedAdvanceDong;

const counts = (request: MoneyRequest): boolean => request.status !== 'refused';
const isUnpaid = (request: MoneyRequest): boolean => counts(request) && request.status !== 'paid';

/** Asked for and not yet decided. There is at most one. */
export const undecided = ({ requests }: Scheme): MoneyRequest | undefined =>
  requests.find(({ status }) => status === 'requested' || status === 'prepared');
/** Every request that is not finished: undecided, or approved and not yet paid. */
export const unfinished = ({ requests }: Scheme): MoneyRequest[] => requests.filter(isUnpaid);

/** What the treasury has paid so far, advances and payments. đồng */
export const receivedDong = ({ advancedDong, paidDong }: Scheme): Dong => advancedDong + paidDong;
/** What the treasury has paid or may still have to pay by requests that were not refused. đồng */
export const committedDong = (scheme: Scheme): Dong => receivedDong(scheme) + sumDong(unfinished(scheme).map(cashOf));
/** What the contract covers, of the state's money. đồng */
export const contractDong = ({ accounts }: Scheme): Dong => totalOf(accounts, 'contracted');
/** What the contract covers and nobody has asked for. đồng */
export const leftDong = (scheme: Scheme): Dong => contractDong(scheme) - committedDong(scheme);

/** Advances asked for, approved or paid. đồng */
export const advancesDong = ({ requests }: Scheme): Dong =>
  sumDong(requests.filter((request) => counts(request) && request.kind === 'advance').map(sumOf));
/** Work for which payment was asked, approved or made, advances that it clears included. đồng */
export const workAskedDong = ({ requests }: Scheme): Dong =>
  sumDong(requests.filter((request) => counts(request) && request.kind === 'payment').map(sumOf));

/** Advances that the treasury paid and that no work has cleared, nor will by a payment already asked for, nor were returned. đồng */
export function unclearedDong(scheme: Scheme): Dong {
  const { advancedDong, clearedDong, settlement } = scheme;
  if (settlement.confirmedOn !== null) return 0;
  const clearing = sumDong(unfinished(scheme).map((request) => request.clearedAdvanceDong));
  return Math.max(0, advancedDong - clearedDong - clearing - settlement.repaidDong);
}

/** For which step of finance requests wait: to be prepared, to be approved, to be paid. */
export function moneyWaitsOf(scheme: Scheme): Scheme['moneyWaits'] {
  const waits = (wanted: MoneyRequest['status']): boolean => scheme.requests.some(({ status }) => status === wanted);
  return { kind: undecided(scheme)?.kind ?? null, toPrepare: waits('requested'), toApprove: waits('prepared'), toPay: waits('approved') };
}

type Wanted = { kind: MoneyRequest['kind']; no: number | undefined; in: readonly MoneyRequest['status'][] };
/**
 * The request that a command means: the one of that number, or the only one in such a state if no number is given. Refuses with
 * `<kind>.unknown` (404), `<kind>.not-now` (409: it is decided or paid already) or `<kind>.which` (several wait).
 */
export function requestMeant({ requests }: Scheme, { kind, no, in: statuses }: Wanted): MoneyRequest | Refusal {
  const ofKind = requests.filter((request) => request.kind === kind);
  const waiting = ofKind.filter(({ status }) => statuses.includes(status));
  if (no === undefined) {
    const [only, ...others] = waiting;
    if (!only) return refuse(`${kind}.none-waits`, { statuses: [...statuses] }, undefined, 409);
    return others.length > 0 ? refuse(`${kind}.which`, { nos: waiting.map((request) => request.no) }) : only;
  }
  const found = ofKind.find((request) => request.no === no);
  if (!found) return refuse(`${kind}.unknown`, { no }, undefined, 404);
  return statuses.includes(found.status) ? found : refuse(`${kind}.not-now`, { no, status: found.status }, undefined, 409);
}
